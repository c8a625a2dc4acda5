"""B1: the hours of work in a dienst under a restriction."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    restriction = timeline.restriction
    if restriction is None or not restriction.shorter_hours:
        return
    for finding in patterns.over_length(RULE, timeline, span, "protected.shift_hours_max"):
        if restriction.covers(finding.starts_second):
            yield finding


RULE = Rule(
    id="worktime.protected-shift-hours",
    source_ref="B1",
    article="ATW 4:5(4)a",
    title=Text("Beschermd: uren per dienst", "Protected: hours per shift"),
    doc=Text(
        "Zolang een planningsbeperking geldt, telt een dienst ten hoogste 10 uur werk. De reden "
        "van de beperking staat nergens.",
        "While a planning restriction holds, a shift holds at most 10 hours of work. The reason "
        "for the restriction is written nowhere.",
    ),
    group=Group.EVERYONE,
    judge=_judge,
)
