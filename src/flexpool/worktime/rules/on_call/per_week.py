"""R3: on-call spells in seven days."""

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
    return patterns.too_often_in_days(
        RULE,
        timeline,
        spells,
        law["arrangements.reachability_days"],
        law["arrangements.reachability_max"],
        Text("bereikbaarheidsdienst", "an on-call spell"),
        law.article("arrangements.reachability_max"),
    )


RULE = Rule(
    id="worktime.on-call-per-week",
    source_ref="R3",
    article="ATB 5.19:3(2)",
    title=Text("Bereikbaarheidsdiensten in 7 dagen", "On-call spells in 7 days"),
    doc=Text(
        "In elke 7 x 24 uur beginnen ten hoogste 3 bereikbaarheidsdiensten; bij artsen "
        "en verloskundigen buiten het ziekenhuis ten hoogste 5.",
        "In every 7 x 24 hours at most 3 on-call spells start; of doctors and of midwives "
        "outside hospitals at most 5.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
