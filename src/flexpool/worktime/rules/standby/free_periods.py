"""S1: days free of standby."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.on_call import free_within, pieces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    standbys = timeline.kinds[ShiftKind.STANDBY]
    busy = [(spell.start, spell.end) for spell in standbys]
    for index, spell in enumerate(standbys):
        law = timeline.law_at(spell.start)
        window = (spell.start, spell.start + law["on_call.standby_window_days"])
        free = pieces(free_within(busy[index:], window), law["on_call.standby_free_hours"])
        needed = law["on_call.standby_free_periods_min"]
        if free < needed:
            yield _finding(timeline, window, free, needed)


def _finding(timeline: Timeline, window: Span, free: int, needed: int) -> Finding:
    return RULE.finding(
        timeline,
        window,
        free,
        needed,
        Text(
            f"In de 28 x 24 uur vanaf {when(window[0], 'nl')} zijn er {free} perioden van 24 uur "
            f"zonder consignatie; nodig zijn er {needed}.",
            f"The 28 x 24 h from {when(window[0], 'en')} hold {free} periods of 24 h without "
            f"standby; {needed} are needed.",
        ),
        Text(
            f"Maak {needed - free} etmalen vrij van consignatie.",
            f"Free {needed - free} periods of 24 h from standby.",
        ),
        unit=Unit.COUNT,
    )


RULE = Rule(
    id="worktime.standby-free-periods",
    source_ref="S1",
    article="ATW 5:9(2)a",
    title=Text("Etmalen zonder consignatie", "Days without standby"),
    doc=Text(
        "In elke 28 x 24 uur vanaf het begin van een consignatie zijn er 14 perioden van 24 uur "
        "zonder consignatie.",
        "Every 28 x 24 hours from the start of a standby hold 14 periods of 24 hours without "
        "standby.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
