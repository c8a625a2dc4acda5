"""A8: free Sundays."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.clock import wall_clock, week_of, week_starts
from flexpool.worktime.finding import Finding, Severity, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    sundays = timeline.sundays
    law = timeline.definitions
    weeks, needed = law["adults.sunday_weeks"], law["adults.free_sundays_min"]
    most = weeks - needed
    if len(sundays) <= most:
        return
    starts_on = law["definitions.week_starts_on"]
    worked = [week_of(sunday, starts_on) for sunday in sundays]
    for index in range(most, len(worked)):
        first = index
        while first > 0 and worked[index] - worked[first - 1] < weeks:
            first -= 1
        if index - first + 1 > most:
            run = (
                week_starts(worked[first], starts_on),
                week_starts(worked[first] + weeks, starts_on),
            )
            yield _finding(timeline, run, weeks - (index - first + 1), sundays[index])


def _finding(timeline: Timeline, run: Span, free: int, last_sunday: int) -> Finding:
    law = timeline.law_at(run[0])
    needed, weeks = law["adults.free_sundays_min"], law["adults.sunday_weeks"]
    with_consent = law["adults.fewer_free_sundays_agreed"]
    condition = Text(
        " Het mag alleen als de medewerker er per keer mee instemt (ATW 5:6(4)).",
        " It is lawful only with the worker's consent for each case (ATW 5:6(4)).",
    )
    last = wall_clock(last_sunday, 0)
    return RULE.finding(
        timeline,
        (run[0], max(last, run[0] + 1)),
        free,
        needed,
        Text(
            f"Op {weeks - free} zondagen in {weeks} weken staat werk; er blijven ten hoogste "
            f"{free} vrije zondagen over en nodig zijn er {needed}."
            + (condition.nl if with_consent else ""),
            f"There is work on {weeks - free} Sundays in {weeks} weeks; at most {free} free "
            f"Sundays remain and {needed} are needed." + (condition.en if with_consent else ""),
        ),
        Text(
            f"Maak {needed - free} van deze zondagen vrij.",
            f"Free {needed - free} of these Sundays.",
        ),
        unit=Unit.COUNT,
        severity=Severity.WARNING if with_consent else Severity.BREACH,
    )


RULE = Rule(
    id="worktime.free-sundays",
    source_ref="A8",
    article="ATW 5:6(3)",
    title=Text("Vrije zondagen", "Free Sundays"),
    doc=Text(
        "Elke 52 weken hebben ten minste 13 zondagen zonder werk. Zijn minder dan 52 weken bekend, "
        "dan is het een overtreding zodra er op meer dan 39 zondagen werk staat. Een dienst over "
        "middernacht telt voor elke zondag die hij raakt. Of werk op zondag is afgesproken "
        "(5:6(1)) en of iemand een andere rustdag viert (5:1), staat niet in een rooster.",
        "Every 52 weeks hold at least 13 Sundays without work. When fewer than 52 weeks are known "
        "it is a breach as soon as more than 39 Sundays hold work. A shift over midnight counts "
        "for each Sunday it touches. Whether Sunday work was agreed (5:6(1)) and whether somebody "
        "keeps another day of rest (5:1) is not in a roster.",
    ),
    group=Group.EVERYONE,
    judge=_judge,
    windowed=True,
)
