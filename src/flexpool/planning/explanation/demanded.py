"""The hard demands of a problem, one by one, and the problem with only some of them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from flexpool.planning.explanation.limits import bounds, counted
from flexpool.planning.problem import Contract, Demand, Limit, Problem, Worker
from flexpool.text import Text

NO_TEXT = Text("", "")


class Sort(StrEnum):
    """What sort of demand it is."""

    COVER = "cover"
    FIXED = "fixed"
    LIMIT = "limit"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class Demanded:
    """One hard demand.

    Parameters
    ----------
    sort
        What sort of demand.
    worker
        Of whom; "" for cover.
    day
        When; None for a limit of the contract.
    about
        Kind and skill, or the name of the limit and, behind a slash, its kind.
    amount
        How many are wanted, or the bounds of the limit, for reading.
    when
        The day as people read it.
    """

    sort: Sort
    worker: str
    day: int | None
    about: str
    amount: Text
    when: Text

    @property
    def text(self) -> Text:
        """The demand in a few words."""
        who, about, when = self.worker, self.about, self.when
        if self.sort == Sort.COVER:
            nl = f"ten minste {self.amount.nl} op {about}"
            en = f"at least {self.amount.en} on {about}"
        elif self.sort == Sort.FIXED:
            nl = f"{who} staat vast op {about or 'vrij'}"
            en = f"{who} is fixed on {about or 'a day off'}"
        elif self.sort == Sort.ABSENCE:
            nl = f"{who} is niet beschikbaar" + (f" voor {about}" if about else "")
            en = f"{who} is not available" + (f" for {about}" if about else "")
        else:
            what = counted(about)
            nl = f"{who}: {self.amount.nl} {what.nl}"
            en = f"{who}: {self.amount.en} {what.en}"
        return Text(f"{nl}, {when.nl}", f"{en}, {when.en}") if when.nl else Text(nl, en)


def demanded(problem: Problem) -> tuple[Demanded, ...]:
    """Give every hard demand that can be taken away: what people wish, and what contracts bound."""
    return (*_covers(problem), *(one for who in problem.workers for one in _of(problem, who)))


def only(problem: Problem, kept: Set[Demanded]) -> Problem:
    """Give the problem with only these hard demands, and without any price."""
    demands = tuple(
        _bare_demand(one, is_kept=_cover(problem, one) in kept) for one in problem.demands
    )
    workers = tuple(_bare_worker(problem, worker, kept) for worker in problem.workers)
    return replace(problem, demands=demands, workers=workers)


def _when(problem: Problem, day: int) -> Text:
    if problem.first_date is None:
        return Text(f"dag {day}", f"day {day}")
    date = (problem.first_date + timedelta(days=day)).isoformat()
    return Text(date, date)


def _cover(problem: Problem, demand: Demand) -> Demanded:
    about = "/".join(part for part in (demand.kind, demand.skill) if part)
    when, least = _when(problem, demand.day), str(demand.minimum)
    return Demanded(Sort.COVER, "", demand.day, about, Text(least, least), when)


def _covers(problem: Problem) -> Iterator[Demanded]:
    for demand in problem.demands:
        if demand.minimum and demand.minimum_weight is None:
            yield _cover(problem, demand)


def _of(problem: Problem, worker: Worker) -> Iterator[Demanded]:
    for name, limit in _limits(worker.contract):
        if held := bounds(name, limit):
            yield Demanded(Sort.LIMIT, worker.id, None, name, held, NO_TEXT)
    for day, slot in sorted(worker.fixed.items()):
        yield _fixed(problem, worker, day, slot)
    for day, kind in _absences(worker):
        yield Demanded(Sort.ABSENCE, worker.id, day, kind, NO_TEXT, _when(problem, day))


def _fixed(problem: Problem, worker: Worker, day: int, slot: tuple[str, str]) -> Demanded:
    about = "/".join(part for part in slot if part)
    return Demanded(Sort.FIXED, worker.id, day, about, NO_TEXT, _when(problem, day))


def _absences(worker: Worker) -> list[tuple[int, str]]:
    return sorted({(day, "") for day in worker.days_off} | worker.unavailable)


def _limits(contract: Contract) -> Iterator[tuple[str, Limit]]:
    for one in fields(contract):
        value: Any = getattr(contract, one.name)
        if isinstance(value, Limit):
            yield one.name, value
        elif one.name in ("per_kind", "kind_run"):
            yield from ((f"{one.name}/{kind}", limit) for kind, limit in value.items())


def _bare_demand(demand: Demand, *, is_kept: bool) -> Demand:
    least = demand.minimum if is_kept and demand.minimum_weight is None else 0
    return replace(
        demand, minimum=least, minimum_weight=None, optimum=0, under_weight=0, over_weight=0
    )


def _bare_worker(problem: Problem, worker: Worker, kept: Set[Demanded]) -> Worker:
    absent = {
        (day, kind)
        for day, kind in _absences(worker)
        if Demanded(Sort.ABSENCE, worker.id, day, kind, NO_TEXT, _when(problem, day)) in kept
    }
    fixed = {
        day: slot
        for day, slot in worker.fixed.items()
        if _fixed(problem, worker, day, slot) in kept
    }
    return replace(
        worker,
        contract=_bare_contract(worker, kept),
        fixed=fixed,
        days_off=frozenset(day for day, kind in absent if not kind),
        unavailable=frozenset(absent),
        requests=(),
        published=(),
        kind_cost={},
    )


def _bare_contract(worker: Worker, kept: Set[Demanded]) -> Contract:
    limits = dict(_limits(worker.contract))
    held = {
        name: _hard(limit)
        for name, limit in limits.items()
        if (told := bounds(name, limit))
        and Demanded(Sort.LIMIT, worker.id, None, name, told, NO_TEXT) in kept
    }
    named: dict[str, Any] = {name: held.get(name) for name in limits if "/" not in name}
    for mapped in ("per_kind", "kind_run"):
        start = f"{mapped}/"
        named[mapped] = {one[len(start) :]: held[one] for one in held if one.startswith(start)}
    return replace(worker.contract, **named)


def _hard(limit: Limit) -> Limit:
    return Limit(
        limit.minimum if limit.under_weight is None else None,
        limit.maximum if limit.over_weight is None else None,
    )
