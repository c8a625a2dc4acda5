"""The whole problem, checked when made and unchangeable after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from flexpool.planning.problem.contract import Contract
from flexpool.planning.problem.demand import Demand, Kind
from flexpool.planning.problem.sites import site_of
from flexpool.planning.problem.tables import Tables
from flexpool.planning.problem.team import Composition, Faces, Stay
from flexpool.planning.problem.terms import Terms
from flexpool.planning.problem.worker import Worker


class NotAProblem(ValueError):
    """The parts do not make a problem: a name nobody has, a day outside the horizon, a double."""


@dataclass(frozen=True)
class Problem:
    """Workers × days × kinds, with demand.

    Parameters
    ----------
    name
        Name of the instance.
    days
        Length of the horizon in days.
    kinds, workers, demands
        The parts; at most one demand for each day, kind and skill.
    first_weekday
        Weekday of day 0; 0 is Monday.
    first_date
        Calendar date of day 0; needed when the working-time law must hold.
    rest_minutes
        Rest between shifts on following days, judged where kinds carry start and end.
    lawful
        Whether every roster must satisfy the working-time law over all work of a worker.
    law_profile
        Which variant of the law, as `flexpool.worktime.load_profile` names it.
    only_demanded
        Whether a kind may only be worked on days, and with the skill, for which a demand exists.
    terms
        The prices of the pool, and who may stand in for whom.
    planned_at
        Moment at which workers are told of this plan; needed where a contract has a term of notice.
    compositions
        Days' work that one of several teams can do.
    faces
        How many different people may come to a team or place.
    stays
        Who supervises where already, besides those who are planned.

    Raises
    ------
    NotAProblem
        When a part names something that does not exist, or twice the same.
    """

    name: str
    days: int
    kinds: tuple[Kind, ...]
    workers: tuple[Worker, ...]
    demands: tuple[Demand, ...]
    first_weekday: int = 0
    first_date: date | None = None
    rest_minutes: int = 0
    lawful: bool = False
    law_profile: str = "default"
    only_demanded: bool = False
    terms: Terms = field(default_factory=Terms)
    planned_at: datetime | None = None
    compositions: tuple[Composition, ...] = ()
    faces: tuple[Faces, ...] = ()
    stays: tuple[Stay, ...] = ()

    def __post_init__(self) -> None:
        if self.days < 1 or not 0 <= self.first_weekday <= 6:
            raise NotAProblem(f"{self.name}: {self.days} days from weekday {self.first_weekday}")
        if self.first_date and self.first_date.weekday() != self.first_weekday:
            raise NotAProblem(f"{self.name}: {self.first_date} is not weekday {self.first_weekday}")
        if self.lawful and (
            self.first_date is None or any(kind.starts is None for kind in self.kinds)
        ):
            raise NotAProblem(f"{self.name}: the law needs a first date and times of every kind")
        self._check_calendar()
        _only_once("kind", (kind.id for kind in self.kinds))
        _only_once("worker", (worker.id for worker in self.workers))
        _only_once("demand", (f"{d.day} {d.kind} {d.skill}" for d in self.demands))
        self._check_homes()
        self._check_names()

    def _check_calendar(self) -> None:
        contracts = {id(worker.contract): worker.contract for worker in self.workers}.values()
        if self.first_date is None and any(one.month_minutes for one in contracts):
            raise NotAProblem(f"{self.name}: hours per month need a first date")
        no_moment = self.planned_at is None or self.first_date is None
        if no_moment and any(one.notice for one in contracts):
            raise NotAProblem(f"{self.name}: a term of notice needs planned_at and a first date")
        if self.planned_at is not None and self.planned_at.tzinfo is None:
            raise NotAProblem(f"{self.name}: planned_at needs an offset from UTC")

    def _check_homes(self) -> None:
        homes = {site_of(kind).home for kind in self.kinds}
        for faces in self.faces:
            if faces.at not in homes:
                raise NotAProblem(f"{self.name}: no kind is at the team or place {faces.at!r}")

    def _check_names(self) -> None:
        own = {kind.id for kind in self.kinds}
        known = own | {""}
        for one in self.compositions:
            kinds = {kind for option in one.options for kind, _ in option}
            self._check("composition", kinds, own, (one.day,))
        for kind in self.kinds:
            self._check(kind.id, kind.not_next_day, known, ())
        for demand in self.demands:
            self._check("demand", (demand.kind,), own, (demand.day,))
        for worker in self.workers:
            _only_once(f"{worker.id}: published day", (str(one.day) for one in worker.published))
            wished = {one.kind for one in worker.requests}
            wished |= {one.kind for one in worker.published}
            named = (
                wished
                | set(worker.kinds or ())
                | set(worker.kind_cost)
                | {kind for one in worker.supervision for kind in one.kinds or ()}
                | {kind for _, kind in worker.unavailable | worker.beyond_agreed}
                | {kind for kind, _ in worker.fixed.values()}
                | _kinds_in(worker.contract)
                | ({worker.history.kind} if worker.history else set())
            )
            days = {request.day for request in worker.requests} | worker.days_off
            days |= {one.day for one in worker.published}
            days |= {day for day, _ in worker.unavailable | worker.beyond_agreed}
            days |= set(worker.fixed)
            self._check(f"worker {worker.id}", named, known, days)

    def _check(self, who: str, named: Iterable[str], known: set[str], days: Iterable[int]) -> None:
        unknown = sorted(set(named) - known)
        if unknown:
            raise NotAProblem(f"{self.name}: {who} names unknown kind {unknown[0]!r}")
        outside = sorted(day for day in days if not 0 <= day < self.days)
        if outside:
            raise NotAProblem(f"{self.name}: {who} names day {outside[0]} of {self.days} days")

    def __getstate__(self) -> dict[str, object]:
        """Travel without the tables: they are larger than the problem and quickly made again."""
        return {name: value for name, value in vars(self).items() if name != "tables"}

    @cached_property
    def tables(self) -> Tables:
        """The same problem as numbers and arrays, for the judge and the solvers."""
        return Tables(self)


def _kinds_in(contract: Contract) -> set[str]:
    return set(contract.per_kind) | set(contract.kind_run)


def _only_once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise NotAProblem(f"{what} {name!r} stands there twice")
        seen.add(name)
