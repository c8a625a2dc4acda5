"""B2: the average over four weeks under a restriction."""

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
    weeks = timeline.definitions["protected.four_weeks"]
    average = "protected.four_week_average_max"
    for finding in patterns.over_total(RULE, timeline, span, weeks, average):
        if restriction.holds(finding.starts_second, finding.ends_second):
            yield finding


RULE = Rule(
    id="worktime.protected-four-week-average",
    source_ref="B2",
    article="ATW 4:5(4)b",
    title=Text("Beschermd: gemiddelde over 4 weken", "Protected: average over 4 weeks"),
    doc=Text(
        "Elke 4 weken die helemaal binnen een planningsbeperking liggen, tellen ten hoogste 200 "
        "uur werk (gemiddeld 50).",
        "Every 4 weeks that lie wholly within a planning restriction hold at most 200 hours of "
        "work (50 on average).",
    ),
    group=Group.EVERYONE,
    judge=_judge,
    windowed=True,
)
