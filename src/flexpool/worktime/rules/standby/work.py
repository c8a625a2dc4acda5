"""S4: the hours of work in 24 hours with standby."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.on_call import on_call_spells, work_stretches
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    spells = on_call_spells(timeline, ShiftKind.STANDBY, ShiftKind.ON_CALL)
    if not spells:
        return
    day = timeline.definitions["on_call.work_window_hours"]
    worked = work_stretches(timeline)
    starts = {start for start, _end in worked} | {end - day for _start, end in worked}
    for start in sorted(starts):
        window = (start, start + day)
        most = timeline.definitions["on_call.work_hours_max"]
        touched = any(spell.start < window[1] and start < spell.end for spell in spells)
        measured = _work_in(timeline, window) if touched else 0
        if measured > most:
            yield _finding(timeline, window, measured, most)


def _work_in(timeline: Timeline, window: Span) -> int:
    spells = (timeline.spells[position] for position in timeline.near(window, 0))
    calls = (
        max(0, min(call.end, window[1]) - max(call.start, window[0])) for call in timeline.call_work
    )
    return sum(spell.work_within(*window) for spell in spells) + sum(calls)


def _finding(timeline: Timeline, window: Span, measured: int, most: int) -> Finding:
    return RULE.finding(
        timeline,
        window,
        measured,
        most,
        Text(
            f"In de 24 uur vanaf {when(window[0], 'nl')}, met consignatie, staat "
            f"{hours(measured, 'nl')} werk; het maximum is {hours(most, 'nl')}.",
            f"The 24 h from {when(window[0], 'en')}, with standby, hold {hours(measured, 'en')} "
            f"of work; the most is {hours(most, 'en')}.",
        ),
        Text(
            f"Laat de volgende dienst later beginnen, zodat er {hours(measured - most, 'nl')} "
            "werk minder in deze 24 uur valt.",
            f"Let the next shift start later, so that {hours(measured - most, 'en')} of work less "
            "falls into these 24 h.",
        ),
    )


RULE = Rule(
    id="worktime.standby-work",
    source_ref="S4",
    article="ATW 5:9(4)",
    title=Text("Werk in 24 uur met consignatie", "Work in 24 hours with standby"),
    doc=Text(
        "Wie consignatie of bereikbaarheid heeft, werkt ten hoogste 13 uur in elke 24 uur, "
        "oproepen meegeteld. Een oproep telt voor ten minste een half uur.",
        "Who has standby or on-call spell works at most 13 hours in every 24 hours, calls "
        "included. A call counts for at least half an hour.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
