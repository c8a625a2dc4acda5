"""Rules about people with a planning restriction: one per file."""

from flexpool.worktime.rules.protected import (
    four_weeks,
    long_average,
    no_nights,
    shift_hours,
    time_off,
)

__all__ = [
    "four_weeks",
    "long_average",
    "no_nights",
    "shift_hours",
    "time_off",
]
