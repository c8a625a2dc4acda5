"""What a judgement needs to know of a shift; light rows, so that thousands fit in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from flexpool.periods import AMSTERDAM, Period
from flexpool.staffing import Shift as LawShift
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.queries import Cell
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries.assignments import filled_places
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from rondstroom.rooms.demand.models import Shift

Skills = tuple[tuple[int, str], ...]
"""Number and name of each skill, in order of number."""

_COLUMNS = (
    "pk",
    "organisation_id",
    "organisation__worktime_profile",
    "team_id",
    "team__location__pc4",
    "starts_at",
    "ends_at",
    "break_minutes",
    "function_id",
    "places",
    "state",
    "sign_up",
    "filled",
)
_WHERE = ("team__location_id", "beside_id")
_SKILL = ("skills__pk", "skills__name")


@dataclass(frozen=True)
class ShiftFacts:
    """One shift; `filled` places are taken, `skills` (number, name) are asked for."""

    shift_id: int
    organisation_id: int
    profile: str
    team_id: int
    pc4: str
    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    function_id: int | None
    places: int
    state: str
    sign_up: str
    filled: int = 0
    skills: Skills = ()
    location_id: int | None = None

    @cached_property
    def starts_on(self) -> date:
        """The Dutch day on which it starts."""
        return self.starts_at.astimezone(AMSTERDAM).date()

    @cached_property
    def ends_on(self) -> date:
        """The Dutch day on which it ends."""
        return self.ends_at.astimezone(AMSTERDAM).date()

    @cached_property
    def cell(self) -> Cell:
        """The day and part under which people say whether it suits."""
        return people.availability_cell(self.starts_at, self.ends_at)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The Dutch days that it touches."""
        return tuple(self.period.local_days())

    @property
    def period(self) -> Period:
        """From start to end."""
        return Period(self.starts_at, self.ends_at)

    @property
    def as_work(self) -> LawShift:
        """The shift as the law sees it."""
        return translate.worked(
            self.starts_at,
            self.ends_at,
            self.break_minutes,
            self.organisation_id,
            str(self.shift_id),
        )


def facts_of_shifts(shifts: QuerySet[Shift]) -> list[ShiftFacts]:
    """Give the facts of shifts in order of time; one query, however many."""
    living = Assignment.objects.exclude(state=AssignmentState.CANCELLED).order_by()
    here = living.filter(shift_id=OuterRef("pk")).values("shift_id").annotate(n=Count("pk"))
    counted = shifts.prefetch_related(None).annotate(filled=Coalesce(Subquery(here.values("n")), 0))
    rows = counted.order_by("starts_at", "pk", "skills__pk")
    found: dict[int, tuple[Any, ...]] = {}
    skills: dict[int, Skills] = {}
    for *row, place, beside, skill_id, name in rows.values_list(*_COLUMNS, *_WHERE, *_SKILL):
        found[row[0]] = (*row, _inducted_at(place, beside))
        if skill_id is not None:
            skills[row[0]] = (*skills.get(row[0], ()), (skill_id, name))
    return [ShiftFacts(*(*row, skills.get(pk, ()), place)) for pk, (*row, place) in found.items()]


def _inducted_at(location_id: int, beside_id: int | None) -> int | None:
    """Give where one must have been made at home; in training that is what one comes for."""
    return location_id if beside_id is None else None


def facts_of_shift(shift: Shift, filled: int | None = None) -> ShiftFacts:
    """Give the facts of one shift; no query but of what is not there yet."""
    return ShiftFacts(
        shift.pk,
        shift.organisation_id,
        shift.organisation.worktime_profile,
        shift.team_id,
        shift.team.location.pc4,
        shift.starts_at,
        shift.ends_at,
        shift.break_minutes,
        shift.function_id,
        shift.places,
        shift.state,
        shift.sign_up,
        filled_places([shift.pk])[shift.pk] if filled is None else filled,
        tuple(sorted((skill.pk, skill.name) for skill in shift.skills.all())),
        _inducted_at(shift.team.location_id, shift.beside_id),
    )
