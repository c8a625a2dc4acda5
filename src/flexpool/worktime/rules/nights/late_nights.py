"""N6: how many night diensten end after 02:00."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.clock import day_of, wall_clock
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import count_within, week_runs
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import day, hours


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    law = timeline.definitions
    weeks, most = law["nights.late_nights_weeks"], law["nights.late_nights_max"]
    if len(timeline.late_night_starts) <= most:
        return
    for run in week_runs(timeline, span, weeks):
        count = count_within(timeline.late_night_starts, run)
        if count <= most:
            continue
        by_hours = law["nights.night_hours_alternative"]
        night_hours = _most_night_hours(timeline, law, run) if by_hours else 0
        if by_hours and night_hours <= law["nights.night_hours_max"]:
            continue
        yield RULE.finding(
            timeline,
            run,
            count,
            most,
            _message(law, run, count, night_hours),
            Text(
                f"Haal {count - most} nachtdiensten uit deze periode.",
                f"Take {count - most} night shifts out of this period.",
            ),
            article=law.article("nights.late_nights_max"),
            unit=Unit.COUNT,
        )


def _message(law: Law, run: Span, count: int, night_hours: int) -> Text:
    weeks, most = law["nights.late_nights_weeks"], law["nights.late_nights_max"]
    nl = (
        f"In de {weeks} weken vanaf {day(run[0], 'nl')} staan {count} nachtdiensten die na 02:00 "
        f"eindigen; het maximum is {most}."
    )
    en = (
        f"The {weeks} weeks from {day(run[0], 'en')} hold {count} night shifts that end after "
        f"02:00; the most is {most}."
    )
    if law["nights.night_hours_alternative"]:
        limit = law["nights.night_hours_max"]
        nl += (
            f" De andere weg, ten hoogste {hours(limit, 'nl')} tussen 00:00 en 06:00 per 2 weken: "
            f"nee, {hours(night_hours, 'nl')}."
        )
        en += (
            f" The other way, at most {hours(limit, 'en')} between 00:00 and 06:00 per 2 weeks: "
            f"no, {hours(night_hours, 'en')}."
        )
    return Text(nl, en)


def _most_night_hours(timeline: Timeline, law: Law, run: Span) -> int:
    """Give the most hours between 00:00 and 06:00 in any two weeks within a run of weeks."""
    weeks = law["nights.night_hours_weeks"]
    return max(
        (
            _night_hours(timeline, law, part)
            for part in week_runs(timeline, run, weeks)
            if run[0] <= part[0] and part[1] <= run[1]
        ),
        default=0,
    )


def _night_hours(timeline: Timeline, law: Law, part: Span) -> int:
    """Give the hours of night diensten between 00:00 and 06:00; breaks are not taken off."""
    total = 0
    for position in timeline.near(part, 0):
        spell = timeline.spells[position]
        for ordinal in range(day_of(spell.start), day_of(spell.end - 1) + 1):
            since = wall_clock(ordinal, law["definitions.night_starts"])
            upto = wall_clock(ordinal, law["definitions.night_ends"])
            if part[0] <= since < part[1]:
                total += max(0, min(spell.end, upto) - max(spell.start, since))
    return total


def explain(timeline: Timeline, span: Span) -> Iterator[Explanation]:
    """Say how many late nights there are, and the hours at night, in each run of weeks."""
    law = timeline.definitions
    weeks, most = law["nights.late_nights_weeks"], law["nights.late_nights_max"]
    if not law["nights.night_hours_alternative"]:
        return
    limit = law["nights.night_hours_max"]
    for run in week_runs(timeline, span, weeks):
        count = count_within(timeline.late_night_starts, run)
        night_hours = _most_night_hours(timeline, law, run)
        by_count, by_hours = count <= most, night_hours <= limit
        text = Text(
            f"{most} late nachten in {weeks} weken: {'ja' if by_count else 'nee'}, {count}; "
            f"{hours(limit, 'nl')} tussen 00:00 en 06:00 in 2 weken: "
            f"{'ja' if by_hours else 'nee'}, {hours(night_hours, 'nl')}",
            f"{most} late nights in {weeks} weeks: {'yes' if by_count else 'no'}, {count}; "
            f"{hours(limit, 'en')} between 00:00 and 06:00 in 2 weeks: "
            f"{'yes' if by_hours else 'no'}, {hours(night_hours, 'en')}",
        )
        yield Explanation(RULE.id, RULE.source_ref, run, by_count or by_hours, text)


RULE = Rule(
    id="worktime.late-nights",
    source_ref="N6",
    article="ATW 5:8(8)",
    title=Text("Aantal late nachten", "Number of late nights"),
    doc=Text(
        "In elke 16 weken eindigen ten hoogste 36 nachtdiensten na 02:00. Met een collectieve "
        "regeling: ten hoogste 140 per 52 weken, óf ten hoogste 38 uur tussen 00:00 en 06:00 per "
        "2 weken.",
        "In every 16 weeks at most 36 night shifts end after 02:00. With a collective arrangement: "
        "at most 140 per 52 weeks, or at most 38 hours between 00:00 and 06:00 per 2 weeks.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    explain=explain,
    windowed=True,
)
