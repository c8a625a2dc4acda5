"""Night diensten in a run of weeks: many of them lower the average (ATW 5:8(2))."""

from __future__ import annotations

from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import count_within


def nights_in(timeline: Timeline, run: Span) -> int:
    """Count the night diensten that start in a run of weeks."""
    return count_within(timeline.night_starts, run)


def has_many_nights(timeline: Timeline, run: Span) -> bool:
    """Tell whether a run of weeks holds so many night diensten that the lower average holds."""
    most: int = timeline.law_at(run[0])["nights.many_nights"]
    return nights_in(timeline, run) >= most
