"""Absence as large as the CBS measured, spread over people; it opens their shifts.

The demo knows only that somebody is not there, never why: no reason of absence is kept.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from rondstroom.demo.region.cover import DAYS, Slot, first_day
from rondstroom.demo.region.figures import region, sick_leave
from rondstroom.demo.region.fill import Rosters
from rondstroom.demo.region.staff import Person

SPELLS = (2, 3, 4, 5, 7, 10, 14, DAYS)  # days; many short, some long: own assumption


@dataclass(frozen=True, slots=True)
class Spell:
    """Days on which somebody is not there, the last one included."""

    person: Person
    first: date
    last: date


def make_absence(rosters: Rosters, dice: random.Random) -> tuple[list[Spell], set[Slot]]:
    """Take people off their shifts, organisation by organisation; give spells and freed places."""
    spells: list[Spell] = []
    freed: set[Slot] = set()
    for organisation in region()["organisations"]:
        share = sick_leave(organisation["branch"], rosters.today).share
        own = [slot for slot in rosters.taken if slot.organisation == organisation["name"]]
        wanted = share * sum(slot.minutes for slot in own)
        for spell, places in _spells(rosters, own, wanted, dice):
            spells.append(spell)
            freed.update(places)
    for slot in freed:
        del rosters.taken[slot]
    return spells, freed


def _spells(
    rosters: Rosters, own: list[Slot], wanted: float, dice: random.Random
) -> list[tuple[Spell, list[Slot]]]:
    """Draw spells until the wanted minutes are missed, to within half a shift."""
    shifts: dict[str, list[Slot]] = defaultdict(list)
    for slot in sorted(own, key=lambda slot: slot.starts_at):
        shifts[rosters.taken[slot].email].append(slot)
    emails = sorted(shifts)
    dice.shuffle(emails)
    found = []
    missed = 0
    for email in emails:
        person = rosters.taken[shifts[email][0]]
        if person.has_account:
            continue
        first, last = _days(rosters.today, dice)
        hit: list[Slot] = []
        for slot in shifts[email]:
            if first <= slot.on <= last and missed + slot.minutes / 2 <= wanted:
                hit.append(slot)
                missed += slot.minutes
        if hit:
            found.append((Spell(person, hit[0].on, hit[-1].on), hit))
    return found


def _days(today: date, dice: random.Random) -> tuple[date, date]:
    length = dice.choice(SPELLS)
    first = first_day(today) + timedelta(days=dice.randrange(DAYS - length + 1))
    return first, first + timedelta(days=length - 1)
