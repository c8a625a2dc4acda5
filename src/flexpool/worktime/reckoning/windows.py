"""Windows that the rules look through: runs of calendar weeks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from flexpool.worktime.clock import day_of, week_of, week_starts
from flexpool.worktime.reckoning.timeline import Span, Timeline


def week_totals(timeline: Timeline, span: Span, weeks: int) -> Iterator[tuple[Span, int]]:
    """Give runs of weeks that may touch a span, with their working time in seconds.

    A run starts with a week that holds work: a run that starts with free weeks holds no more than
    the run that starts later. Hours outside the known roster are not guessed.
    """
    totals = timeline.week_totals
    starts_on = timeline.definitions["definitions.week_starts_on"]
    firsts = _weeks_near(timeline, span, weeks)
    total = sum(totals.get(week, 0) for week in range(firsts.start, firsts.start + weeks))
    for first in firsts:
        if totals.get(first):
            yield (week_starts(first, starts_on), week_starts(first + weeks, starts_on)), total
        total += totals.get(first + weeks, 0) - totals.get(first, 0)


def week_runs(timeline: Timeline, span: Span, weeks: int) -> Iterator[Span]:
    """Give runs of weeks that may touch a span and start with a week that holds work."""
    for run, _total in week_totals(timeline, span, weeks):
        yield run


def count_within(moments: Sequence[int], run: Span) -> int:
    """Count the moments, given in order, that lie in a run."""
    return bisect_left(moments, run[1]) - bisect_left(moments, run[0])


def _weeks_near(timeline: Timeline, span: Span, weeks: int) -> range:
    if not timeline.week_totals:
        return range(0)
    first, last = min(timeline.week_totals), max(timeline.week_totals)
    starts_on = timeline.definitions["definitions.week_starts_on"]
    low, high = first, last
    if span[0] > week_starts(first, starts_on):
        low = max(low, week_of(day_of(span[0]), starts_on) - weeks + 1)
    if span[1] < week_starts(last, starts_on):
        high = week_of(day_of(span[1] - 1), starts_on)
    return range(low, high + 1)
