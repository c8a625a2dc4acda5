"""The whole calculation: hours now against hours wanted, and every hour between."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from flexpool.money import Rounding, rounded
from flexpool.pay.explanation import Line
from flexpool.pay.hours.calculation import outcome_at
from flexpool.pay.hours.contract import contract_of
from flexpool.pay.hours.hard_truth import hard_truths, kept_share
from flexpool.pay.hours.notices import changes, notices
from flexpool.pay.hours.outcome import HoursResult, Outcome
from flexpool.pay.hours.situation import Situation
from flexpool.pay.wage.terms import WEEKS_YEAR
from flexpool.pay.wording import formula
from flexpool.text import Text

CURVE_FROM_HOURS = 8


def compare_hours(situation: Situation) -> HoursResult:
    """Work out what the wanted hours bring in, against the hours of now.

    The whole year is calculated as if the hours, wage and household hold all of it.

    Raises
    ------
    NoFigureForDate, NoSuchStep, TermNotKnown
        When no source tells a figure, the salary or a term of the cao; the text says which.
    AowInThisYear
        When somebody reaches the AOW age within the year.
    """
    contract = contract_of(situation)
    hours = _hours_of_curve(situation, contract.terms.full_time_hours)
    curve = tuple(outcome_at(contract, number) for number in hours)
    now = curve[hours.index(situation.hours_now)]
    wanted = curve[hours.index(situation.hours_wanted)]
    changed = changes(now, wanted)
    return HoursResult(
        now=now,
        wanted=wanted,
        curve=curve,
        net_per_extra_hour=_net_per_extra_hour(now, wanted),
        kept=kept_share(now, wanted),
        changes=changed,
        notices=notices(contract, changed),
        hard_truths=hard_truths(curve),
        pension_difference=wanted.pension_total - now.pension_total,
        explanation=_explanation(now, wanted),
    )


def _hours_of_curve(situation: Situation, full_time: Fraction) -> list[Fraction]:
    own = {situation.hours_now, situation.hours_wanted}
    first = min(CURVE_FROM_HOURS, ceil(min(own)))
    last = floor(max(full_time, *own))
    return sorted(own | {Fraction(hours) for hours in range(first, last + 1)})


def _net_per_extra_hour(now: Outcome, wanted: Outcome) -> int | None:
    extra = (wanted.hours - now.hours) * WEEKS_YEAR
    if not extra:
        return None
    return rounded((wanted.disposable - now.disposable) / extra, Rounding.HALF_UP)


def _explanation(now: Outcome, wanted: Outcome) -> Line:
    return Line(
        "hours.difference",
        Text("Verschil per jaar om te besteden", "Difference a year to spend"),
        wanted.disposable - now.disposable,
        formula=formula("{} - {}", wanted.disposable, now.disposable),
        parts=(now.explanation, wanted.explanation),
    )
