"""Rules about the hours, rest and breaks of adults: one per file."""

from flexpool.worktime.rules.adults import (
    breaks,
    daily_rest,
    double_booked,
    four_weeks,
    free_sundays,
    long_average,
    rolling_week,
    shift_hours,
    week_hours,
    weekly_rest,
)

__all__ = [
    "breaks",
    "daily_rest",
    "double_booked",
    "four_weeks",
    "free_sundays",
    "long_average",
    "rolling_week",
    "shift_hours",
    "week_hours",
    "weekly_rest",
]
