"""Where a break lies of which only the length is known."""

from __future__ import annotations

from datetime import timedelta

from flexpool.periods import Period


def break_in_the_middle(period: Period, minutes: int) -> tuple[Period, ...]:
    """Give the break as a period on whole minutes; none when there is no break."""
    if not minutes:
        return ()
    before = timedelta(minutes=(period.minutes - minutes) // 2)
    starts_at = period.starts_at + before
    return (Period(starts_at, starts_at + timedelta(minutes=minutes)),)
