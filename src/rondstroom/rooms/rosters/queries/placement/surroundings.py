"""What lies between workers and shifts: pools, travel times, what each kind of shift asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM, Period, local
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters.queries.placement.pools import Pools
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts, Skills
from rondstroom.rooms.rosters.queries.placement.supervision import (
    NOBODY,
    Supervisors,
    supervisors_for,
)
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.journal.queries import Asked
    from rondstroom.rooms.organisations.queries import Trip
    from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts
    from rondstroom.rooms.skills.queries import Catalogue, Houses, Requirement


_LONG_AGO = Period(local(2000, 1, 1), local(2000, 1, 2))
Need = tuple[int | None, Skills]


def requirements_of(
    shifts: Iterable[ShiftFacts], catalogue: Catalogue | None = None
) -> dict[Need, Requirement]:
    """Give what each kind of shift asks; at most three queries."""
    needs: set[Need] = {(shift.function_id, shift.skills) for shift in shifts}
    known = skills.asked_skills({pk for _function, asked in needs for pk, _name in asked})
    functions = ((function_id, frozenset[int]()) for function_id, _asked in needs)
    plain = skills.requirements(functions, catalogue)
    return {
        (function_id, asked): replace(
            plain[function_id, frozenset()],
            skills=tuple(known[pk] for pk, _name in asked),
        )
        for function_id, asked in needs
    }


@dataclass(frozen=True, slots=True)
class Known:
    """What all organisations ask and accept in a period, and the catalogue; one query."""

    houses: Houses
    catalogue: Catalogue

    @classmethod
    def during(cls, period: Period, at: datetime) -> Known:
        """Read both; `at` says of which day the register's answers must be."""
        return cls(*cls.asked(period, at).now())

    @staticmethod
    def asked(period: Period, at: datetime) -> Asked[tuple[Houses, Catalogue]]:
        """Ask both, to be read together with what is known of a worker."""
        return skills.houses_asked(period, _day_of(at))

    @property
    def pools(self) -> Pools:
        """Who shares a pool with whom in the period."""
        return Pools(self.houses.memberships)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who shares pools, minutes per trip, and what each kind of shift asks."""

    pools: Pools
    trips: dict[Trip, int | None]
    requirements: dict[Need, Requirement]
    houses: Houses
    supervisors: Supervisors = NOBODY
    catalogue: Catalogue | None = None

    def minutes(self, worker: WorkerFacts, shift: ShiftFacts) -> int | None:
        """Give the travel time; None when a postcode is not known, never a guess."""
        person = worker.worker
        return self.trips[person.home_pc4, shift.pc4, person.travel_mode]

    @classmethod
    def of(
        cls,
        workers: Iterable[WorkerFacts],
        shifts: Iterable[ShiftFacts],
        pools: Pools,
        at: datetime | None = None,
        known: Known | None = None,
    ) -> Surroundings:
        """Load what these workers and shifts need; queries do not grow with their number.

        With `at` the age of the register's answers is judged too. What is `known` is not read
        again.
        """
        people, asked = list(workers), list(shifts)
        places = {shift.pc4 for shift in asked}
        homes = {(one.worker.home_pc4, one.worker.travel_mode) for one in people}
        return cls(
            pools=pools,
            trips=organisations.travel_times(
                (home, place, mode) for home, mode in homes for place in places
            ),
            requirements=requirements_of(asked, known.catalogue if known else None),
            houses=known.houses if known else skills.houses(_span(asked), _day_of(at)),
            supervisors=supervisors_for((one.file for one in people), asked),
            catalogue=known.catalogue if known else None,
        )


def _day_of(at: datetime | None) -> date | None:
    return at and at.astimezone(AMSTERDAM).date()


def _span(shifts: Iterable[ShiftFacts]) -> Period:
    """Give from the first start to the last end; a moment long ago when there are none."""
    return Period(
        min((one.starts_at for one in shifts), default=_LONG_AGO.starts_at),
        max((one.ends_at for one in shifts), default=_LONG_AGO.ends_at),
    )
