"""Y5: the average over four weeks of a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    weeks = timeline.definitions["youth.four_weeks"]
    return patterns.over_total(RULE, timeline, span, weeks, "youth.four_week_average_max")


RULE = Rule(
    id="worktime.youth-four-week-average",
    source_ref="Y5",
    article="ATW 5:7(1)c",
    title=Text("Gemiddelde over 4 weken, 16 en 17 jaar", "Average over 4 weeks, 16 and 17"),
    doc=Text(
        "Elke 4 weken achter elkaar tellen samen ten hoogste 160 uur werk (gemiddeld 40).",
        "Every 4 weeks in a row hold at most 160 hours of work (40 on average).",
    ),
    group=Group.YOUTH,
    judge=_judge,
    windowed=True,
)
