"""R4: on-call spells in sixteen weeks."""

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
        for spell in timeline.kinds[ShiftKind.ON_CALL]
        if timeline.law_at(spell.start)["on_call.reachability_allowed"]
    ]
    if not spells:
        return iter(())
    law = timeline.law_at(spells[0].start)
    return patterns.too_often_in_weeks(
        RULE,
        timeline,
        spells,
        law["arrangements.reachability_weeks"],
        law["arrangements.reachability_per_period_max"],
        Text("bereikbaarheidsdienst", "an on-call spell"),
        law.article("arrangements.reachability_per_period_max"),
    )


RULE = Rule(
    id="worktime.on-call-per-period",
    source_ref="R4",
    article="ATB 5.19:3(2)",
    title=Text("Bereikbaarheidsdiensten in 16 weken", "On-call spells in 16 weeks"),
    doc=Text(
        "In elke 16 weken beginnen ten hoogste 32 bereikbaarheidsdiensten; bij verloskundigen "
        "buiten het ziekenhuis 64, in de ambulancezorg 46.",
        "In every 16 weeks at most 32 on-call spells start; of midwives outside hospitals "
        "64, in ambulance care 46.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
