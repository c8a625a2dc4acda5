"""Series of spells that follow each other without a free day (ATW 5:8(5) and (6))."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.worktime.reckoning.timeline import Span, Timeline


def series_near(timeline: Timeline, span: Span, *, nights_only: bool) -> Iterator[range]:
    """Give every series of spells near a span, as positions.

    A rest of `series_break_hours` ends a series; the law leaves open which. With `nights_only` a
    spell that is no night dienst ends it too.
    """
    near = timeline.near(span, timeline.definitions["nights.rest_after_series_hours"])
    position = _first_of_series(timeline, near.start, nights_only) if near else near.stop
    while position < near.stop:
        last = position
        while last + 1 < len(timeline.spells) and _follows(timeline, last + 1, nights_only):
            last += 1
        if not nights_only or timeline.spells[position].is_night:
            yield range(position, last + 1)
        position = last + 1


def _first_of_series(timeline: Timeline, position: int, nights_only: bool) -> int:
    while position > 0 and _follows(timeline, position, nights_only):
        position -= 1
    return position


def _follows(timeline: Timeline, position: int, nights_only: bool) -> bool:
    """Tell whether a spell belongs to the same series as the one before it."""
    rest = timeline.starts[position] - timeline.ends[position - 1]
    if rest >= timeline.definitions["definitions.series_break_hours"]:
        return False
    if not nights_only:
        return True
    return timeline.spells[position].is_night and timeline.spells[position - 1].is_night
