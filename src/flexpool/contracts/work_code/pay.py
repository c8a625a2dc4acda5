"""Whether an hourly wage lies in the band that a work code draws around a cao scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.contracts.rule import Finding, Weight
from flexpool.contracts.work_code.code import WorkCode
from flexpool.contracts.work_code.rules import PAY_BAND
from flexpool.money import Rounding, rounded
from flexpool.parameters import NoFigureForDate
from flexpool.pay.wage.scales import month_salary
from flexpool.pay.wage.terms import wage_terms
from flexpool.refusal import Impossible
from flexpool.text import Text

LOWEST, HIGHEST = "lowest", "highest"


@dataclass(frozen=True, slots=True)
class Band:
    """The hourly wages, in cents, between which pay lies; None where that side is free."""

    least: int | None
    most: int | None


def band_of(code: WorkCode, function: str, on: date) -> Band | None:
    """Give the band of a function on a day.

    None when the code draws none, or when no source holds the scale of that day: it is not guessed.
    """
    scale = code.scales.get(function)
    if not scale or (code.pay_least is None and code.pay_most is None):
        return None
    try:
        hours = wage_terms(code.cao, on).month_hours
        steps = [month_salary(code.cao, scale, one, on).amount for one in (LOWEST, HIGHEST)]
    except (Impossible, NoFigureForDate):
        return None
    lowest, highest = (Fraction(one) / hours for one in steps)
    return Band(
        None if code.pay_least is None else rounded(lowest * code.pay_least, Rounding.HALF_UP),
        None if code.pay_most is None else rounded(highest * code.pay_most, Rounding.HALF_UP),
    )


def pay_findings(code: WorkCode, function: str, hour_cents: int, on: date) -> tuple[Finding, ...]:
    """Find an hourly wage outside the band; nothing when there is no band."""
    band = band_of(code, function, on)
    if band is None:
        return ()
    is_over = band.most is not None and hour_cents > band.most
    is_under = band.least is not None and hour_cents < band.least
    bound = band.most if is_over else band.least
    if bound is None or not (is_over or is_under):
        return ()
    word = Text("hooguit", "at most") if is_over else Text("minstens", "at least")
    is_, said, scale = _euro(hour_cents), _euro(bound), code.scales[function]
    cao = code.cao.upper()
    return (
        Finding(
            rule=PAY_BAND,
            weight=Weight.POLICY,
            message=Text(
                f"Het uurloon is € {is_.nl}; afgesproken is {word.nl} € {said.nl} "
                f"({cao} FWG {scale}).",
                f"The hourly wage is €{is_.en}; agreed is {word.en} €{said.en} "
                f"({cao} FWG {scale}).",
            ),
            cure=Text(
                "Kies een loon in de band, of leg vast waarom dit anders is.",
                "Choose a wage in the band, or write down why this one differs.",
            ),
        ),
    )


def _euro(cents: int) -> Text:
    plain = f"{cents // 100}.{cents % 100:02d}"
    return Text(plain.replace(".", ","), plain)
