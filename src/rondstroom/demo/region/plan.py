"""The whole demo region as plain values: the same for the same seed and day, everywhere."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from rondstroom.demo.region.absence import Spell, make_absence
from rondstroom.demo.region.cover import Slot, first_day, make_slots
from rondstroom.demo.region.figures import region
from rondstroom.demo.region.fill import Rosters, fill_own_teams, from_pool
from rondstroom.demo.region.proofs import Evidence, make_proofs, placeable_until
from rondstroom.demo.region.staff import Person, make_staff

DRAFT_TEAM = "PG Vlinder"
REQUESTS = 2  # that wait for an answer, per organisation


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """Everything that the demo will hold, before it is written down anywhere."""

    today: date
    people: list[Person]
    proofs: dict[str, list[Evidence]]
    slots: list[Slot]
    rostered: dict[Slot, Person]  # as laid, before absence
    taken: dict[Slot, Person]  # as it stands: absence taken off, some of it replaced
    spells: list[Spell]
    freed: set[Slot]
    asking: dict[Slot, Person]  # who waits for a planner's answer, to be the place's

    def is_draft(self, slot: Slot) -> bool:
        """Tell whether the place lies in the week that is left to plan."""
        return slot.team == DRAFT_TEAM and slot.on in draft_days(self.today)


def draft_days(today: date) -> set[date]:
    """Give the days of next week, which one team has still to plan."""
    monday = first_day(today) + timedelta(days=7)
    return {monday + timedelta(days=number) for number in range(7)}


def plan_region(seed: int, today: date) -> RegionPlan:
    """Make up people, demand, rosters and absence for six weeks from the Monday of `today`."""
    dice = random.Random(seed)  # noqa: S311  (a made-up region, not a secret)
    people = make_staff(dice)
    proofs = {
        person.email: make_proofs(person, number, today, dice)
        for number, person in enumerate(people)
    }
    until = {person.email: placeable_until(person, proofs[person.email]) for person in people}
    slots = make_slots(today)
    rosters = Rosters(today, dice, until)
    fill_own_teams(rosters, slots, people)
    rostered = dict(rosters.taken)
    spells, freed = make_absence(rosters, dice)
    skills = {
        email: {proof.skill for proof in found if proof.kind == "skill"}
        for email, found in proofs.items()
    }
    _replace_some(rosters, slots, people, skills)
    asking = _who_asks(rosters, slots, people, skills)
    draft = draft_days(today)
    taken = {
        slot: person
        for slot, person in rosters.taken.items()
        if slot.team != DRAFT_TEAM or slot.on not in draft
    }
    return RegionPlan(today, people, proofs, slots, rostered, taken, spells, freed, asking)


def _replace_some(
    rosters: Rosters, slots: list[Slot], people: list[Person], skills: dict[str, set[str]]
) -> None:
    """Let the pool have taken most of what is open up to and including today, and some later."""
    soon = rosters.today + timedelta(days=10)
    for slot in slots:
        if slot in rosters.taken or slot.on >= soon:
            continue
        if slot.on <= rosters.today or rosters.dice.random() < 0.3:
            rosters.give(slot, from_pool(slot, people, skills))


def _who_asks(
    rosters: Rosters, slots: list[Slot], people: list[Person], skills: dict[str, set[str]]
) -> dict[Slot, Person]:
    """Let each organisation find a few requests for open places of the coming days."""
    first, last = rosters.today + timedelta(days=2), rosters.today + timedelta(days=21)
    is_open = [
        slot
        for slot in slots
        if slot not in rosters.taken and slot.team != DRAFT_TEAM and first <= slot.on <= last
    ]
    found: dict[Slot, Person] = {}
    for organisation in region()["organisations"]:
        places = iter([slot for slot in is_open if slot.organisation == organisation["name"]])
        asked = 0
        while asked < REQUESTS and (slot := next(places, None)):
            free = [one for one in from_pool(slot, people, skills) if one not in found.values()]
            if person := rosters.best(slot, free):
                found[slot] = person
                asked += 1
    return found
