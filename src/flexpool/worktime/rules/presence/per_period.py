"""P3: presence spells in twenty-six weeks."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    spells = [
        spell
        for spell in timeline.kinds[ShiftKind.PRESENCE]
        if timeline.law_at(spell.start)["on_call.presence_allowed"]
    ]
    if not spells:
        return iter(())
    law = timeline.law_at(spells[0].start)
    return patterns.too_often_in_weeks(
        RULE,
        timeline,
        spells,
        law["arrangements.presence_weeks"],
        law["arrangements.presences_max"],
        Text("aanwezigheidsdienst", "a presence spell"),
    )


RULE = Rule(
    id="worktime.presence-per-period",
    source_ref="P3",
    article="ATB 4.8:1(3)a",
    title=Text("Aanwezigheidsdiensten in 26 weken", "Presence spells in 26 weeks"),
    doc=Text(
        "In elke 26 weken beginnen ten hoogste 52 aanwezigheidsdiensten.",
        "In every 26 weeks at most 52 presence spells start.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
