"""The master: what it forgets changes no optimum, what it fixes stays, its worth is true."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from column_wards import ABLE, NO_ROSTER, every, ward
from flexpool.planning.problem import Contract, Demand, Kind, Limit, Problem, Worker
from flexpool.planning.scoring import judge, judge_worker
from flexpool.planning.solution import Roster, staffed
from flexpool.planning.solvers.column_generation.mix.frame import Around
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.mix.rows import MOST_PER_ROW
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, at_duals


def full(problem: Problem, around: Around | None = None) -> Master:
    """The master of every roster of every worker to plan, solved."""
    master = Master(problem, NO_ROSTER, around)
    for worker in master.workers:
        own = every(problem, int(worker))
        known = np.isfinite(own.price)
        rows = np.full(int(known.sum()), worker)
        master.add(rows, own.cells[known], own.price[known])
    master.solve()
    return master


@pytest.mark.parametrize("seed", ABLE[:6])
def test_a_master_that_forgot_has_the_same_optimum(seed: int) -> None:
    master = full(ward(seed))
    before, count = master.objective, len(master.cost)
    used = {cells.tobytes() for cells in master.cells[master.shares() > 1e-6]}
    shrank = master.shrink()
    assert shrank == (count > MOST_PER_ROW * master.highs.getNumRow())
    assert len(master.cost) == master.highs.getNumCol() - master.first_column
    assert master.solve() == pytest.approx(before)
    assert used <= {cells.tobytes() for cells in master.cells}


@pytest.mark.parametrize("seed", ABLE[:6])
def test_what_is_forgotten_may_come_back_and_what_stays_is_kept_once(seed: int) -> None:
    master = full(ward(seed))
    worker, cells, cost = master.worker, master.cells, master.cost
    assert master.add(worker, cells, cost) == 0
    master.shrink()
    forgotten = len(cost) - len(master.cost)
    assert master.add(worker, cells, cost) == forgotten
    assert len(master.cost) == len(cost)
    assert master.solve() == pytest.approx(full(ward(seed)).objective)


@pytest.mark.parametrize("seed", ABLE[:6])
def test_fixed_columns_stay_through_forgetting_wherever_they_move(seed: int) -> None:
    """The dearest roster of all is fixed, so that nothing but the fixing keeps it."""
    master = full(ward(seed))
    own = np.flatnonzero(master.worker == 1)
    dearest = int(own[master.cost[own].argmax()])
    cells = master.cells[dearest].tolist()
    master.fix(dearest)
    fixed = master.solve()
    assert master.shrink()
    place = master.fixed[1]
    assert master.cells[place].tolist() == cells
    assert (master.worker == 1).sum() < len(own)
    assert master.solve() == pytest.approx(fixed)
    assert master.shares()[place] == pytest.approx(1.0)
    assert master.free().tolist() == [True, False, True]


@pytest.mark.parametrize("seed", ABLE[:6])
def test_barred_columns_stay_out_until_they_are_allowed(seed: int) -> None:
    master = full(ward(seed))
    before, column = master.objective, int(master.shares().argmax())
    master.bar(column)
    assert master.solve() >= before - 1e-6
    assert master.shares()[column] == pytest.approx(0.0)
    master.allow(column)
    assert master.solve() == pytest.approx(before)


@pytest.mark.parametrize("seed", ABLE[:6])
def test_what_is_released_is_free_again(seed: int) -> None:
    master = full(ward(seed))
    before, column = master.objective, len(master.cost) - 1
    worker = int(master.worker[column])
    master.fix(column)
    dearer = master.solve()
    master.allow(column)
    assert master.solve() == pytest.approx(dearer)
    master.release(worker)
    assert master.free().all()
    assert master.solve() == pytest.approx(before)


@pytest.mark.parametrize("is_fixed", [False, True])
@pytest.mark.parametrize("seed", ABLE[:6])
def test_its_worth_and_the_least_of_each_are_its_optimum(seed: int, is_fixed: bool) -> None:
    """No gap between a linear program and its dual, also with maxima and a fixed worker."""
    problem = ward(seed)
    tight = tuple(replace(one, maximum=max(1, one.optimum)) for one in problem.demands)
    master = full(replace(problem, demands=tight))
    if is_fixed:
        master.fix(len(master.cost) // 2)
        master.solve()
    _, at = master.duals()
    reduced = master.cost - at_duals(master.cells, master.worker, at)
    free = np.flatnonzero(master.free())
    least = sum(reduced[master.worker == worker].min() for worker in free)
    assert master.worth(at) + least == pytest.approx(master.objective)


def test_columns_over_a_maximum_are_dropped_and_the_maximum_stays_held() -> None:
    """Small tables know no maximum of a kind: the master prices it, then forgets what exceeds."""
    rules = Contract(per_kind={"N": Limit(maximum=2)}, work_run=Limit(maximum=3))
    kinds = (Kind("E", 480), Kind("N", 480))
    people = tuple(Worker(f"w{number}", rules) for number in range(2))
    demands = tuple(Demand(day, "N", optimum=2, under_weight=9) for day in range(5))
    problem = Problem("nights", 5, kinds, people, demands)
    master = Master(problem, NO_ROSTER)
    rosters = np.array([[1, 1, 1, -1, 1], [1, -1, -1, -1, 1], [1, -1, 1, 0, -1]], dtype=np.int32)
    for worker in range(2):
        master.add(np.full(3, worker), rosters, np.zeros(3))
    assert master.fits.tolist() == [False, True, True] * 2
    mixed = master.solve()
    master.drop_unfit()
    assert len(master.cost) == 4
    assert master.fits.all()
    whole = master.solve()
    assert whole >= mixed - 1e-9
    assert whole == pytest.approx(9 * (10 - 4))
    assert master.add(np.array([0]), rosters[:1], np.zeros(1)) == 1
    assert master.solve() == pytest.approx(whole)


@pytest.mark.parametrize("seed", ABLE[:6])
def test_a_part_around_the_rest_costs_what_the_judge_says(seed: int) -> None:
    """Every roster of the first worker around fixed others: the best is the judge's best."""
    problem = ward(seed)
    chance = np.random.default_rng(seed)
    grid = np.full((3, problem.days), -1, dtype=np.int32)
    paid = 0.0
    for worker in (1, 2):
        own = every(problem, worker)
        number = int(chance.choice(np.flatnonzero(np.isfinite(own.price))))
        grid[worker], paid = own.cells[number], paid + own.price[number]
    others = staffed(problem.tables, grid[1:])
    master = full(problem, Around(np.array([0]), others, paid))
    scores = []
    for cells in master.cells:
        grid[0] = cells
        scores.append(judge(problem, Roster(grid)).objective)
    assert master.objective == pytest.approx(min(scores))
    assert master.free().tolist() == [True, False, False]


