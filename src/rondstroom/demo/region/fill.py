"""Laying the rosters: each place to the team member who is due, and able, first."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from flexpool.travel import Place, minutes_between, pace
from rondstroom.demo.region.cover import Slot, first_day
from rondstroom.demo.region.figures import areas, region
from rondstroom.demo.region.staff import Person, teams
from rondstroom.demo.region.stamina import Stamina
from rondstroom.demo.region.wishes import NO, RATHER_NOT, YES, wish

POOL_HOURS = 28  # a week, for those in the flexible layer without hours in their contract


@dataclass(slots=True)
class Rosters:
    """Who has which place, and what everybody's roster still has room for."""

    today: date
    dice: random.Random
    until: Mapping[str, date]  # e-mail → first day on which the person may not be placed
    taken: dict[Slot, Person] = field(default_factory=dict)
    stamina: dict[str, Stamina] = field(default_factory=dict)

    def of(self, person: Person) -> Stamina:
        """Give what a person's roster holds."""
        if person.email not in self.stamina:
            self.stamina[person.email] = Stamina((person.hours or POOL_HOURS) * 60)
        return self.stamina[person.email]

    def give(self, slot: Slot, candidates: Iterable[Person]) -> None:
        """Give the place to the best candidate; it stays open when there is none."""
        if chosen := self.best(slot, candidates):
            self.of(chosen).lay(slot)
            self.taken[slot] = chosen

    def best(self, slot: Slot, candidates: Iterable[Person]) -> Person | None:
        """Give who can take the place and is due most, or None."""
        able = [person for person in candidates if self._can(person, slot)]
        return max(able, key=lambda person: self._merit(person, slot), default=None)

    def _can(self, person: Person, slot: Slot) -> bool:
        return (
            slot.last_day < self.until[person.email]
            and wish(person, slot.on, slot.part) != NO
            and self.of(person).has_room(slot, first_day(self.today))
            and self._has_share_left(person, slot)
        )

    def _has_share_left(self, person: Person, slot: Slot) -> bool:
        """Tell whether one of several employers has had its hours up to the end of this week."""
        if len(person.places) == 1:
            return True
        (place,) = (one for one in person.places if one.organisation == slot.organisation)
        there = [laid for laid in self.of(person).laid if laid.organisation == slot.organisation]
        weeks = (slot.on - first_day(self.today)).days // 7 + 1
        return sum(laid.minutes for laid in there) < place.hours * 60 * weeks

    def _merit(self, person: Person, slot: Slot) -> float:
        said = {YES: 0.5, RATHER_NOT: -0.5}.get(wish(person, slot.on, slot.part) or "", 0.0)
        stamina = self.of(person)
        return (
            stamina.owed(slot.on, first_day(self.today))
            + said
            + (1.0 if stamina.continues(slot) else 0.0)
            + (0.5 if person.function == slot.function else 0.0)
            + self.dice.random() * 0.2
        )


def fill_own_teams(rosters: Rosters, slots: list[Slot], people: list[Person]) -> None:
    """Let every team fill its own places, in order of time."""
    members: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for place in person.places:
            for function in covers(person.function):
                members[place.team, function].append(person)
    for slot in slots:
        rosters.give(slot, members[slot.team, slot.function])


def from_pool(slot: Slot, people: list[Person], skills: Mapping[str, set[str]]) -> Iterator[Person]:
    """Give who of the flexible layer would come: able, willing and near enough."""
    for person in people:
        if (
            not person.places[0].team
            and not person.has_account
            and slot.organisation in person.willing_for
            and slot.function in covers(person.function)
            and skills[person.email] >= set(slot.skills)
            and minutes_to(person, slot.team) <= person.max_travel_minutes
        ):
            yield person


def minutes_to(person: Person, team: str) -> int:
    """Give how long somebody travels to a team."""
    return _minutes(person.home_pc4, person.travel_mode, team)


@cache
def _minutes(home_pc4: str, travel_mode: str, team: str) -> int:
    (there,) = (place["pc4"] for _organisation, place, row in teams() if row["name"] == team)
    places = {pc4: Place(latitude, longitude) for pc4, _name, latitude, longitude in areas()}
    return minutes_between(places[home_pc4], places[there], pace(travel_mode))


def covers(function: str) -> set[str]:
    """Give the functions whose work somebody may do, their own included."""
    found, functions = {function}, region()["functions"]
    waiting = [function]
    while waiting:
        for other in functions[waiting.pop()].get("stands_in_for", ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
