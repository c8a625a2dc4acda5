"""B3: the average over sixteen weeks under a restriction."""

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
    weeks = timeline.definitions["protected.reference_weeks"]
    average = "protected.reference_average_max"
    for finding in patterns.over_total(RULE, timeline, span, weeks, average):
        if restriction.holds(finding.starts_second, finding.ends_second):
            yield finding


RULE = Rule(
    id="worktime.protected-long-average",
    source_ref="B3",
    article="ATW 4:5(4)c",
    title=Text("Beschermd: gemiddelde over 16 weken", "Protected: average over 16 weeks"),
    doc=Text(
        "Elke 16 weken die helemaal binnen een planningsbeperking liggen, tellen ten hoogste "
        "720 uur werk (gemiddeld 45).",
        "Every 16 weeks that lie wholly within a planning restriction hold at most 720 hours of "
        "work (45 on average).",
    ),
    group=Group.EVERYONE,
    judge=_judge,
    windowed=True,
)
