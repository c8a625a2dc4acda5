"""Which minutes of a shift lie in evening, night and weekend, by the clock of a work code."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from flexpool.contracts.work_code.code import WorkCode
from flexpool.money import Rounding, rounded
from flexpool.periods import AMSTERDAM, Period, at

SATURDAY = 5
MIDNIGHT = time(0)


def unsocial_minutes(code: WorkCode, shift: Period, break_minutes: int = 0) -> int:
    """Give the minutes in evening, night and weekend; a break takes its share of them."""
    if break_minutes >= shift.minutes:
        return 0
    found = sum(
        part.minutes
        for span in _spans(code, shift)
        if (part := shift.intersection(span)) is not None
    )
    worked = shift.minutes - break_minutes
    return rounded(Fraction(found * worked, shift.minutes), Rounding.HALF_UP)


def _spans(code: WorkCode, shift: Period) -> list[Period]:
    """Give evening, night and weekend around a shift; none of them overlap."""
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    last = shift.ends_at.astimezone(AMSTERDAM).date()
    found = []
    while day <= last:
        morning, evening = _moment(day, code.morning_until), _moment(day, code.evening_from)
        begins, ends = _moment(day, MIDNIGHT), _moment(day + timedelta(days=1), MIDNIGHT)
        if day.weekday() >= SATURDAY or evening <= morning:
            found.append(Period(begins, ends))
        else:
            found += [Period(*pair) for pair in ((begins, morning), (evening, ends)) if _is(*pair)]
        day += timedelta(days=1)
    return found


def _moment(day: date, clock: time) -> datetime:
    return at(day, clock).astimezone(UTC)


def _is(begins: datetime, ends: datetime) -> bool:
    return begins < ends
