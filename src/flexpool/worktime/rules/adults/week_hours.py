"""A2: the hours of work in a week."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import week_totals
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for week, total in week_totals(timeline, span, 1):
        limit = timeline.law_at(week[0])["adults.week_hours_max"]
        if total > limit and not replaces(timeline, week):
            yield RULE.finding(
                timeline,
                week,
                total,
                limit,
                phrases.total_over(total, limit, 1, week[0]),
                phrases.work_less(total, limit),
            )


RULE = Rule(
    id="worktime.week-hours",
    source_ref="A2",
    article="ATW 5:7(2)b",
    title=Text("Uren per week", "Hours per week"),
    doc=Text(
        "Een week telt ten hoogste 60 uur werk. De week begint op maandag 00:00; een dienst over "
        "de weekgrens telt in elke week voor zijn eigen uren. Uren van verlof en ziekte tellen.",
        "A week holds at most 60 hours of work. The week starts on Monday 00:00; a shift across "
        "the end of a week counts in each week for its own hours. Hours of leave and sickness "
        "count.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
