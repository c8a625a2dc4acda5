"""S2: blocks free of standby and work."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.on_call import free_within, pieces, work_stretches
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    standbys = [(spell.start, spell.end) for spell in timeline.kinds[ShiftKind.STANDBY]]
    if not standbys:
        return
    busy = sorted([*standbys, *work_stretches(timeline)])
    for index, (start, _end) in enumerate(busy):
        law = timeline.law_at(start)
        window = (start, start + law["on_call.standby_window_days"])
        if not any(since < window[1] and window[0] < upto for since, upto in standbys):
            continue
        free = pieces(free_within(busy[index:], window), law["on_call.standby_free_block_hours"])
        needed = law["on_call.standby_free_blocks_min"]
        if free < needed:
            yield _finding(timeline, window, free, needed)


def _finding(timeline: Timeline, window: Span, free: int, needed: int) -> Finding:
    return RULE.finding(
        timeline,
        window,
        free,
        needed,
        Text(
            f"In de 28 x 24 uur vanaf {when(window[0], 'nl')} zijn er {free} blokken van 48 uur "
            f"zonder werk en zonder consignatie; nodig zijn er {needed}.",
            f"The 28 x 24 h from {when(window[0], 'en')} hold {free} blocks of 48 h without work "
            f"and without standby; {needed} are needed.",
        ),
        Text(
            f"Maak {needed - free} blokken van 48 uur helemaal vrij.",
            f"Free {needed - free} blocks of 48 h altogether.",
        ),
        unit=Unit.COUNT,
    )


RULE = Rule(
    id="worktime.standby-free-blocks",
    source_ref="S2",
    article="ATW 5:9(2)b",
    title=Text("Blokken zonder werk en consignatie", "Blocks without work and standby"),
    doc=Text(
        "In elke 28 x 24 uur met consignatie zijn er 2 blokken van 48 uur zonder werk en zonder "
        "consignatie.",
        "Every 28 x 24 hours with standby hold 2 blocks of 48 hours without work and without "
        "standby.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
