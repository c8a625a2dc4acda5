"""Where a roster costs more than it might: told by the root's prices, and planned anew first."""

from __future__ import annotations

import numpy as np
import pytest

from column_wards import NO_ROSTER, fortnight
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.column_generation.anew import Anew
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.incumbent import Excess, Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.neighbourhood import Chooser
from flexpool.planning.solvers.column_generation.pool import Pool
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.stop import MaxRuntime

PEOPLE, DAYS = 6, 14


def root(rounds: int = 1_000) -> tuple[Master, Pool]:
    """The mix after so many rounds, and what its prices tell."""
    problem = fortnight(PEOPLE)
    master = Master(problem, NO_ROSTER)
    reached = generate(master, Columns(problem), lambda: False, None, Effort(most_rounds=rounds))
    return master, Pool(master, reached.bound)


def drawn(master: Master, seed: int) -> Incumbent:
    """Any of the columns of each worker."""
    rng = np.random.default_rng(seed)
    chosen = [rng.choice(np.flatnonzero(master.worker == worker)) for worker in range(PEOPLE)]
    return Incumbent(master.problem, master.cells[chosen], master.cost[chosen], NO_ROSTER)


@pytest.mark.parametrize("seed", range(20))
def test_what_each_costs_too_much_adds_up_to_the_gap(seed: int) -> None:
    master, pool = root()
    incumbent = drawn(master, seed)
    excess = pool.excess(incumbent)
    assert excess.workers.shape == (PEOPLE,)
    assert excess.cover.shape == incumbent.staffed().shape
    gap = incumbent.cost - master.objective
    assert excess.workers.sum() + excess.cover.sum() == pytest.approx(gap, abs=1e-4)


def test_prices_of_a_root_that_was_cut_short_tell_nothing() -> None:
    master, pool = root(rounds=1)
    incumbent = drawn(master, 1)
    excess = pool.excess(incumbent)
    assert (excess.workers == incumbent.prices).all()
    assert (excess.cover == incumbent.cover_prices()).all()


@pytest.mark.parametrize("seed", range(5))
def test_the_prices_of_another_search_tell_as_much(seed: int) -> None:
    """Then the gap adds up again; those who have prices of their own keep them."""
    (master, knowing), (_, unknowing) = root(), root(rounds=1)
    referee = Referee(master.problem, MaxRuntime(60))
    anew = [
        Anew(referee, Columns(master.problem), pool, NO_ROSTER, np.random.default_rng(seed))
        for pool in (knowing, unknowing)
    ]
    assert not any(one.heed(0.0) for one in anew)
    prices, known = master.duals()[1].cover, len(unknowing.cost)
    referee.raise_bound(master.objective - 1, prices)
    assert [one.heed(0.0) for one in anew] == [False, True]
    assert len(unknowing.cost) == len(unknowing.reduced) > known
    incumbent = drawn(master, seed)
    excess = unknowing.excess(incumbent)
    gap = incumbent.cost - master.objective
    assert excess.workers.sum() + excess.cover.sum() == pytest.approx(gap, abs=1e-4)
    assert (anew[1].cover == prices).all()


def test_better_prices_are_taken_over_after_a_while() -> None:
    master, pool = root(rounds=1)
    referee = Referee(master.problem, MaxRuntime(60))
    anew = Anew(referee, Columns(master.problem), pool, NO_ROSTER, np.random.default_rng(1))
    prices = root()[0].duals()[1].cover
    referee.raise_bound(1, prices)
    assert anew.heed(0.0)
    assert not anew.heed(0.0)
    referee.raise_bound(2, prices + 1)
    assert not anew.heed(60.0)
    assert anew.heed(0.0)
    assert (anew.cover == prices + 1).all()


def test_who_costs_too_much_is_planned_anew_most() -> None:
    chooser, incumbent = Chooser(PEOPLE, DAYS, np.random.default_rng(3)), drawn(root()[0], 1)
    chooser.staff.size, chooser.staff.gain = 2, 50.0
    costs = np.array([0.0, 0.0, 0.0, 40.0, 0.0, 0.0])
    excess = Excess(costs, np.zeros_like(incumbent.cover_prices()))
    chosen = [chooser.choose(incumbent, excess)[1] for _ in range(200)]
    some = [one.workers.tolist() for one in chosen if one.has_all_days]
    assert len(some) > 50
    assert sum(3 in workers for workers in some) > len(some) / 2


def test_a_day_that_costs_too_much_is_planned_anew_most() -> None:
    chooser, incumbent = Chooser(PEOPLE, DAYS, np.random.default_rng(3)), drawn(root()[0], 1)
    chooser.window.size, chooser.window.gain = 4, 50.0
    costs = np.zeros_like(incumbent.cover_prices())
    costs[12, 1] = 40.0
    excess = Excess(np.zeros(PEOPLE), costs)
    chosen = [chooser.choose(incumbent, excess)[1] for _ in range(200)]
    windows = [one.open_days for one in chosen if not one.has_all_days]
    assert len(windows) > 50
    assert sum(bool(days[12]) for days in windows) > len(windows) * 0.6
