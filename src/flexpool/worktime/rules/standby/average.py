"""S5: the average with many standbys at night."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.clock import day_of, wall_clock
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.booked import Booked
from flexpool.worktime.reckoning.on_call import (
    free_within,
    on_call_spells,
    touches_night,
    work_stretches,
)
from flexpool.worktime.reckoning.timeline import EVER, Span, Timeline
from flexpool.worktime.reckoning.windows import count_within, week_totals
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    law = timeline.definitions
    spells = on_call_spells(timeline, ShiftKind.STANDBY, ShiftKind.ON_CALL)
    if len(spells) < law["on_call.many_standbys"]:
        return
    nightly = [spell.start for spell in spells if touches_night(timeline, spell)]
    weeks = law["on_call.many_standbys_weeks"]
    for run, total in week_totals(timeline, EVER, weeks):
        count = count_within(nightly, run)
        if count < law["on_call.many_standbys"]:
            continue
        rested = all(_is_rested(timeline, law, call) for call in _last_calls(timeline, law, run))
        average = "rested_standbys_average_max" if rested else "many_standbys_average_max"
        most = law[f"on_call.{average}"] * weeks
        if total > most:
            yield _finding(timeline, run, total, most, count)


def _last_calls(timeline: Timeline, law: Law, run: Span) -> Iterator[Booked]:
    """Give of each night the last call that began between 00:00 and 06:00."""
    last: dict[int, Booked] = {}
    for call in timeline.call_work:
        ordinal = day_of(call.start)
        if run[0] <= call.start < run[1] and call.start < wall_clock(
            ordinal, law["definitions.night_ends"]
        ):
            last[ordinal] = call
    yield from last.values()


def _is_rested(timeline: Timeline, law: Law, call: Booked) -> bool:
    """Tell whether the rest after a call at night is long enough (ATW 5:9(6)a)."""
    needed = law["on_call.rest_after_night_call_hours"]
    worked = work_stretches(timeline)
    following = next((start for start, _end in worked if start >= call.end), None)
    if following is None or following - call.end >= needed:
        return True
    if following > call.end:
        return False
    six = wall_clock(day_of(call.start), law["definitions.night_ends"])
    window = (six, six + law["on_call.rest_after_night_call_window_hours"])
    return any(free >= needed for free in free_within(worked, window))


def _finding(timeline: Timeline, run: Span, total: int, most: int, count: int) -> Finding:
    weeks = timeline.definitions["on_call.many_standbys_weeks"]
    return RULE.finding(
        timeline,
        run,
        total,
        most,
        phrases.joined(
            phrases.total_over(total, most, weeks, run[0]),
            Text(
                f" Met {count} consignaties in de nacht is het gemiddelde ten hoogste "
                f"{hours(most / weeks, 'nl')} per week.",
                f" With {count} standbys at night the average is at most "
                f"{hours(most / weeks, 'en')} a week.",
            ),
        ),
        phrases.work_less(total, most),
    )


RULE = Rule(
    id="worktime.standby-average",
    source_ref="S5",
    article="ATW 5:9(5)(6)",
    title=Text("Gemiddelde met veel consignatie", "Average with many standbys"),
    doc=Text(
        "Met 16 of meer consignaties die de nacht raken in 16 weken tellen die weken ten "
        "hoogste 640 uur werk (gemiddeld 40). Heeft de medewerker na de laatste oproep van elke "
        "nacht 8 uur rust, dan 720 uur (gemiddeld 45).",
        "With 16 or more standbys that touch the night in 16 weeks those weeks hold at most 640 "
        "hours of work (40 on average). When the worker has 8 hours of rest after the last call "
        "of each night, 720 hours (45 on average).",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
