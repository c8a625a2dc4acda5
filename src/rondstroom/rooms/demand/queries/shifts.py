"""Reading shifts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import QuerySet

from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.skills import queries as skills


def _all() -> QuerySet[Shift]:
    """Give shifts with what every screen shows of them; two queries however many."""
    return (
        Shift.objects.select_related("organisation", "team__location", "function")
        .prefetch_related("skills")
        .order_by("starts_at", "ends_at", "pk")
    )


def shift(shift_id: int) -> Shift | None:
    """Give a shift by number."""
    return _all().filter(pk=shift_id).first()


def locked_shift(shift_id: int) -> Shift:
    """Give a shift, and let nobody else fill its places until the transaction ends."""
    rows = Shift.objects.select_related("organisation", "team__location", "function")
    return rows.select_for_update(of=("self",)).get(pk=shift_id)


def shifts(shift_ids: Iterable[int]) -> dict[int, Shift]:
    """Give several shifts by number."""
    return {one.pk: one for one in _all().filter(pk__in=list(shift_ids))}


def shifts_by_id(shift_ids: Iterable[int]) -> QuerySet[Shift]:
    """Give several shifts by number, to be read further."""
    return _all().filter(pk__in=list(shift_ids))


def open_shifts(
    starts_at: datetime, ends_at: datetime, organisation_ids: Iterable[int]
) -> QuerySet[Shift]:
    """Give the published shifts of organisations that begin in a period, in order of time.

    Whether places are free is asked of `rosters.queries.filled_places`.
    """
    return without_training(_all()).filter(
        state=ShiftState.PUBLISHED,
        organisation_id__in=list(organisation_ids),
        starts_at__gte=starts_at,
        starts_at__lt=ends_at,
    )


def without_training(shifts: QuerySet[Shift]) -> QuerySet[Shift]:
    """Give shifts without the places in training, which are over and above what care needs."""
    return shifts.filter(beside__isnull=True)


def without_last_parts(shifts: QuerySet[Shift]) -> QuerySet[Shift]:
    """Give each work once: of a shift that was cut only the part with which it begins."""
    whole = models.Q(whole_starts_at__isnull=True)
    return shifts.filter(whole | models.Q(whole_starts_at=models.F("starts_at")))


def shifts_of_team(team_id: int, starts_at: datetime, ends_at: datetime) -> QuerySet[Shift]:
    """Give the shifts of a team that begin in a period, drafts too, cancelled ones not."""
    return (
        _all()
        .filter(team_id=team_id, starts_at__gte=starts_at, starts_at__lt=ends_at)
        .exclude(state=ShiftState.CANCELLED)
    )


def shifts_of_organisation(
    organisation_id: int, starts_at: datetime, ends_at: datetime
) -> QuerySet[Shift]:
    """Give the shifts of all teams that begin in a period, drafts too, cancelled ones not."""
    return (
        _all()
        .filter(organisation_id=organisation_id, starts_at__gte=starts_at, starts_at__lt=ends_at)
        .exclude(state=ShiftState.CANCELLED)
    )


def all_shifts_of(organisation_id: int) -> QuerySet[Shift]:
    """Give every shift an organisation ever had, cancelled ones too."""
    return _all().filter(organisation_id=organisation_id)


def shift_by_source_key(organisation_id: int, key: str) -> Shift | None:
    """Give the shift that an organisation's own system knows by this key; none for no key."""
    return shifts_by_source_key(organisation_id, [key]).get(key.strip())


def shifts_by_source_key(organisation_id: int, keys: Iterable[str]) -> dict[str, Shift]:
    """Give the shifts that an organisation's own system knows by these keys; two queries."""
    wanted = {key.strip() for key in keys} - {""}
    found = _all().filter(organisation_id=organisation_id, source_key__in=wanted)
    return {one.source_key: one for one in found}


def requirements_of(shifts: Iterable[Shift]) -> dict[int, skills.Requirement]:
    """Give what each shift asks of whoever works it; four queries for shifts from this room."""
    needs = {
        one.pk: (one.function_id, frozenset(skill.pk for skill in one.skills.all()))
        for one in shifts
    }
    found = skills.requirements(needs.values())
    return {shift_id: found[need] for shift_id, need in needs.items()}
