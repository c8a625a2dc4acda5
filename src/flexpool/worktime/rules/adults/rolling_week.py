"""D8: seven days in a row that are no calendar week."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.clock import day_of, week_of
from flexpool.worktime.finding import Finding, Severity
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    law = timeline.definitions
    week = law["adults.weekly_rest_days"]
    limit = law["adults.week_hours_max"]
    positions = timeline.near(span, week)
    total, following = 0, positions.start
    for position in positions:
        start = timeline.starts[position]
        while following < len(timeline.ends) and timeline.ends[following] <= start + week:
            total += timeline.spells[following].work
            following += 1
        measured = total + _cut_off(timeline, following, start, start + week)
        if measured > limit and not _told_by_week(timeline, (start, start + week), limit):
            yield _finding(timeline, (start, start + week), measured, limit)
        total -= timeline.spells[position].work if position < following else 0
        following = max(following, position + 1)


def _cut_off(timeline: Timeline, position: int, start: int, end: int) -> int:
    if position < len(timeline.spells):
        return timeline.spells[position].work_within(start, end)
    return 0


def _told_by_week(timeline: Timeline, run: Span, limit: int) -> bool:
    starts_on = timeline.definitions["definitions.week_starts_on"]
    weeks = (week_of(day_of(second), starts_on) for second in run)
    return replaces(timeline, run) or any(
        timeline.week_totals.get(week, 0) > limit for week in weeks
    )


def _finding(timeline: Timeline, run: Span, measured: int, limit: int) -> Finding:
    return RULE.finding(
        timeline,
        run,
        measured,
        limit,
        Text(
            f"In de 7 x 24 uur vanaf {when(run[0], 'nl')} staat {hours(measured, 'nl')} werk. "
            f"Geen kalenderweek is langer dan {hours(limit, 'nl')}, maar wie een week anders laat "
            "beginnen, ziet hier een overtreding.",
            f"The 7 x 24 h from {when(run[0], 'en')} hold {hours(measured, 'en')} of work. No "
            f"calendar week holds more than {hours(limit, 'en')}, but whoever lets a week start "
            "on another day sees a breach here.",
        ),
        Text(
            f"Schuif {hours(measured - limit, 'nl')} werk naar een andere dag.",
            f"Move {hours(measured - limit, 'en')} of work to another day.",
        ),
        severity=Severity.WARNING,
    )


RULE = Rule(
    id="worktime.rolling-week",
    source_ref="D8",
    article="ATW 5:7(2)b",
    title=Text("Zeven dagen achter elkaar", "Seven days in a row"),
    doc=Text(
        "De wet zegt niet op welke dag een week begint. Staat er in 7 x 24 uur vanaf het begin van "
        "een dienst meer dan 60 uur werk terwijl geen kalenderweek te vol is, dan volgt een "
        "waarschuwing.",
        "The law does not say on which day a week starts. When the 7 x 24 hours from the start of "
        "a shift hold more than 60 hours of work while no calendar week is too full, a warning "
        "follows.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
