"""Small wards whose limits all hold, by chance, and every row that a worker can have in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from flexpool.planning.problem import OFF, Contract, Demand, Kind, Limit, Problem, Request, Worker
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.row_descent.terms import Floats, Ints
from flexpool.planning.solvers.row_descent.ward import Ward

DAYS = 8
KINDS = (
    Kind("E", 600),
    Kind("D", 480, not_next_day=frozenset({"E"})),
    Kind("N", 540, not_next_day=frozenset({"E", "D"})),
)


def ward(seed: int, workers: int = 4, days: int = DAYS, kinds: int = 2) -> Problem:
    """Give a ward with demand, wishes, days off and a contract of each worker's own."""
    chance = np.random.default_rng(seed)
    chosen = KINDS[:kinds]
    return Problem(
        name=f"ward {seed}",
        days=days,
        kinds=chosen,
        workers=tuple(_worker(chance, number, chosen, days) for number in range(workers)),
        demands=tuple(
            Demand(day, kind.id, optimum=int(chance.integers(0, 3)), under_weight=100,
                   over_weight=1)
            for day in range(days)
            for kind in chosen
        ),
        first_weekday=int(chance.integers(7)),
    )  # fmt: skip


def _worker(chance: np.random.Generator, number: int, kinds: tuple[Kind, ...], days: int) -> Worker:
    most = int(chance.integers(3, 5)) * days // DAYS
    return Worker(
        f"w{number}",
        contract=Contract(
            minutes=Limit(480, 600 * most),
            work_run=Limit(int(chance.integers(1, 3)), int(chance.integers(2, 5))),
            off_run=Limit(int(chance.integers(1, 3))),
            weekends=Limit(maximum=int(chance.integers(0, 3))),
            per_kind={kinds[-1].id: Limit(maximum=int(chance.integers(1, 4)))},
        ),
        requests=tuple(
            Request(int(chance.integers(days)), kinds[0].id, 5, is_on=bool(chance.integers(2)))
            for _ in range(2)
        ),
        days_off=frozenset(int(day) for day in chance.integers(0, days, 1)),
    )


def every_lawful_row(problem: Problem, worker: int) -> Iterator[tuple[int, ...]]:
    """Give every row without a breach."""
    allowed = problem.tables.allowed[worker]
    cells = [(OFF, *np.flatnonzero(allowed[day])) for day in range(problem.days)]
    for row in product(*cells):
        if not judge_worker(problem, worker, list(row)).breaches:
            yield tuple(int(slot) for slot in row)


def lawful_rows(problem: Problem, worker: int) -> Iterator[tuple[int, ...]]:
    """Give every row without a breach whose first run of work is not too short."""
    least = (problem.workers[worker].contract.work_run or Limit()).minimum or 1
    for row in every_lawful_row(problem, worker):
        begun = next((day for day, slot in enumerate(row) if slot == OFF), problem.days)
        if not 0 < begun < least:
            yield row


def price_of(price: Floats, row: tuple[int, ...] | Ints) -> float:
    """Give what a row costs at the price of each day × slot."""
    return float(sum(price[day, slot] for day, slot in enumerate(row) if slot != OFF))


def prices(seed: int, one: Ward, worker: int) -> Floats:
    """Give prices by chance for the slots that a worker may work."""
    chance = np.random.default_rng(seed)
    found: Floats = chance.integers(-60, 40, one.alone.shape[1:]).astype(np.float64)
    found[np.isinf(one.alone[worker])] = np.inf
    return found
