"""The pension premium at PFZW: over the full-time salary first, then by the part-time factor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from flexpool.money import Rounding, rounded, times
from flexpool.parameters import Value, all_figures
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text

FACTOR_DECIMALS = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class PensionPremium:
    """The premium of a year, in whole cents."""

    employee: int
    employer: int
    explanation: Line

    @property
    def total(self) -> int:
        """What employee and employer put aside together."""
        return self.employee + self.employer


def part_time_factor(part_time: Fraction) -> Fraction:
    """Give the part-time factor as PFZW counts it: four decimals, half away from zero."""
    exact = Decimal(part_time.numerator) / Decimal(part_time.denominator)
    return Fraction(exact.quantize(FACTOR_DECIMALS, rounding=ROUND_HALF_UP))


def pension_premium(
    full_time_year_cents: int,
    part_time: Fraction,
    on: date,
    employee_share: Fraction | None = None,
) -> PensionPremium:
    """Give the pension premium of a year; `NoFigureForDate` names a figure that is not known.

    Parameters
    ----------
    full_time_year_cents
        Twelve full-time salaries, holiday allowance and year-end bonus. Irregular hours do not
        count here: that differs per cao and was not found.
    part_time, on, employee_share
        Contract hours as a share of full time; a day in the year; the part the employee pays.
    """
    parts = _premiums(full_time_year_cents, part_time_factor(part_time), on)
    total = sum(int(part.amount) for part in parts)
    share, figures = _employee_share(employee_share, on)
    own = times(total, share, Rounding.HALF_UP)
    explained = Line(
        key="pension.employee",
        what=Text("Pensioenpremie die je zelf betaalt", "Pension premium that you pay yourself"),
        amount=own,
        formula=formula("{} x {}", total, percent(share)),
        figures=figures,
        rounding=WHOLE_CENTS,
        parts=parts,
    )
    return PensionPremium(own, total - own, explained)


def _premiums(full_time: int, factor: Fraction, on: date) -> tuple[Line, ...]:
    extras = [key for key, extra in EXTRAS.items() if _known(extra.rate, on)]
    return (_old_age(full_time, factor, on), *(_over(key, full_time, factor, on) for key in extras))


def _employee_share(told: Fraction | None, on: date) -> tuple[Fraction, tuple[Value, ...]]:
    if told is not None:
        return told, ()
    share, figure = rate("pension.employee_share", on)
    return share, (figure,)


@lru_cache(maxsize=64)
def _known(name: str, on: date) -> bool:
    return all_figures()[f"pay.pension.{name}"].on(on) is not None


def _old_age(full_time: int, factor: Fraction, on: date) -> Line:
    most, most_figure = cents("pension.salary_max", on)
    franchise, franchise_figure = cents("pension.franchise", on)
    share, share_figure = rate("pension.old_age_rate", on)
    counted = min(full_time, most)
    base = max(counted - franchise, 0) * factor
    return Line(
        "pension.old_age",
        Text("Premie voor het ouderdomspensioen", "Premium for the old-age pension"),
        rounded(base * share, Rounding.HALF_UP),
        formula=formula("({} - {}) x {} x {}", counted, franchise, number(factor), percent(share)),
        figures=(most_figure, franchise_figure, share_figure),
        rounding=WHOLE_CENTS,
    )


@dataclass(frozen=True, slots=True)
class _Extra:
    """A premium over the part-time salary above an amount."""

    rate: str
    above: str
    what: Text


EXTRAS = {
    "disability": _Extra(
        "disability_rate",
        "disability_franchise",
        Text("Premie voor het arbeidsongeschiktheidspensioen", "Premium for disability pension"),
    ),
    "wia_excess": _Extra(
        "wia_excess_rate",
        "wia_excess_from",
        Text("Premie voor de WIA-excedentverzekering", "Premium for the WIA excess insurance"),
    ),
}


def _over(key: str, full_time: int, factor: Fraction, on: date) -> Line:
    extra = EXTRAS[key]
    share, share_figure = rate(f"pension.{extra.rate}", on)
    above, above_figure = cents(f"pension.{extra.above}", on)
    over = max(full_time * factor - above, Fraction(0))
    return Line(
        f"pension.{key}",
        extra.what,
        rounded(over * share, Rounding.HALF_UP),
        formula=formula("{} x {}", rounded(over, Rounding.HALF_UP), percent(share)),
        figures=(share_figure, above_figure),
        rounding=WHOLE_CENTS,
    )
