"""On-call spells on the line of time: what is free between them, and what touches the night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flexpool.staffing import ShiftKind
from flexpool.worktime.clock import day_of, wall_clock
from flexpool.worktime.reckoning.booked import Booked, Stretch
from flexpool.worktime.reckoning.timeline import EVER, Span, Timeline


def on_call_spells(timeline: Timeline, *kinds: ShiftKind) -> list[Booked]:
    """Give the spells of some kinds, in order of time."""
    spells = [spell for kind in kinds for spell in timeline.kinds[kind]]
    return sorted(spells, key=lambda spell: (spell.start, spell.end))


def work_stretches(timeline: Timeline) -> list[Stretch]:
    """Give every stretch in which the person is at work, calls included."""
    spells = [(spell.start, spell.end) for spell in timeline.spells]
    return sorted([*spells, *((call.start, call.end) for call in timeline.call_work)])


def free_within(busy: Iterable[Stretch], window: Span) -> Iterator[int]:
    """Give the lengths of the free stretches within a window."""
    free_from = window[0]
    for start, end in busy:
        if start >= window[1]:
            break
        if start > free_from:
            yield start - free_from
        free_from = max(free_from, end)
    if free_from < window[1]:
        yield window[1] - free_from


def pieces(lengths: Iterable[int], piece: int) -> int:
    """Count how many pieces of a length fit in stretches."""
    return sum(length // piece for length in lengths)


def touches_night(timeline: Timeline, spell: Booked) -> bool:
    """Tell whether a spell covers part of the time between 00:00 and 06:00."""
    law = timeline.definitions
    for ordinal in range(day_of(spell.start), day_of(spell.end - 1) + 1):
        since = wall_clock(ordinal, law["definitions.night_starts"])
        upto = wall_clock(ordinal, law["definitions.night_ends"])
        if spell.start < upto and since < spell.end:
            return True
    return False


def mixed_spells(timeline: Timeline, window: Span = EVER) -> list[Booked]:
    """Give all on-call spells that start in a window, if they are of more than one kind.

    Only where a collective arrangement allows the kinds that need one (ATB 5.19:4).
    """
    law = timeline.definitions
    if not (law["on_call.reachability_allowed"] or law["on_call.presence_allowed"]):
        return []
    spells = on_call_spells(timeline, ShiftKind.STANDBY, ShiftKind.ON_CALL, ShiftKind.PRESENCE)
    within = [spell for spell in spells if window[0] <= spell.start < window[1]]
    return within if len({spell.shift.kind for spell in within}) > 1 else []
