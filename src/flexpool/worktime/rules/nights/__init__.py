"""Rules about night diensten: one per file."""

from flexpool.worktime.rules.nights import (
    consecutive_shifts,
    late_nights,
    long_nights,
    night_average,
    rest_after_night,
    rest_after_series,
)

__all__ = [
    "consecutive_shifts",
    "late_nights",
    "long_nights",
    "night_average",
    "rest_after_night",
    "rest_after_series",
]
