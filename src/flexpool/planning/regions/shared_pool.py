"""Organisations side by side with a share of their staff in common: what is a shared pool worth?

Without sharing the best roster costs exactly the sum of what each organisation's best costs alone:
a certified anchor. Every worker who may also work elsewhere can only lower that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from flexpool.planning.problem import Kind, Problem, Worker

PARTS_OF_DAY = {"e": 0, "a": 0, "d": 1, "p": 2, "l": 2, "n": 3}
"""First letter of a kind of the public problems (early, day, late, night) to part of the day."""
LEAST_TRAVEL, MOST_TRAVEL = 2, 12


class NotAlike(ValueError):
    """The problems cannot stand side by side: other horizon, or kinds without a part of the day."""


@dataclass(frozen=True)
class Organisation:
    """One problem on its own, under the name that its kinds, workers and places will carry."""

    name: str
    problem: Problem

    def named(self, own: str) -> str:
        """Give a name that is unique in the pool."""
        return f"{self.name}:{own}" if own else ""


def shared_pool(problems: Sequence[Problem], share: float, seed: int) -> Problem:
    """Put problems side by side; let a share of each staff work for the others as well.

    Everybody keeps own rules. Elsewhere one works the same parts of the day as at home, and only
    those for which the own contract sets no limit; after work elsewhere nothing earlier in the day
    may follow on the next day. Each assignment elsewhere costs travel, drawn per worker. A larger
    share adds workers to those of a smaller one, so the best roster never becomes dearer.

    Parameters
    ----------
    problems, share, seed
        Of one horizon; from 0 to 1, of the staff of each, rounded; who, and how far.

    Raises
    ------
    NotAlike
        When the horizons differ, or a kind has no part of the day and staff would be shared.
    """
    if len({(one.days, one.first_weekday, one.only_demanded) for one in problems}) != 1:
        raise NotAlike("the problems do not have one horizon")
    rng = np.random.default_rng(seed)
    pool = [Organisation(f"{number + 1}", one) for number, one in enumerate(problems)]
    demands = [(home, demand) for home in pool for demand in home.problem.demands]
    return replace(
        pool[0].problem,
        name="+".join(one.name for one in problems) + f" shared {share:.0%}",
        kinds=tuple(_kinds(pool, share > 0)),
        workers=tuple(worker for home in pool for worker in _staff(home, pool, share, rng)),
        demands=tuple(replace(demand, kind=home.named(demand.kind)) for home, demand in demands),
    )


def _staff(
    home: Organisation, pool: Sequence[Organisation], share: float, rng: np.random.Generator
) -> Iterator[Worker]:
    """Give the workers of one organisation, a share of them open to the others."""
    staff = home.problem.workers
    order = rng.permutation(len(staff))
    travel = rng.integers(LEAST_TRAVEL, MOST_TRAVEL + 1, len(staff))
    shared = set(order[: round(share * len(staff))].tolist())
    for row, worker in enumerate(staff):
        yield _worker(home, worker, pool if row in shared else (), int(travel[row]))


def _kinds(pool: Sequence[Organisation], is_shared: bool) -> list[Kind]:
    """Give all kinds; between organisations what lies earlier in the day may not follow."""
    kinds = []
    for home in pool:
        for kind in home.problem.kinds:
            barred = {home.named(other) for other in kind.not_next_day}
            if is_shared:
                barred |= {
                    away.named(other.id)
                    for away in pool
                    if away is not home
                    for other in away.problem.kinds
                    if part_of_day(other) < part_of_day(kind)
                }
            name = home.named(kind.id)
            kinds.append(
                replace(
                    kind,
                    id=name,
                    organisation=home.name,
                    place=home.name,
                    not_next_day=frozenset(barred),
                )
            )
    return kinds


def part_of_day(kind: Kind) -> int:
    """Give 0 for early to 3 for night.

    Raises
    ------
    NotAlike
        When the name of the kind does not tell.
    """
    found = PARTS_OF_DAY.get(kind.id[:1].lower())
    if found is None:
        raise NotAlike(f"kind {kind.id!r} has no part of the day")
    return found


def _worker(
    home: Organisation, worker: Worker, pool: Sequence[Organisation], travel: int
) -> Worker:
    """Give a worker under the names of the pool, with what is open elsewhere."""
    contract = worker.contract
    own = worker.kinds if worker.kinds is not None else {one.id for one in home.problem.kinds}
    elsewhere = _elsewhere(home, worker, pool) if pool else []
    return replace(
        worker,
        id=home.named(worker.id),
        contract=replace(
            contract,
            per_kind={home.named(kind): limit for kind, limit in contract.per_kind.items()},
            kind_run={home.named(kind): limit for kind, limit in contract.kind_run.items()},
        ),
        kinds=frozenset([*(home.named(kind) for kind in own), *elsewhere]),
        kind_cost={home.named(kind): price for kind, price in worker.kind_cost.items()}
        | dict.fromkeys(elsewhere, travel),
        requests=tuple(replace(one, kind=home.named(one.kind)) for one in worker.requests),
        unavailable=frozenset((day, home.named(kind)) for day, kind in worker.unavailable),
    )


def _elsewhere(home: Organisation, worker: Worker, pool: Sequence[Organisation]) -> list[str]:
    """Give the kinds of others in parts of the day that the own contract leaves free."""
    days = home.problem.days
    free = set()
    for kind in home.problem.kinds:
        limit = worker.contract.per_kind.get(kind.id)
        if limit is None or limit.maximum is None or limit.maximum >= days:
            free.add(part_of_day(kind))
    return [
        away.named(kind.id)
        for away in pool
        if away is not home
        for kind in away.problem.kinds
        if part_of_day(kind) in free
    ]
