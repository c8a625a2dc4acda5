"""N2: the average with many night diensten."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.averages import nights_in
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import week_totals
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    law = timeline.definitions
    if len(timeline.night_starts) < law["nights.many_nights"]:
        return
    weeks = law["nights.many_nights_reference_weeks"]
    limit = law["nights.many_nights_average_max"] * weeks
    for run, total in week_totals(timeline, span, weeks):
        if total > limit and not replaces(timeline, run):
            nights = _most_nights(timeline, law, run)
            if nights >= law["nights.many_nights"]:
                yield _finding(timeline, law, run, total, nights)


def _most_nights(timeline: Timeline, law: Law, run: Span) -> int:
    """Count the nights of the counting period within a run that breaks the statutory average."""
    weeks = law["nights.many_nights_weeks"]
    limit = law["nights.many_nights_average_max"] * weeks
    return max(
        (
            nights_in(timeline, part)
            for part, total in week_totals(timeline, run, weeks)
            if run[0] <= part[0] and part[1] <= run[1] and total > limit
        ),
        default=0,
    )


def _finding(timeline: Timeline, law: Law, run: Span, total: int, nights: int) -> Finding:
    weeks = law["nights.many_nights_reference_weeks"]
    limit = law["nights.many_nights_average_max"] * weeks
    many = law["nights.many_nights"]
    return RULE.finding(
        timeline,
        run,
        total,
        limit,
        phrases.joined(
            phrases.total_over(total, limit, weeks, run[0]),
            Text(
                f" Vanaf {many} nachtdiensten in 16 weken geldt het lagere gemiddelde; hier zijn "
                f"het er {nights}.",
                f" From {many} night shifts in 16 weeks the lower average holds; here there are "
                f"{nights}.",
            ),
        ),
        phrases.work_less(total, limit),
        article=law.article("nights.many_nights_reference_weeks"),
    )


def nights_left(timeline: Timeline, day_starts: int) -> int:
    """Give how many night diensten still fit around a day before the lower average holds.

    Parameters
    ----------
    timeline
        The person's work.
    day_starts
        A moment; every counting period that holds it is looked at.
    """
    law = timeline.definitions
    length = law["nights.many_nights_weeks"] * law["adults.weekly_rest_days"]
    moments = [s for s in timeline.night_starts if day_starts - length < s < day_starts + length]
    fullest = max(
        (sum(first <= s < first + length for s in moments) for first in moments), default=0
    )
    left: int = law["nights.many_nights"] - 1 - fullest
    return max(0, left)


RULE = Rule(
    id="worktime.night-average",
    source_ref="N2",
    article="ATW 5:8(2)",
    title=Text("Gemiddelde bij veel nachten", "Average with many nights"),
    doc=Text(
        "Met 16 of meer nachtdiensten in 16 weken tellen die 16 weken ten hoogste 640 uur werk "
        "(gemiddeld 40). Met een collectieve regeling mag het gemiddelde van 40 over 52 weken "
        "gaan (2.080 uur). Deze regel vervangt dan A4.",
        "With 16 or more night shifts in 16 weeks those 16 weeks hold at most 640 hours of work "
        "(40 on average). With a collective arrangement the average of 40 may be taken over 52 "
        "weeks (2,080 hours). This rule then replaces A4.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
