"""Rules about workers of 16 and 17: one per file."""

from flexpool.worktime.rules.youth import (
    breaks,
    daily_rest,
    four_weeks,
    no_on_call,
    shift_hours,
    week_hours,
    weekly_rest,
)

__all__ = [
    "breaks",
    "daily_rest",
    "four_weeks",
    "no_on_call",
    "shift_hours",
    "week_hours",
    "weekly_rest",
]
