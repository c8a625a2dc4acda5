"""A3: the average over four weeks."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding, Severity
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import week_totals
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    weeks = timeline.definitions["adults.four_weeks"]
    for run, total in week_totals(timeline, span, weeks):
        law = timeline.law_at(run[0])
        limit = law["adults.four_week_average_max"] * weeks
        if total <= limit or replaces(timeline, run):
            continue
        may_deviate = law["adults.four_week_average_may_deviate"]
        message = phrases.total_over(total, limit, weeks, run[0])
        yield RULE.finding(
            timeline,
            run,
            total,
            limit,
            phrases.joined(message, _if_agreed) if may_deviate else message,
            phrases.work_less(total, limit),
            severity=Severity.WARNING if may_deviate else Severity.BREACH,
        )


_if_agreed = Text(
    " Het mag alleen als de collectieve regeling een ander gemiddelde noemt (ATW 5:7(4)).",
    " It is lawful only if the arrangement sets another average (ATW 5:7(4)).",
)

RULE = Rule(
    id="worktime.four-week-average",
    source_ref="A3",
    article="ATW 5:7(3)",
    title=Text("Gemiddelde over 4 weken", "Average over 4 weeks"),
    doc=Text(
        "Elke 4 weken achter elkaar tellen samen ten hoogste 220 uur werk (gemiddeld 55). Een "
        "collectieve regeling mag een ander gemiddelde noemen: dan is het een waarschuwing.",
        "Every 4 weeks in a row hold at most 220 hours of work (55 on average). A collective "
        "arrangement may set another average: then this is a warning.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
