"""Chains of moves: each day ends as good as it can be with all others as they are, and lawful."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from flexpool.planning.problem import OFF, Contract, Demand, Kind, Limit, Problem, Worker
from flexpool.planning.scoring import judge, judge_worker
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.moves.links import may_turn
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.terms import Bools
from flexpool.planning.solvers.row_descent.ward import ward_of
from unit.planning.rows.wards import lawful_rows, ward

SEEDS = range(12)


def planned(problem: Problem) -> Rows:
    """Give rows for everybody, each planned beside those before."""
    rows = Rows(problem, ward_of(problem))
    for worker in range(len(problem.workers)):
        if not rows.plan(worker):
            rows.put_in(worker, np.array(next(lawful_rows(problem, worker))))
    return rows


def days(problem: Problem, *chosen: int) -> Bools:
    """Mark some days, or all when none is given."""
    return np.isin(np.arange(problem.days), chosen or np.arange(problem.days))


def others_on(problem: Problem, rows: Rows, day: int) -> list[list[int]]:
    """Give, per worker, what may stand on a day when the other days of the row stay."""
    found = []
    for worker, row in enumerate(rows.grid.tolist()):
        allowed = np.flatnonzero(problem.tables.allowed[worker, day]).tolist()
        options = [[*row[:day], one, *row[day + 1 :]] for one in (OFF, *allowed)]
        lawful = [one[day] for one in options if not judge_worker(problem, worker, one).breaches]
        found.append([int(slot) for slot in lawful] if not rows.board.out[worker] else [row[day]])
    return found


def cost_with(rows: Rows, day: int, chosen: tuple[int, ...], extra: int | None = None) -> float:
    """Give what all costs when this stands on a day, and one more in a slot."""
    kept = rows.snapshot()
    for worker, slot in enumerate(chosen):
        if not rows.board.out[worker]:
            row = rows.grid[worker].copy()
            row[day] = slot
            rows.take_out(worker)
            rows.put_in(worker, row)
    if extra is not None:
        rows.board.staffed[day, extra] += 1
    cost = rows.cost
    rows.restore(kept)
    return cost


@pytest.mark.parametrize("seed", SEEDS)
def test_no_other_lawful_day_is_cheaper_when_a_day_was_untangled(seed: int) -> None:
    """Held against every way to fill the day in which each row stays lawful."""
    problem = ward(seed, kinds=1 + seed % 3)
    rows = planned(problem)
    for day in range(problem.days):
        rows.untangle(days(problem, day))
        options = others_on(problem, rows, day)
        assert all(row[day] in some for row, some in zip(rows.grid, options, strict=True))
        assert rows.cost == min(cost_with(rows, day, one) for one in product(*options))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_is_worth_what_the_best_answer_of_the_others_costs(seed: int) -> None:
    problem = ward(seed, kinds=1 + seed % 3)
    rows = planned(problem)
    rows.take_out(seed % 4)
    rows.alone[seed % 4] = 0.0
    worth = rows.untangle(days(problem), slice(None))
    worth = rows.untangle(~days(problem), slice(None))  # told again: nobody moves in between
    for day in range(problem.days):
        options = list(product(*others_on(problem, rows, day)))
        now = min(cost_with(rows, day, one) for one in options)
        if now < rows.cost:
            continue  # a later day made room here
        for slot in range(worth.shape[1]):
            least = min(cost_with(rows, day, one, slot) for one in options)
            assert worth[day, slot] == least - now


@pytest.mark.parametrize("seed", SEEDS)
def test_what_comes_out_is_lawful_no_dearer_and_counted_as_the_judge_counts(seed: int) -> None:
    problem = ward(seed, workers=6, days=28, kinds=3)
    rows = planned(problem)
    before = rows.cost
    rows.untangle(days(problem))
    assert rows.cost <= before
    score = judge(problem, Roster(rows.grid.astype(np.int32)))
    assert score.is_feasible
    assert rows.cost == score.objective
    counted = rows.snapshot()[0]
    for worker in range(6):
        rows.take_out(worker)
        rows.put_in(worker, rows.grid[worker].copy())
    assert all((one == two).all() for one, two in zip(rows.board, counted, strict=True))


def test_a_chain_passes_the_work_on_to_who_may_do_it() -> None:
    """Only the third may work late; the first two pass early on, so that nothing is short."""
    kinds = (Kind("E", 480), Kind("D", 480), Kind("L", 480))
    able = ({"E", "D"}, {"D", "L"}, {"L"})
    workers = tuple(
        Worker(
            f"w{number}",
            contract=Contract(
                minutes=Limit(0, 480),
                per_kind={one.id: Limit(maximum=0) for one in kinds if one.id not in may},
            ),
        )
        for number, may in enumerate(able)
    )
    asked = tuple(Demand(0, kind.id, optimum=1, under_weight=100, over_weight=1) for kind in kinds)
    problem = Problem(name="chain", days=1, kinds=kinds, workers=workers, demands=asked)
    rows = Rows(problem, ward_of(problem))
    for worker, slot in ((0, 1), (1, 2), (2, OFF)):
        rows.put_in(worker, np.array([slot]))
    assert rows.cost == 100
    rows.untangle(days(problem))
    assert rows.cost == 0
    assert rows.grid.ravel().tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("row", "day", "work", "off", "may"),
    [
        ("..XX....", 4, (2, 3), 2, True),
        ("..XX....", 4, (2, 2), 2, False),
        (".XX..XX.", 3, (2, 5), 2, False),
        (".XX..XX.", 3, (2, 3), 1, True),
        ("..X.X...", 3, (1, 2), 1, False),
        ("........", 3, (2, 5), 1, False),
        ("........", 3, (1, 5), 3, True),
        ("........", 2, (1, 5), 3, True),
        (".....X..", 2, (1, 5), 3, False),
        ("........", 0, (2, 5), 1, True),
        ("........", 7, (2, 5), 1, True),
        (".XXX....", 3, (2, 5), 2, True),
        (".XXX....", 3, (3, 5), 2, False),
        (".XXXXX..", 3, (2, 5), 1, True),
        (".XXXXX..", 3, (2, 5), 2, False),
        (".XXXXX..", 2, (2, 5), 1, False),
        ("XXXXX...", 1, (2, 5), 1, True),
        (".XXXX..X", 7, (2, 5), 2, True),
        ("..X.....", 2, (1, 5), 6, True),
    ],
)  # fmt: skip
def test_a_day_turns_only_where_runs_stay_long_and_short_enough(
    row: str, day: int, work: tuple[int, int], off: int, may: bool
) -> None:
    problem = ward(1, workers=1, kinds=1)
    contract = Contract(work_run=Limit(*work), off_run=Limit(off))
    problem = replace(problem, workers=(Worker("w", contract=contract),))
    rows = Rows(problem, ward_of(problem))
    rows.put_in(0, np.array([0 if mark == "X" else OFF for mark in row]))
    assert may_turn(rows.board, rows.scene.bounds, rows.ward.slots, 0, day) is may


@pytest.mark.parametrize(
    ("first_weekday", "row", "day", "may"),
    [
        (5, "XX.....", 7, False),
        (5, "XX.....", 2, True),
        (5, "XX.....", 8, False),
        (5, ".X.....", 0, True),
        (0, ".....X.", 6, True),
        (0, "......X", 5, True),
        (0, ".....X.", 13, False),
        (6, ".......", 0, True),
        (6, "X......", 6, False),
    ],
)
def test_no_more_weekends_are_begun_than_there_may_be(
    first_weekday: int, row: str, day: int, may: bool
) -> None:
    """One weekend at most; a Sunday on the first day is one of its own."""
    problem = replace(ward(1, workers=1, kinds=1, days=14), first_weekday=first_weekday)
    one = Worker("w", contract=Contract(weekends=Limit(maximum=1)))
    rows = Rows(replace(problem, workers=(one,)), ward_of(replace(problem, workers=(one,))))
    rows.put_in(0, np.array([0 if mark == "X" else OFF for mark in row + "." * 7]))
    assert may_turn(rows.board, rows.scene.bounds, rows.ward.slots, 0, day) is may
