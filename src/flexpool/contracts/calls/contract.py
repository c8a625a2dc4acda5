"""O1 and O6: which contracts are on call, and when somebody has to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
from flexpool.text import Text

ON_CALL = Rule(
    "contracts.on-call",
    "O1",
    "BW 7:628a(9)",
    Text("Wanneer is het een oproepovereenkomst?", "When is it an on-call contract?"),
    Text(
        "Een contract is een oproepovereenkomst als de uren niet als één vast aantal per maand of "
        "korter vastliggen. Nul-uren en min-max zijn dus oproep; jaaruren met gelijk loon per "
        "maand niet.",
        "A contract is on call when the hours are not fixed as one number per month or shorter. "
        "Zero-hours and min-max are on call; annual hours with equal pay each month are not.",
    ),
)
REFERENCE_TIMES = Rule(
    "contracts.reference-times",
    "O6",
    "BW 7:628b",
    Text("Komen op afgesproken dagen en uren", "Come on agreed days and hours"),
    Text(
        "Zijn de werktijden vooral onvoorspelbaar, dan hoeft iemand alleen te komen op de dagen "
        "en uren die vooraf zijn afgesproken. De dienst moet er helemaal in liggen.",
        "When working times are mostly unpredictable, somebody only has to come on the days and "
        "hours agreed in advance. The shift must lie in them completely.",
    ),
)


class HoursKind(StrEnum):
    """How the hours of a contract are fixed."""

    FIXED = "fixed"
    MIN_MAX = "min_max"
    ZERO = "zero"
    ANNUAL = "annual"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursAgreement:
    """What a contract says about its hours.

    Parameters
    ----------
    kind
        How they are fixed.
    minutes_per_week
        The fixed or the least minutes a week.
    even_pay
        For annual hours: the wage is spread evenly over the year.
    excludes_wage
        Whether wage without work is excluded (628(5)/(7), 691(7)).
    unpredictable
        Whether working times are mostly unpredictable.
    reference_times
        The weekday (Monday is 0), start and end of each time on which one may be asked.
    """

    kind: HoursKind = HoursKind.FIXED
    minutes_per_week: int = 0
    even_pay: bool = True
    excludes_wage: bool = False
    unpredictable: bool = False
    reference_times: tuple[tuple[int, time, time], ...] = ()


def is_on_call(hours: HoursAgreement) -> bool:
    """Tell whether a contract is an on-call contract (O1)."""
    if hours.excludes_wage or hours.kind in (HoursKind.MIN_MAX, HoursKind.ZERO):
        return True
    return hours.kind is HoursKind.ANNUAL and not hours.even_pay


def has_least_pay(hours: HoursAgreement, on: date) -> bool:
    """Tell whether each call is paid for a least number of hours: on call, or small and unfixed."""
    small = lookup("contracts.calls.small_contract_hours", on).value * 60
    return is_on_call(hours) or (hours.unpredictable and hours.minutes_per_week < small)


def may_stay_away(
    hours: HoursAgreement, starts_at: datetime, ends_at: datetime
) -> tuple[Finding, ...]:
    """Find that a shift lies outside the agreed days and hours (O6)."""
    if not hours.unpredictable:
        return ()
    if _lies_in(hours.reference_times, starts_at, ends_at):
        return ()
    return (
        Finding(
            rule=REFERENCE_TIMES,
            weight=Weight.NOTE,
            message=Text(
                "Deze dienst valt buiten de afgesproken dagen en uren: weigeren mag.",
                "This shift lies outside the agreed days and hours: it may be refused.",
            ),
            cure=Text(
                "Vraag het, en plan pas in na een ja; of leg andere dagen en uren vast.",
                "Ask, and plan only after a yes; or agree on other days and hours.",
            ),
        ),
    )


def _lies_in(
    slots: Iterable[tuple[int, time, time]], starts_at: datetime, ends_at: datetime
) -> bool:
    """Tell whether agreed times hold a shift; times that touch hold it together.

    By the clock on the wall: a slot that does not end after it starts runs into the next day.
    """
    begun, end = (one.astimezone(AMSTERDAM).replace(tzinfo=None) for one in (starts_at, ends_at))
    agreed = list(slots)
    day = begun.date() - timedelta(days=1)
    while begun < end and day <= end.date():
        for weekday, opens, closes in sorted(agreed):
            first = datetime.combine(day, opens)
            last = datetime.combine(day + timedelta(days=closes <= opens), closes)
            if weekday == day.weekday() and first <= begun < last:
                begun = last
        day += timedelta(days=1)
    return begun >= end
