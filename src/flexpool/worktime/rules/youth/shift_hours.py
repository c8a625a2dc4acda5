"""Y3: the hours of work in a dienst of a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    return patterns.over_length(RULE, timeline, span, "youth.shift_hours_max")


RULE = Rule(
    id="worktime.youth-shift-hours",
    source_ref="Y3",
    article="ATW 5:7(1)a",
    title=Text("Uren per dienst, 16 en 17 jaar", "Hours per shift, 16 and 17"),
    doc=Text(
        "Een dienst telt ten hoogste 9 uur werk. Schooltijd telt als werk: zet die als dienst "
        "in het rooster.",
        "A shift holds at most 9 hours of work. School time counts as work: put it into the "
        "roster as a shift.",
    ),
    group=Group.YOUTH,
    judge=_judge,
)