@pytest.mark.parametrize("seed", ABLE[:6])
def test_cells_that_others_fill_have_a_price_instead_of_a_row(seed: int) -> None:
    """One more costs the same there, whoever it is: the judge's best is still the optimum."""
    problem = ward(seed)
    dear = tuple(replace(one, over_weight=3, maximum=None) for one in problem.demands)
    crowd = tuple(Worker(f"filler {number}") for number in range(3))
    problem = replace(problem, demands=dear, workers=(problem.workers[0], *crowd))
    grid = np.full((4, problem.days), -1, dtype=np.int32)
    grid[1:, ::2] = np.arange(3)[:, None] % len(problem.tables.slots)
    others = staffed(problem.tables, grid[1:])
    wanted = np.maximum(problem.tables.minimum, problem.tables.optimum)
    filled = (problem.tables.over_weight > 0) & (others >= wanted)
    assert filled.any()
    off = sum(judge_worker(problem, one, grid[one].tolist()).objective for one in (1, 2, 3))
    master = full(problem, Around(np.array([0]), others, float(off)))
    assert (master.cover_row[filled] == -1).all()
    assert (master.duals()[1].cover[filled] == -3).all()
    scores = []
    for cells in master.cells:
        grid[0] = cells
        scores.append(judge(problem, Roster(grid)).objective)
    assert master.objective == pytest.approx(min(scores))
    _, at = master.duals()
    reduced = master.cost - at_duals(master.cells, master.worker, at)
    assert master.worth(at) + reduced.min() == pytest.approx(master.objective)


@pytest.mark.parametrize("seed", ABLE[:6])
def test_pricing_finds_nothing_that_the_full_master_lacks(seed: int) -> None:
    """At the optimum of all rosters no roster has a negative reduced cost."""
    problem = ward(seed)
    master = full(problem)
    workers, at = master.duals()
    least = Columns(problem).price(at, 1).least
    assert least == pytest.approx(workers, abs=1e-6)
