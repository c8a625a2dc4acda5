"""Rounds of self-rostering: what is wished, how the cover fills, and where wishes conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from flexpool.periods import day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Round, RoundWish
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.assignments import filled_places
from rondstroom.rooms.rosters.states import RoundState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker


@dataclass(frozen=True, slots=True)
class RoundShift:
    """A shift of a round: how many are needed, rostered already, and wished for."""

    shift: Shift
    filled: int
    wished: int
    is_mine: bool = False
    # Whether proof, other work and the law let this worker wish for it.
    is_allowed: bool = True

    @property
    def free(self) -> int:
        """Places that nobody is rostered on."""
        return max(self.shift.places - self.filled, 0)

    @property
    def is_crowded(self) -> bool:
        """More wishes than places: the engine divides."""
        return self.wished > self.free


def round_(round_id: int) -> Round | None:
    """Give one round with its team."""
    return _all().filter(pk=round_id).first()


def _all() -> QuerySet[Round]:
    return Round.objects.select_related("team__location__organisation", "run")


def rounds_of_teams(team_ids: Iterable[int]) -> QuerySet[Round]:
    """Give the rounds of teams, the latest weeks first."""
    return _all().filter(team_id__in=list(team_ids)).order_by("-starts_on", "pk")


def rounds_for(worker: Worker, on: date) -> QuerySet[Round]:
    """Give the rounds of the teams a worker belongs to, that are not over."""
    teams = {one.team_id for one in people.engagements_of(worker.pk, on) if one.team_id}
    return rounds_of_teams(teams).filter(ends_on__gte=on)


def shifts_of_round(row: Round) -> QuerySet[Shift]:
    """Give the shifts that a round is about: the base roster's cover, drafts too."""
    first, last = day_period(row.starts_on).starts_at, day_period(row.ends_on).ends_at
    return demand.without_training(demand.shifts_of_team(row.team_id, first, last))


def cover_of_round(row: Round, worker_id: int = 0) -> list[RoundShift]:
    """Give every shift of a round with what is wished, by all together and by one's own."""
    shifts = list(shifts_of_round(row))
    wishes = RoundWish.objects.filter(round=row).values_list("shift_id", "worker_id")
    number = Counter(shift_id for shift_id, _worker in wishes)
    mine = {shift_id for shift_id, who in wishes if who == worker_id}
    filled = filled_places(one.pk for one in shifts)
    return [RoundShift(one, filled[one.pk], number[one.pk], one.pk in mine) for one in shifts]


def cover_for(row: Round, worker: Worker, at: datetime) -> list[RoundShift]:
    """Give the cover of a round as one of the team sees it: also what that person may wish for.

    Judged with the roster alone; with the other wishes it is judged when a wish is put in.
    """
    cover = cover_of_round(row, worker.pk)
    facts = placement.facts_of_shifts(as_rows(one.shift for one in cover))
    if not facts:
        return cover
    judge = placement.placing_among(worker, facts, at)
    allowed = {one.shift_id for one in facts if not any(_against(judge, one))}
    return [replace(one, is_allowed=one.shift.pk in allowed) for one in cover]


def _against(judge: placement.Judge, facts: placement.ShiftFacts) -> Iterator[bool]:
    for one in (*judge.overlap(facts), *judge.proofs(facts), *judge.law(facts)):
        yield one.is_blocking


def wished_shifts(row: Round, worker_id: int) -> list[Shift]:
    """Give what a worker wishes in a round, by time."""
    ids = RoundWish.objects.filter(round=row, worker_id=worker_id).values_list("shift_id")
    return list(as_rows(demand.shifts_by_id(pk for (pk,) in ids)))


def as_rows(shifts: Iterable[Shift]) -> QuerySet[Shift]:
    """Give shifts as rows that can be read further."""
    return demand.shifts_by_id(one.pk for one in shifts)


def who_wishes(row: Round) -> dict[int, list[str]]:
    """Give for each shift the names of who wishes it, in order of asking; for who plans."""
    names: dict[int, list[str]] = {}
    rows = RoundWish.objects.filter(round=row).select_related("worker").order_by("said_at", "pk")
    for one in rows:
        names.setdefault(one.shift_id, []).append(one.worker.name)
    return names


def wishes_in_plan(
    team_id: int | None, starts_on: date, ends_on: date
) -> set[tuple[int, int]] | None:
    """Give (worker, shift) of the closed round that a plan completes; None when there is none."""
    if team_id is None:
        return None
    row = Round.objects.filter(
        team_id=team_id, starts_on=starts_on, ends_on=ends_on, state=RoundState.CLOSED
    ).first()
    if row is None:
        return None
    return set(RoundWish.objects.filter(round=row).values_list("worker_id", "shift_id"))


def is_open(row: Round, at: datetime) -> bool:
    """Tell whether wishes are still taken."""
    return row.state == RoundState.OPEN and at < row.wishes_until
