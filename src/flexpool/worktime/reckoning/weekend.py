"""The weekend variant of a collective arrangement for night diensten (ATB 4.7:1)."""

from __future__ import annotations

from flexpool.worktime.clock import (
    DAYS_IN_WEEK,
    FRIDAY_TO_MONDAY,
    day_of,
    last_friday,
    wall_clock,
)
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Span, Timeline


def is_weekend_night(timeline: Timeline, position: int) -> bool:
    """Tell whether a night dienst is lawful by the weekend variant.

    It lies between Friday 18:00 and Monday 08:00, holds 10 hours of work (11 hours at most twice
    in the weekend), has 12 hours of rest after it, and the year keeps 26 weekends free.
    """
    spell = timeline.spells[position]
    law = timeline.law_at(spell.start)
    weekend = weekend_around(spell, law)
    if weekend is None:
        return False
    rest = timeline.rest_after(position)
    if rest is not None and rest < law["arrangements.weekend_rest_hours"]:
        return False
    if not _short_enough(timeline, position, weekend, law):
        return False
    most: int = law["arrangements.weekend_weeks"] - law["arrangements.free_weekends_min"]
    return most_worked_weekends(timeline, spell, law) <= most


def weekend_around(spell: Spell, law: Law) -> Span | None:
    """Give the weekend, Friday 18:00 to Monday 08:00, that holds a spell wholly."""
    day = day_of(spell.start)
    friday = last_friday(day)
    start = wall_clock(friday, law["arrangements.weekend_starts"])
    end = wall_clock(friday + FRIDAY_TO_MONDAY, law["arrangements.weekend_ends"])
    return (start, end) if start <= spell.start and spell.end <= end else None


def _short_enough(timeline: Timeline, position: int, weekend: Span, law: Law) -> bool:
    longer = law["arrangements.weekend_night_hours_max"]
    spell = timeline.spells[position]
    if spell.work <= longer:
        return True
    if spell.work > law["arrangements.weekend_long_night_hours_max"]:
        return False
    earlier = [
        timeline.spells[other]
        for other in timeline.near(weekend, 0)
        if other <= position and timeline.spells[other].is_night
    ]
    long_ones = sum(night.work > longer for night in earlier)
    return bool(long_ones <= law["arrangements.weekend_long_nights_max"])


def most_worked_weekends(timeline: Timeline, spell: Spell, law: Law) -> int:
    """Count the worked weekends in the fullest year that holds a spell."""
    length = law["arrangements.weekend_weeks"] * DAYS_IN_WEEK
    day = day_of(spell.start)
    near = [s for s in timeline.worked_weekends if day - length < s < day + length]
    firsts = [sunday for sunday in near if sunday <= day + DAYS_IN_WEEK]
    return max(
        (sum(first <= sunday < first + length for sunday in near) for first in firsts), default=0
    )
