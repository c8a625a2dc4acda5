"""Writing down the work: shifts, who is on them, what was made known, and who asks for more."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

from rondstroom.demo.founding import Founded
from rondstroom.demo.region.cover import DAYS, Slot, first_day
from rondstroom.demo.region.plan import DRAFT_TEAM, RegionPlan, draft_days
from rondstroom.demo.writing import Writer
from rondstroom.rooms.demand import queries as demand_queries
from rondstroom.rooms.demand.actions.create import Draft, save
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions as rosters

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker

Shifts = dict[Slot, "Shift"]
ABSENCE, VACANCY = "afwezigheid", "vacature"
ONE_DAY = timedelta(days=1)


def open_shifts(plan: RegionPlan, founded: Founded, writer: Writer, seed: int) -> Shifts:
    """Make all shifts; give the shift of every place."""
    dice = random.Random(seed)  # noqa: S311  (a made-up region, not a secret)
    groups: dict[tuple[object, ...], list[Slot]] = {}
    for slot in plan.slots:
        groups.setdefault(slot.shift, []).append(slot)
    drafts = [_draft(slots, plan, founded, dice) for slots in groups.values()]
    made = save(drafts, **writer.when_rostered)
    known = demand_queries.shifts(shift.pk for shift in made)
    return {
        slot: known[shift.pk]
        for shift, slots in zip(made, groups.values(), strict=True)
        for slot in slots
    }


def _draft(slots: list[Slot], plan: RegionPlan, founded: Founded, dice: random.Random) -> Draft:
    first = slots[0]
    is_open = [slot for slot in slots if slot not in plan.taken]
    absent = any(slot in plan.freed for slot in is_open)
    draft = plan.is_draft(first)
    at_once = dice.random() < 0.45 and not any(slot in plan.asking for slot in slots)
    return Draft(
        team=founded.teams[first.team],
        starts_at=first.starts_at,
        ends_at=first.ends_at,
        break_minutes=first.break_minutes,
        function=founded.functions[first.function],
        skills=tuple(founded.skills[skill] for skill in first.skills),
        places=len(slots),
        sign_up=SignUp.INSTANT if at_once else SignUp.REQUEST,
        reason="" if draft or not is_open else ABSENCE if absent else VACANCY,
        state=ShiftState.DRAFT if draft else ShiftState.PUBLISHED,
    )


def lay_rosters(
    plan: RegionPlan, shifts: Shifts, workers: dict[str, Worker], writer: Writer
) -> None:
    """Put everybody on their places."""
    rosters.lay_roster(
        places=[(workers[person.email], shifts[slot]) for slot, person in plan.taken.items()],
        **writer.when_rostered,
    )


def publish_rosters(plan: RegionPlan, founded: Founded, writer: Writer) -> None:
    """Make every team's roster known, but for the week that one team has still to plan."""
    monday = first_day(plan.today)
    last = monday + timedelta(days=DAYS - 1)
    draft = sorted(draft_days(plan.today))
    for name, team in founded.teams.items():
        spans = [(monday, last)]
        if name == DRAFT_TEAM:
            spans = [(monday, draft[0] - ONE_DAY), (draft[-1] + ONE_DAY, last)]
        for starts_on, ends_on in spans:
            rosters.publish_roster(
                team=team, starts_on=starts_on, ends_on=ends_on, **writer.when_rostered
            )


def ask_for_places(
    plan: RegionPlan, shifts: Shifts, workers: dict[str, Worker], writer: Writer
) -> None:
    """Let some people ask for open shifts, so that planners find requests to answer."""
    for slot, person in plan.asking.items():
        matching.sign_up(worker=workers[person.email], shift=shifts[slot], **writer.this_morning)
