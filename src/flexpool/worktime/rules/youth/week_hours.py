"""Y4: the hours of work in a week of a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    return patterns.over_total(RULE, timeline, span, 1, "youth.week_hours_max")


RULE = Rule(
    id="worktime.youth-week-hours",
    source_ref="Y4",
    article="ATW 5:7(1)b",
    title=Text("Uren per week, 16 en 17 jaar", "Hours per week, 16 and 17"),
    doc=Text(
        "Een week telt ten hoogste 45 uur werk, schooltijd meegeteld.",
        "A week holds at most 45 hours of work, school time included.",
    ),
    group=Group.YOUTH,
    judge=_judge,
)
