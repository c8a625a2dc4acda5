"""A4: the average over the long reference period."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.averages import has_many_nights
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import week_totals
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    weeks = timeline.definitions["adults.reference_weeks"]
    for run, total in week_totals(timeline, span, weeks):
        law = timeline.law_at(run[0])
        limit = law["adults.reference_average_max"] * weeks
        if total <= limit or replaces(timeline, run):
            continue
        if weeks == law["nights.many_nights_weeks"] and has_many_nights(timeline, run):
            continue
        yield RULE.finding(
            timeline,
            run,
            total,
            limit,
            phrases.total_over(total, limit, weeks, run[0]),
            phrases.work_less(total, limit),
            article=law.article("adults.reference_weeks"),
        )


RULE = Rule(
    id="worktime.long-average",
    source_ref="A4",
    article="ATW 5:7(2)c",
    title=Text("Gemiddelde over 16 weken", "Average over 16 weeks"),
    doc=Text(
        "Elke 16 weken achter elkaar tellen samen ten hoogste 768 uur werk (gemiddeld 48). Met een "
        "collectieve regeling: elke 52 weken ten hoogste 2.496 uur. Bij veel nachtdiensten geldt "
        "in plaats hiervan N2.",
        "Every 16 weeks in a row hold at most 768 hours of work (48 on average). With a collective "
        "arrangement: every 52 weeks at most 2,496 hours. With many nights N2 holds instead.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
