"""How limits that come back for several groups of people are judged."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.clock import DAY, DAYS_IN_WEEK, day_of, week_of, week_starts
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.booked import Booked
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import count_within, week_totals
from flexpool.worktime.rule import Rule


def over_length(rule: Rule, timeline: Timeline, span: Span, limit: str) -> Iterator[Finding]:
    """Judge the hours of work per spell against a figure."""
    for position in timeline.near(span, 0):
        spell = timeline.spells[position]
        most = timeline.law_at(spell.start)[limit]
        if spell.work > most:
            yield rule.finding(
                timeline,
                (spell.start, spell.end),
                spell.work,
                most,
                phrases.too_long(spell.work, most, len(spell.bookings)),
                phrases.shorten(spell.work, most),
            )


def over_total(
    rule: Rule, timeline: Timeline, span: Span, weeks: int, average: str
) -> Iterator[Finding]:
    """Judge the hours of work in every run of weeks against an average per week."""
    for run, total in week_totals(timeline, span, weeks):
        most = timeline.law_at(run[0])[average] * weeks
        if total > most:
            yield rule.finding(
                timeline,
                run,
                total,
                most,
                phrases.total_over(total, most, weeks, run[0]),
                phrases.work_less(total, most),
            )


def too_often_in_days(
    rule: Rule,
    timeline: Timeline,
    spells: list[Booked],
    days: int,
    most: int,
    what: Text,
    article: str = "",
) -> Iterator[Finding]:
    """Judge how many spells start in a window of hours from the start of each.

    Parameters
    ----------
    rule, timeline
        Who finds, and in what.
    spells, days
        In order of time, and the length of the window in seconds.
    most
        How many are allowed.
    what
        What is counted.
    article
        Where the limit comes from, when that is not the rule's own article.
    """
    for index, spell in enumerate(spells):
        window = (spell.start, spell.start + days)
        count = sum(window[0] <= other.start < window[1] for other in spells[index:])
        if count > most:
            yield _often(rule, timeline, window, count, most, what, article)


def too_often_in_weeks(
    rule: Rule,
    timeline: Timeline,
    spells: list[Booked],
    weeks: int,
    most: int,
    what: Text,
    article: str = "",
) -> Iterator[Finding]:
    """Judge how many spells start in every run of weeks; parameters as `too_often_in_days`."""
    starts_on = timeline.definitions["definitions.week_starts_on"]
    starts = [spell.start for spell in spells]
    for week in sorted({week_of(day_of(start), starts_on) for start in starts}):
        run = (week_starts(week, starts_on), week_starts(week + weeks, starts_on))
        count = count_within(starts, run)
        if count > most:
            yield _often(rule, timeline, run, count, most, what, article)


def _often(
    rule: Rule,
    timeline: Timeline,
    window: Span,
    count: int,
    most: int,
    what: Text,
    article: str,
) -> Finding:
    days = round((window[1] - window[0]) / DAY)
    weeks, rest = divmod(days, DAYS_IN_WEEK)
    in_weeks = not rest and weeks > 1
    period = Text(
        f"in {weeks} weken" if in_weeks else f"in {days} x 24 uur",
        f"in {weeks} weeks" if in_weeks else f"in {days} x 24 hours",
    )
    return rule.finding(
        timeline,
        window,
        count,
        most,
        phrases.too_often(count, most, what, period),
        phrases.drop(count - most, what),
        unit=Unit.COUNT,
        article=article,
    )
