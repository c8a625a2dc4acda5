"""Two hundred and forty workers: who works where, in what form, for how many hours."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rondstroom.demo import cast
from rondstroom.demo.region.figures import areas, region
from rondstroom.demo.region.names import address_of, fictional_names

FORMS = ("permanent",) * 14 + ("temporary",) * 3 + ("min_max",) * 2 + ("student",)
POOL_FORMS = ("flex_pool", "flex_pool", "on_call", "seconded", "agency", "self_employed", "reserve")
NO_HOURS = {"on_call", "agency", "self_employed", "reserve"}
RHYTHMS = ("any",) * 6 + ("days",) * 3  # where there are evenings or nights, also others
HOURS = (16, 20, 24, 24, 28, 32)


@dataclass(frozen=True, slots=True)
class Place:
    """What ties a person to an organisation; without a team in its flexible layer."""

    organisation: str
    team: str
    form: str
    hours: int
    number: str


@dataclass(frozen=True, slots=True)
class Person:
    """A worker of the demo region."""

    name: str
    email: str
    function: str
    places: tuple[Place, ...]
    home_pc4: str
    rhythm: str
    free_weekday: int
    travel_mode: str
    max_travel_minutes: int
    willing_for: tuple[str, ...]
    has_account: bool

    @property
    def hours(self) -> int:
        """Hours a week under all contracts together."""
        return sum(place.hours for place in self.places)


def teams() -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Give every team with its location and organisation, in the order of the file."""
    for organisation in region()["organisations"]:
        for location in organisation["locations"]:
            for team in location["teams"]:
                yield organisation, location, team


def make_staff(dice: random.Random) -> list[Person]:
    """Give everybody: the cast first, then as many as the teams and the pool ask for."""
    numbers: Counter[str] = Counter()
    people = [_cast_member(part, numbers) for part in cast.PARTS]
    names = fictional_names(dice)
    wanted = _vacancies(people)
    for (organisation, team, pc4), functions in wanted.items():
        for function, count in functions.items():
            for _ in range(count):
                place = _place(organisation, team, function, numbers, dice)
                people.append(_person(next(names), len(people), function, place, pc4, dice))
    return people


def _vacancies(people: list[Person]) -> dict[tuple[str, str, str], Counter[str]]:
    """Count per team, and for the pool per organisation in turn, whom is still to be found."""
    wanted: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for organisation, location, team in teams():
        key = (organisation["name"], team["name"], location["pc4"])
        wanted[key].update(team["staff"])
    homes = [(row["name"], "", row["locations"][0]["pc4"]) for row in region()["organisations"]]
    pool = Counter(region()["pool_staff"])
    pool.subtract(person.function for person in people if not person.places[0].team)
    for turn, function in enumerate(pool.elements()):
        wanted[homes[turn % len(homes)]][function] += 1
    for person in people:
        if person.places[0].team:
            (key,) = (key for key in wanted if key[1] == person.places[0].team)
            wanted[key][person.function] -= 1
    return wanted


def _number(organisation: str, numbers: Counter[str]) -> str:
    numbers[organisation] += 1
    return f"P{1000 + numbers[organisation]}"


def _cast_member(part: cast.Part, numbers: Counter[str]) -> Person:
    (account,) = (account for account in cast.ACCOUNTS if account.email == part.email)
    homes = [row["name"] for row in region()["organisations"]]
    own = [organisation for organisation, *_rest in part.places]
    return Person(
        name=account.name,
        email=part.email,
        function=part.function,
        places=tuple(
            Place(organisation, team, form, hours, _number(organisation, numbers))
            for organisation, team, form, hours in part.places
        ),
        home_pc4=part.home_pc4,
        rhythm=part.rhythm,
        free_weekday=2,
        travel_mode=part.travel_mode,
        max_travel_minutes=part.max_travel_minutes,
        willing_for=tuple(homes if part.willing_everywhere else own),
        has_account=True,
    )


def _place(
    organisation: str, team: str, function: str, numbers: Counter[str], dice: random.Random
) -> Place:
    form = dice.choice(FORMS) if team else POOL_FORMS[numbers.total() % len(POOL_FORMS)]
    hours = 0 if form in NO_HOURS else dice.choice(HOURS)
    if "-vpk" in function:  # intensive care and emergency work nearly full time
        hours = max(hours, 28)
    return Place(organisation, team, form, hours, _number(organisation, numbers))


def _person(
    name: str, number: int, function: str, place: Place, near: str, dice: random.Random
) -> Person:
    homes = [row["name"] for row in region()["organisations"] if row["name"] != place.organisation]
    others = 7 if not place.team else dice.choice((0, 0, 0, 1, 2, 4))
    return Person(
        name=name,
        email=address_of(name, number),
        function=function,
        places=(place,),
        home_pc4=near if dice.random() < 0.3 else dice.choice(areas())[0],
        rhythm=dice.choice(_rhythms(place.team, function)) if place.team else "open",
        free_weekday=dice.randrange(5),
        travel_mode=dice.choice(("bicycle", "bicycle", "car", "car", "car")),
        max_travel_minutes=dice.choice((20, 30, 45, 45, 60) if place.team else (45, 60)),
        willing_for=(place.organisation, *sorted(dice.sample(homes, others))),
        has_account=False,
    )


def _rhythms(team: str, function: str) -> tuple[str, ...]:
    """Give the rhythms that fit a team's hours; nobody is hired for nights that do not exist."""
    (row,) = (row for _organisation, _location, row in teams() if row["name"] == team)
    asked = [row.get(kind, {}).get(function, (0, 0, 0)) for kind in ("cover", "weekdays")]
    late, nights = (any(places[part] for places in asked) for part in (1, 2))
    if not any(places[0] for places in asked):
        return ("any",)
    return RHYTHMS + ("late",) * late + ("nights",) * nights
