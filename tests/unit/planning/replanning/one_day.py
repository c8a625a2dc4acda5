"""One day that is small enough to try everything on, drawn by chance, with its roster published."""

from collections.abc import Iterator
from itertools import product

import numpy as np

from flexpool.planning import OFF, Demand, Kind, Problem, Roster, Worker, judge
from flexpool.planning.replanning import Move, publish

NAMES = ("anna", "bob", "carl", "dora")
KINDS = tuple(Kind(name, 480, 420, 900) for name in "ABC")
MISSING, TOO_MANY, CHANGED = 100, 30, 20
PRICES = 12
"""Placements cost less than this."""
Cells = dict[tuple[str, int], tuple[str, str]]


def one_day(seed: int) -> tuple[Problem, Roster]:
    """Four people, three kinds, one of each wanted; somebody may stand where nobody is needed."""
    rng = np.random.default_rng(seed)
    workers = []
    for name in NAMES:
        may = [kind.id for kind in KINDS if rng.random() < 0.7] or ["A"]
        prices = {kind: int(rng.integers(0, PRICES)) for kind in may}
        workers.append(Worker(name, kinds=frozenset(may), kind_cost=prices))
    demands = tuple(
        Demand(0, kind.id, optimum=1, under_weight=MISSING, over_weight=TOO_MANY) for kind in KINDS
    )
    problem = Problem("one day", 1, KINDS, tuple(workers), demands)
    cells = {
        (worker.id, 0): (str(rng.choice(sorted(worker.kinds or ()))), "")
        for worker in workers
        if rng.random() < 0.6
    }
    roster = Roster.from_cells(problem, cells)
    return publish(problem, roster, CHANGED), roster


def every_roster(problem: Problem) -> Iterator[Roster]:
    """All rosters of one day that break nothing."""
    slots = range(OFF, len(problem.tables.slots))
    for chosen in product(slots, repeat=len(problem.workers)):
        roster = Roster(np.array([[slot] for slot in chosen], dtype=np.int32))
        if judge(problem, roster).is_feasible:
            yield roster


def best_of_all(
    problem: Problem, kept: Cells | None = None, held: frozenset[str] = frozenset()
) -> int:
    """What the best roster costs in which these people keep what they have."""
    cells = kept or {}
    return min(
        judge(problem, roster).objective
        for roster in every_roster(problem)
        if all(roster.cells(problem).get((who, 0)) == cells.get((who, 0)) for who in held)
    )


def with_moves(problem: Problem, roster: Roster, moves: tuple[Move, ...]) -> Roster:
    """The roster after these moves; every move starts from what stood there."""
    cells = roster.cells(problem)
    for move in moves:
        assert cells.pop((move.worker, move.day), ("", "")) == move.before
        if move.after != ("", ""):
            cells[move.worker, move.day] = move.after
    return Roster.from_cells(problem, cells)
