"""Long nights and short rests after nights share one budget (ATW 5:8(3) and (4)).

A night dienst of 10 to 12 hours uses 5:8(3). A rest of 12 to 14 hours after a late night may use
5:8(3) too, or the shortened rest of 5:8(4), once in 7 x 24 hours. A rest of 8 to 12 hours can only
use 5:8(4). Nights are given their exception in order of time, and an earlier choice is changed
when that makes room: a night is one too many only when no choice at all is lawful.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.budget import Budget, Way
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Timeline
from flexpool.worktime.reckoning.weekend import is_weekend_night


@dataclass(frozen=True, slots=True)
class Night:
    """A night dienst that needs an exception."""

    spell: Spell
    rest: int | None
    is_long: bool
    needs_rest: bool


@dataclass(slots=True)
class Judgement:
    """The nights that no exception makes lawful, and the exception of each that has one."""

    too_long: list[Night] = field(default_factory=list)
    one_too_many: list[tuple[Night, Way]] = field(default_factory=list)
    excepted: list[tuple[Night, Way]] = field(default_factory=list)


def judged(timeline: Timeline) -> Judgement:
    """Give the nights that are too long, or for which the exceptions are used up."""
    judgement = Judgement()
    budget = Budget(timeline.definitions)
    for night in exceptional_nights(timeline):
        law = timeline.law_at(night.spell.start)
        way = Way.EITHER if _may_use_long(night, law) else Way.SHORTENED
        if night.is_long and _may_be_long(night, law):
            way = Way.LONG
        elif night.is_long:
            judgement.too_long.append(night)
            if not night.needs_rest:
                continue
        if budget.accepts(night.spell, way):
            judgement.excepted.append((night, way))
        else:
            judgement.one_too_many.append((night, way))
    nights = (night for night, _way in judgement.excepted)
    judgement.excepted = list(zip(nights, budget.chosen(), strict=True))
    return judgement


def exceptional_nights(timeline: Timeline) -> Iterator[Night]:
    """Give the night diensten that are too long or have too little rest after them."""
    for position, spell in enumerate(timeline.spells):
        if not spell.is_night:
            continue
        law = timeline.law_at(spell.start)
        rest = timeline.rest_after(position)
        is_long = spell.work > law["nights.shift_hours_max"]
        needs_rest = (
            spell.ends_late and rest is not None and rest < law["nights.rest_after_late_end_hours"]
        )
        if not (is_long or needs_rest) or exempts(timeline, spell):
            continue
        if law["nights.weekend_variant_allowed"] and is_weekend_night(timeline, position):
            continue
        yield Night(spell, rest, is_long, needs_rest)


def _may_be_long(night: Night, law: Law) -> bool:
    return bool(
        law["nights.long_shift_allowed"]
        and night.spell.work <= law["nights.long_shift_hours_max"]
        and (night.rest is None or night.rest >= law["nights.long_shift_rest_hours"])
    )


def _may_use_long(night: Night, law: Law) -> bool:
    return bool(
        law["nights.long_shift_allowed"]
        and not night.is_long
        and night.rest is not None
        and night.rest >= law["nights.long_shift_rest_hours"]
    )
