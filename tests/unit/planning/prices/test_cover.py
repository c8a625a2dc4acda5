"""The demand of a region as arrays: penalties, prices within bounds, and the least it can cost."""

import numpy as np
import pytest

from flexpool.planning import Demand, Kind, Problem, Roster, Worker, judge
from flexpool.planning.prices.cover import NEVER, Cover


def ward(**demand: int | None) -> Problem:
    """One day, one kind, one demand."""
    staff = tuple(Worker(f"worker {number}") for number in range(4))
    return Problem("ward", 1, (Kind("D", 480),), staff, (Demand(0, "D", **demand),))  # type: ignore[arg-type]


PRICED = {"minimum": 1, "minimum_weight": 20, "optimum": 2, "under_weight": 10, "over_weight": 3}


@pytest.mark.parametrize("working", range(5))
def test_penalties_are_what_the_judge_says(working: int) -> None:
    problem = ward(**PRICED)
    roster = Roster(np.array([[0]] * working + [[-1]] * (4 - working)))
    cover = Cover(problem)
    assert cover.prices(cover.staffed(roster.grid)).sum() == judge(problem, roster).objective


def test_what_must_hold_costs_more_than_anything_else() -> None:
    cover = Cover(ward(minimum=1, maximum=2))
    assert cover.prices(np.array([[0]])).sum() == NEVER
    assert cover.prices(np.array([[3]])).sum() == NEVER
    assert cover.prices(np.array([[2]])).sum() == 0


@pytest.mark.parametrize("price", [-3.0, -1.0, 0.0, 7.5, 10.0, 30.0])
def test_the_worth_of_prices_is_the_least_over_all_numbers_at_work(price: float) -> None:
    cover, duals = Cover(ward(**PRICED)), np.array([[price]])
    tried = [cover.prices(np.array([[working]])).sum() + price * working for working in range(9)]
    least, staff = cover.worth(duals)
    assert least == min(tried)
    assert tried[int(staff[0, 0])] == least


def test_prices_are_brought_within_the_penalties() -> None:
    cover = Cover(ward(**PRICED))
    assert cover.clipped(np.array([[99.0]])) == 30
    assert cover.clipped(np.array([[-99.0]])) == -3
    assert Cover(ward(minimum=1)).clipped(np.array([[1e6]])) == 1e6


def test_a_part_of_the_slots_keeps_their_numbers() -> None:
    kinds = (Kind("D", 480), Kind("N", 480))
    demands = (Demand(0, "D", optimum=1), Demand(0, "N", optimum=3, under_weight=5))
    part = Cover(Problem("two", 1, kinds, (), demands)).of(np.array([1]))
    assert part.slots == (("N", ""),)
    assert part.prices(np.array([[1]])).sum() == 10
