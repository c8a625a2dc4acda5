"""The unit in which costs go: every price counts, and no roster costs between two multiples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from column_wards import every, fortnight
from flexpool.planning.problem import Contract, Demand, Kind, Limit, Problem, Request, Worker
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.column_generation.grain import grain_of, high_price
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.root import Root
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.stop import MaxRuntime

TENS = Contract(
    assignments=Limit(2, 3, 20, 20),
    weekends=Limit(maximum=0, over_weight=30),
    weekend_days=Limit(2, under_weight=30),
    work_run=Limit(2, 3, 30, 30),
    off_run=Limit(2, 3, 30, 30),
    kind_run={"E": Limit(2, 3, 10, 10)},
)


def ward(rules: Contract, under: int = 30, wish: int = 10) -> Problem:
    """Six days from a Tuesday, two kinds, two people."""
    kinds = (Kind("E", 480), Kind("N", 480))
    people = tuple(
        Worker(f"w{one}", rules, requests=(Request(one, "E", wish, False),)) for one in range(2)
    )
    demands = tuple(
        Demand(day, kind, minimum=1, optimum=2, under_weight=under)
        for day in range(6)
        for kind in "EN"
    )
    return Problem("ward", 6, kinds, people, demands, first_weekday=1)


def grain(problem: Problem, *others: float) -> float:
    """The grain as a search asks for it."""
    return grain_of(problem, Columns(problem).pricings, *others)


ALL = [
    (ward(TENS), 10.0),
    (ward(TENS, under=25), 5.0),
    (ward(TENS, wish=4), 2.0),
    (ward(replace(TENS, assignments=Limit(2, 3, 20, 15))), 5.0),
    (ward(replace(TENS, weekends=Limit(maximum=0, over_weight=35))), 5.0),
    (ward(replace(TENS, weekend_days=Limit(2, under_weight=35))), 5.0),
    (ward(replace(TENS, work_run=Limit(2, 3, 30, 34))), 2.0),
    (ward(replace(TENS, off_run=Limit(2, 3, 36, 30))), 2.0),
    (ward(replace(TENS, kind_run={"E": Limit(2, 3, 11, 10)})), 1.0),
    (ward(replace(TENS, kind_run={"E": Limit(2, 28, 10, 15)})), 5.0),
    (ward(replace(TENS, work_run=Limit(2, 3), assignments=Limit(maximum=3))), 10.0),
]


@pytest.mark.parametrize(("problem", "expected"), ALL)
def test_one_price_changes_the_grain(problem: Problem, expected: float) -> None:
    assert grain(problem) == expected


@pytest.mark.parametrize("problem", [problem for problem, _ in ALL])
def test_every_roster_costs_a_multiple_of_the_grain(problem: Problem) -> None:
    """As the judge says."""
    prices = every(problem, 0).price
    known = prices[np.isfinite(prices)]
    assert len(known)
    assert (known % grain(problem) == 0).all()


def test_further_prices_count_and_nothing_is_a_multiple_of_all() -> None:
    assert grain(ward(TENS), 300.0) == 10.0
    assert grain(ward(TENS), 305.0) == 5.0
    assert grain(ward(TENS), 0.5) == 1.0


def test_a_bound_rounds_up_to_a_multiple() -> None:
    """Not when it is one already, but for rounding."""
    problem = ward(TENS)
    search = Search(Referee(problem, MaxRuntime(5)), 1)
    assert search.grain == 10.0
    root = Root(search.referee, search.columns, search.no_roster, search.grain)
    at = root._at(root.nowhere)
    for bound, told in ((11.0, 20.0), (20.00001, 20.0), (21.0, 30.0)):
        root._tell(bound, at)
        assert search.referee.bound == told


def test_a_high_price_is_above_each_weight() -> None:
    assert high_price(fortnight().tables) == 300.0
    assert high_price(ward(TENS, under=400).tables) == 1200.0
