"""The criteria, each a number about this person and this shift turned into 0 to 100 points.

The points are of one placement: they are never added up over shifts, and no score of a person
exists. Age, sex, name, origin, health and the form of a contract are no criterion; the size of a
contract counts only as hours still owed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters.queries.placement import OWN_ORGANISATION, OWN_TEAM, Numbers

CRITERIA_VERSION = 1
"""Goes up whenever a criterion is added, dropped or measures otherwise."""
FAR_MINUTES = 90
OFTEN = 5
FULL = 100


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that counts: its name, what it measures in words, and its points."""

    key: str
    label: str | Promise
    measures: str | Promise
    points: Callable[[Numbers, int], int]


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion came to for one candidate."""

    criterion: Criterion
    points: int
    weight: int

    @property
    def counted(self) -> int:
        """Points times weight."""
        return self.points * self.weight


@dataclass(frozen=True, slots=True)
class Ranked:
    """All parts of one candidate for one shift."""

    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """What the order follows; between equals the lot decides."""
        return sum(part.counted for part in self.parts)

    @property
    def of_hundred(self) -> int:
        """The same on a scale that people can compare within this shift."""
        weights = sum(part.weight for part in self.parts)
        return round(self.total / weights) if weights else 0


def ranked(numbers: Numbers, shift_minutes: int, weights: Mapping[str, int]) -> Ranked:
    """Give what every criterion comes to by these weights."""
    return Ranked(
        tuple(
            Part(one, one.points(numbers, shift_minutes), weights.get(one.key, 0))
            for one in CRITERIA
        )
    )


def _ring(numbers: Numbers, _minutes: int) -> int:
    return {OWN_TEAM: FULL, OWN_ORGANISATION: FULL // 2}.get(numbers.tier, 0)


def _wish(numbers: Numbers, _minutes: int) -> int:
    return {Wish.AVAILABLE: FULL, "": 60, Wish.RATHER_NOT: 20}.get(numbers.wish, 0)


def _owed(numbers: Numbers, minutes: int) -> int:
    return min(FULL, FULL * numbers.owed_minutes // max(minutes, 1))


def _history(numbers: Numbers, _minutes: int) -> int:
    return min(FULL, FULL * numbers.times_here // OFTEN)


def _travel(numbers: Numbers, _minutes: int) -> int:
    if numbers.travel_minutes is None:
        return 0
    return max(0, FULL - FULL * numbers.travel_minutes // FAR_MINUTES)


def _anw(numbers: Numbers, _minutes: int) -> int:
    return 0 if numbers.anw_share is None else FULL - numbers.anw_share


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "ring",
        _("Dichtbij in de organisatie"),
        _("Eigen team 100, eigen organisatie 50, pool 0: wat het dichtst bij is, kost het minst."),
        _ring,
    ),
    Criterion(
        "wish",
        _("Eigen wens"),
        _("Zei beschikbaar 100, zei niets 60, zei liever niet 20."),
        _wish,
    ),
    Criterion(
        "owed",
        _("Uren nog te vullen"),
        _("Welk deel van deze dienst past in de contracturen die deze week nog open staan."),
        _owed,
    ),
    Criterion(
        "history",
        _("Bekend op het team"),
        _("Elke keer dat iemand op dit team werkte 20, met 100 als hoogste."),
        _history,
    ),
    Criterion(
        "travel",
        _("Reistijd"),
        _("Om de hoek 100, anderhalf uur of meer 0, onbekend 0."),
        _travel,
    ),
    Criterion(
        "anw",
        _("Eerlijk deel avond, nacht en weekend"),
        _("Alleen bij zo'n dienst: wie er in de dagen eromheen weinig heeft, krijgt meer punten."),
        _anw,
    ),
)
