"""What was seen of each worker: diplomas, registrations, certificates of conduct, skills.

Some are missing or lapse, so that the reasons why somebody cannot be placed occur.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from rondstroom.demo.region.figures import region
from rondstroom.demo.region.staff import Person, teams

CONDUCT_DAYS = 5 * 365  # a rule of this demo's pool: the law knows no end (Wkkgz, policy 3-5 years)
SKILL_DAYS = 3 * 365  # likewise a house rule
REGISTRATION_DAYS = 5 * 365  # Wet BIG: registered anew every five years


@dataclass(frozen=True, slots=True)
class Evidence:
    """One proof; `valid_through` is the last day on which it counts."""

    kind: str
    valid_from: date
    valid_through: date | None = None
    function: str = ""
    skill: str = ""
    reference: str = ""


def make_proofs(person: Person, number: int, today: date, dice: random.Random) -> list[Evidence]:
    """Give what was seen of a person; the cast has everything in order."""
    careless = not person.has_account
    since = today - timedelta(days=dice.randrange(120, 2500))
    found = [
        Evidence("identity", since),
        Evidence("right_to_work", since),
        Evidence("diploma", since, function=person.function),
        Evidence("past_work", since),
    ]
    if region()["functions"][person.function].get("register"):
        left = dice.randrange(30, REGISTRATION_DAYS - 30) if careless else 700
        # Eleven digits that start with 000 cannot be a real number of the register.
        number_text = f"000{number:08d}"
        found.append(_lapsing("register", today, left, REGISTRATION_DAYS, reference=number_text))
    if not careless or dice.random() > 0.03:
        left = dice.randrange(-40, CONDUCT_DAYS - 30) if careless else 900
        found.append(_lapsing("conduct", today, left, CONDUCT_DAYS))
    return [*found, *_skills(person, today, dice, careless)]


def placeable_until(person: Person, proofs: list[Evidence]) -> date:
    """Give the day up to which the person may be placed: the first essential proof to lapse."""
    kinds = {proof.kind: proof for proof in proofs}
    if "conduct" not in kinds:
        return date.min
    ends = [proof.valid_through for proof in proofs if proof.valid_through]
    return min(ends) + timedelta(days=1)


def _lapsing(kind: str, today: date, days_left: int, term: int, **more: str) -> Evidence:
    through = today + timedelta(days=days_left)
    return Evidence(kind, through - timedelta(days=term), through, **more)


def _skills(person: Person, today: date, dice: random.Random, careless: bool) -> list[Evidence]:
    """Own teams see to the skills they ask for; those in the pool have some of them."""
    own = {place.team for place in person.places if place.team}
    asked = {
        skill
        for _organisation, _location, team in teams()
        for skills in team.get("skills", {}).values()
        for skill in skills
        if team["name"] in own or (not own and (not careless or dice.random() < 0.7))
    }
    return [
        _lapsing("skill", today, dice.randrange(60, SKILL_DAYS - 30), SKILL_DAYS, skill=skill)
        for skill in sorted(asked)
    ]
