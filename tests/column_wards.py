"""Small wards by chance, and every roster that a worker can have: what pricing is held to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest

from flexpool.planning.problem import (
    Contract,
    Demand,
    History,
    Kind,
    Limit,
    Problem,
    Request,
    Worker,
)
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Cells,
    Duals,
    Found,
    at_duals,
)

Chance = np.random.Generator
WEIGHTS = (None, 0, 4, 9)
NO_ROSTER = 2000.0
ABLE = (0, 1, 2, 3, 4, 6, 7, 9, 10, 11)
"""Seeds of wards in which everybody can keep the contract."""


def limit(chance: Chance, most: int, unit: int = 1) -> Limit | None:
    """Any limit up to so many units: open or closed at either side, hard or at a price."""
    if chance.random() < 0.3:
        return None
    low, high = sorted(int(number) * unit for number in chance.integers(0, most + 1, 2))
    under, over = (WEIGHTS[chance.integers(len(WEIGHTS))] for _ in range(2))
    return Limit(
        None if chance.random() < 0.3 else low,
        None if chance.random() < 0.3 else max(high, unit),
        under,
        over,
    )


def contract(chance: Chance, kinds: tuple[Kind, ...], unit: int, has_cap: bool) -> Contract:
    """Any contract: runs, totals in minutes or shifts, weekends; a maximum of one kind if asked."""
    runs = {kind.id: run for kind in kinds[:2] if (run := limit(chance, 3)) is not None}
    by_minutes = len({kind.minutes for kind in kinds}) > 1
    return Contract(
        minutes=limit(chance, 16, unit) if by_minutes else None,
        assignments=None if by_minutes else limit(chance, 5),
        weekends=limit(chance, 1),
        weekend_days=(None, Limit(2, under_weight=6), Limit(2))[chance.integers(3)],
        work_run=limit(chance, 4),
        off_run=limit(chance, 3),
        kind_run=runs,
        per_kind={kinds[-1].id: Limit(maximum=1)} if has_cap else {},
    )


def ward(seed: int, workers: int = 3) -> Problem:
    """Any small ward: two or three kinds, five or six days, one contract with other maxima."""
    chance = np.random.default_rng(seed)
    count, days = ((2, 6), (3, 5))[chance.integers(2)]
    names = "ELN"[:count]
    lengths = (480, 480, 480) if chance.random() < 0.5 else (480, 360, 240)
    kinds = tuple(
        Kind(name, lengths[number], not_next_day=frozenset(names[: chance.integers(number + 1)]))
        for number, name in enumerate(names)
    )
    # one shift of a kind is kept exactly from six days on; below that the master prices it
    first = contract(chance, kinds, 120, has_cap=days == 6 and bool(chance.integers(2)))
    people = tuple(_worker(chance, number, first, kinds, days) for number in range(workers))
    demands = tuple(
        Demand(day, kind.id, optimum=int(chance.integers(0, 3)), under_weight=20, over_weight=2)
        for day in range(days)
        for kind in kinds
    )
    return Problem("ward", days, kinds, people, demands, first_weekday=int(chance.integers(7)))


def _worker(
    chance: Chance, number: int, first: Contract, kinds: tuple[Kind, ...], days: int
) -> Worker:
    own = replace(
        first,
        assignments=_other(first.assignments, number),
        work_run=_other(first.work_run, number),
    )
    fixed = {int(chance.integers(days)): (kinds[0].id, "")} if chance.random() < 0.2 else {}
    wish = Request(int(chance.integers(days)), kinds[-1].id, 3, bool(chance.integers(2)))
    return Worker(
        f"w{number}",
        own,
        fixed=fixed,
        days_off=frozenset({int(chance.integers(days))} - set(fixed)),
        requests=(wish, Request(int(chance.integers(days)), "", 5, False)),
        history=_history(chance, kinds) if first.weekend_days is None else None,
    )


def _other(before: Limit | None, more: int) -> Limit | None:
    """The same limit with another maximum, so that one group holds several."""
    if before is None or before.maximum is None:
        return before
    return replace(before, maximum=before.maximum + more)


def _history(chance: Chance, kinds: tuple[Kind, ...]) -> History:
    if chance.random() < 0.4:
        return History(off_run=int(chance.integers(1, 4)))
    kind_run = int(chance.integers(1, 3))
    return History(kinds[0].id, kind_run, kind_run + int(chance.integers(2)), assignments=1)


def duals(problem: Problem, seed: int, most: int = 40) -> Duals:
    """Prices by chance, whole and broken."""
    chance = np.random.default_rng(seed + 1000)
    cover = chance.integers(-5, most, (problem.days, len(problem.tables.slots))) / 4
    capped = np.zeros((len(problem.workers), len(problem.tables.slots)))
    return Duals(cover, capped)


def fortnight(people: int = 6) -> Problem:
    """Two kinds and people with wishes of their own: rosters do not fit together at once."""
    rules = Contract(
        assignments=Limit(4, 9, 20, None),
        work_run=Limit(2, 4),
        off_run=Limit(2),
        weekends=Limit(maximum=1),
    )
    kinds = (Kind("E", 480), Kind("N", 480, not_next_day=frozenset({"E"})))
    workers = tuple(
        Worker(f"w{one}", rules, requests=(Request(2 * one % 14, "", 5 + one, False),))
        for one in range(people)
    )
    demands = tuple(
        Demand(day, kind, optimum=2 - (day + number) % 2, under_weight=30, over_weight=4)
        for day in range(14)
        for number, kind in enumerate("EN")
    )
    return Problem("fortnight", 14, kinds, workers, demands)


@dataclass(frozen=True)
class Every:
    """Every roster of one worker: cells, and the judge's price; infinite where it is a breach."""

    worker: int
    cells: Cells
    price: npt.NDArray[np.float64]

    def least(self, at: Duals) -> float:
        """The cheapest of them at some prices."""
        rows = np.full(len(self.cells), self.worker)
        return float((self.price - at_duals(self.cells, rows, at)).min())

    def only(self, wanted: npt.NDArray[np.bool_]) -> Every:
        """Some of them."""
        return Every(self.worker, self.cells[wanted], self.price[wanted])


def every(problem: Problem, worker: int) -> Every:
    """Judge every roster of one worker."""
    choices = [
        [-1, *np.flatnonzero(problem.tables.allowed[worker, day]).tolist()]
        for day in range(problem.days)
    ]
    rows = [list(row) for row in product(*choices)]
    price = []
    for row in rows:
        score = judge_worker(problem, worker, row)
        price.append(score.objective if score.is_feasible else np.inf)
    return Every(worker, np.array(rows, dtype=np.int32), np.array(price, dtype=float))


def real_prices(problem: Problem, found: Found, at: Duals) -> None:
    """What each roster is said to cost is what the judge says, and none breaks a rule."""
    said = found.prices + at_duals(found.cells, found.workers, at)
    for worker, cells, price in zip(found.workers, found.cells, said, strict=True):
        score = judge_worker(problem, int(worker), cells.tolist())
        assert score.is_feasible, score.breaches
        assert score.objective == pytest.approx(price, abs=1e-3)
