"""Some days of a row planned anew: the best there is between what stays as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning.problem import OFF, Contract, Limit, Problem
from flexpool.planning.scoring import judge, judge_worker
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.one_row.program import cheapest
from flexpool.planning.solvers.row_descent.one_row.repair import relabel, trim
from flexpool.planning.solvers.row_descent.one_row.stretch import slots_within, terms_within
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.stretches import Stretches
from flexpool.planning.solvers.row_descent.terms import ENDS_WEEKEND
from flexpool.planning.solvers.row_descent.ward import ward_of
from unit.planning.rows.test_one_row import by_type, without_totals
from unit.planning.rows.wards import lawful_rows, price_of, prices, ward

SEEDS = range(12)


def stretches_of(problem: Problem) -> list[slice]:
    """Give every stretch that splits no weekend."""
    weekend = ward_of(problem).slots.weekend
    edges = [day for day in range(problem.days) if weekend[day] != ENDS_WEEKEND] + [problem.days]
    return [slice(first, last) for first in edges for last in edges if first < last]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kinds", [1, 2])
def test_no_lawful_row_with_the_same_days_around_is_cheaper(seed: int, kinds: int) -> None:
    problem = without_totals(ward(seed, workers=1, kinds=kinds))
    one, chance = ward_of(problem), np.random.default_rng(seed)
    price = prices(seed, one, 0)
    every = np.array(list(lawful_rows(problem, 0)))
    for days in stretches_of(problem):
        before = every[chance.integers(len(every))].copy()
        outside = np.ones(problem.days, dtype=bool)
        outside[days] = False
        alike = every[(every[:, outside] == before[outside]).all(axis=1)]
        terms = terms_within(one.terms[0], one.slots, before, days)
        slots, (asked, choice) = slots_within(one.slots, days), by_type(one, price[days])
        found = np.empty(len(asked), dtype=np.int64)
        cost = cheapest(asked, slots, terms, np.empty(one.room), found)
        row = before.copy()
        row[days] = np.where(found >= 0, choice[np.arange(len(found)), found], OFF)
        assert not judge_worker(problem, 0, row.tolist()).breaches
        assert cost == price_of(price[days], row[days])
        assert cost == min(price_of(price[days], other[days]) for other in alike)


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_stay_lawful_and_counted_whatever_stretch_is_planned(seed: int) -> None:
    problem = ward(seed, workers=5, days=28, kinds=3)
    rows, chance = Rows(problem, ward_of(problem)), np.random.default_rng(seed)
    if not all(rows.plan(worker) for worker in range(5)):
        pytest.skip("prices of totals find no first row here")
    planned = 0
    for days in chance.permutation(np.array(stretches_of(problem)))[:40]:
        worker, kept = int(chance.integers(5)), rows.snapshot()
        rows.take_out(worker, days)
        if not rows.plan(
            worker, chance.integers(-60, 40, rows.board.staffed.shape) * 1.0, days=days
        ):
            rows.restore(kept)
            continue
        planned += 1
        score = judge(problem, Roster(rows.grid.astype(np.int32)))
        assert score.is_feasible
        assert score.objective == rows.cost
    assert planned > 20


def test_what_is_left_of_totals_is_what_the_days_around_leave() -> None:
    problem = ward(3, workers=1, days=14, kinds=2)
    contract = Contract(
        minutes=Limit(1800, 4800), weekends=Limit(maximum=2), per_kind={"D": Limit(maximum=3)}
    )
    worker = replace(problem.workers[0], contract=contract)
    one = ward_of(replace(problem, workers=(worker,), first_weekday=0))
    row = np.array([0, 1, -1, -1, -1, 1, -1, 0, -1, -1, -1, -1, -1, -1])
    terms = terms_within(one.terms[0], one.slots, row, slice(7, 14))
    assert terms.window.tolist() == [1800 - 600 - 480 - 480, 4800 - 600 - 480 - 480]
    assert terms.most_of_kind.tolist() == [13, 1]
    assert terms.limits[3] == 1


@pytest.mark.parametrize(
    ("around", "days", "before", "after"),
    [
        ("X|XX...|..", "worked before", "XX...", "X...."),
        ("X|XX...|.X", "worked before", "XX...", "X...."),
        (".|..XXX|X.", "worked after", "..XXX", "...XX"),
        ("X|XXXXX|X.", "worked on both sides", "XXXXX", "XXXXX"),
        (".|XX...|..", "a run of its own, too short when one goes", "XX...", "....."),
        ("X|X....|..", "the rest of a run, too short when one goes", "X....", "X...."),
    ],
)
def test_of_a_run_that_goes_on_beyond_the_edge_only_the_other_end_goes(
    around: str, days: str, before: str, after: str
) -> None:
    contract = Contract(minutes=Limit(0, 9000), work_run=Limit(2, 9))
    problem = ward(3, workers=1, kinds=1)
    worker = replace(problem.workers[0], contract=contract, days_off=frozenset())
    one = ward_of(replace(problem, workers=(worker,)))
    row = np.array([0 if mark == "X" else -1 for mark in around.replace("|", "")])
    terms = terms_within(one.terms[0], one.slots, row, slice(1, 6))
    worked = 600 * before.count("X")
    part = row[1:6].copy()
    trim(
        part, -np.ones((5, 1)), one.slots, terms._replace(window=np.array([0, worked - 1])), worked
    )
    assert "".join("X" if slot >= 0 else "." for slot in part) == after, days


def test_no_kind_comes_to_stand_where_the_day_before_the_stretch_forbids_it() -> None:
    """Early may not follow late: the late shift that is missed least is the one that cannot go."""
    contract = Contract(per_kind={"D": Limit(maximum=2)})
    problem = ward(3, workers=1, kinds=2)
    worker = replace(problem.workers[0], contract=contract, days_off=frozenset())
    one = ward_of(replace(problem, workers=(worker,)))
    row = np.array([1, 1, -1, 1, -1, -1, -1, -1])
    terms = terms_within(one.terms[0], one.slots, row, slice(1, 8))
    part, price = row[1:].copy(), np.zeros((7, 2))
    price[:, 1] = [-1, 0, -9, 0, 0, 0, 0]
    assert relabel(part, price, one.slots, terms, np.array([0, 2]), 960)
    assert part.tolist() == [1, -1, 0, -1, -1, -1, -1]


@pytest.mark.parametrize("first_weekday", range(7))
def test_stretches_split_no_weekend_and_leave_no_day_out(first_weekday: int) -> None:
    problem = replace(ward(1, workers=1, kinds=1, days=120), first_weekday=first_weekday)
    weekend = ward_of(problem).slots.weekend
    drawn = Stretches(weekend, np.random.default_rng(1))
    seen = np.zeros(problem.days, dtype=bool)
    lengths = set()
    for _ in range(2000):
        days = drawn.draw()
        assert 0 <= days.start < days.stop <= problem.days
        assert all(
            one == problem.days or weekend[one] != ENDS_WEEKEND for one in (days.start, days.stop)
        )
        seen[days] = True
        lengths.add(days.stop - days.start)
    assert seen.all()
    assert min(lengths) < 40
    assert max(lengths) == problem.days


def test_a_month_is_planned_whole() -> None:
    weekend = ward_of(ward(1, workers=1, kinds=1, days=28)).slots.weekend
    assert Stretches(weekend, np.random.default_rng(1)).draw() == slice(0, 28)
