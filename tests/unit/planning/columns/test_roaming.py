"""Windows planned anew for as little, but otherwise: how much dearer, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from column_wards import NO_ROSTER, fortnight
from flexpool.planning.scoring import Prices, Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.anew import Anew
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.incumbent import Excess, Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.neighbourhood import WIDEN_AFTER, Neighbourhood
from flexpool.planning.solvers.column_generation.pool import Pool
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.roaming import OF_COST, OF_EXCESS, Roaming
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.stop import MaxRuntime, WhenTold

DAYS = np.arange(14) < 7


class Clock(Referee):
    """A referee with a clock that stands where it is put."""

    left = 100.0

    @property
    def seconds_left(self) -> float:
        """As told."""
        return self.left


def best_of(people: int) -> tuple[Anew, Incumbent]:
    """What plans anew, and the optimum of a small ward."""
    problem = fortnight(people)
    search = Search(Referee(problem, MaxRuntime(20)), 1)
    search.first(*search.root())
    search.improve()
    assert search.referee.is_closed
    assert search.incumbent is not None
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    reached = generate(master, columns, lambda: False, None, Effort())
    referee = Referee(problem, MaxRuntime(60))
    pool = Pool(master, reached.bound)
    return Anew(referee, columns, pool, NO_ROSTER, np.random.default_rng(1)), search.incumbent


def excess_of(incumbent: Incumbent, gap: float) -> Excess:
    cover = np.zeros_like(incumbent.cover_prices())
    cover[3, 0] = gap / 4
    return Excess(np.full(len(incumbent.prices), 0.75 * gap / len(incumbent.prices)), cover)


@pytest.mark.parametrize("room", [0.0, 0.9, 40.0])
@pytest.mark.parametrize("people", [3, 6])
def test_a_window_comes_back_different_within_what_it_may_cost(people: int, room: float) -> None:
    """The price put on staying is of the choice only: what comes has its true price."""
    anew, best = best_of(people)
    chosen = Neighbourhood(np.arange(people), DAYS)
    found = [anew.plan(best, chosen, best.cost + room) for _ in range(3)]
    others = [one for one in found if one is not None]
    assert others
    for one in others:
        score = judge(best.problem, Roster(one.cells))
        assert (score.is_feasible, float(score.objective)) == (True, one.cost)
        assert best.cost <= one.cost <= best.cost + room
        assert (one.cells != best.cells).any()
        assert (one.cells[:, ~DAYS] == best.cells[:, ~DAYS]).all()


def test_what_is_cheaper_comes_before_what_is_different() -> None:
    anew, best = best_of(6)
    cells = best.cells.copy()
    cells[0, DAYS] = -1
    worse = Incumbent.of(best.problem, Roster(cells), NO_ROSTER)
    found = anew.plan(worse, Neighbourhood(np.arange(6), DAYS), worse.cost)
    assert found is not None
    assert found.cost < worse.cost


def test_there_is_less_room_the_later_it_is_and_the_less_is_to_be_gained() -> None:
    _, best = best_of(3)
    clock = Clock(best.problem, MaxRuntime(100))
    roaming = Roaming(clock)
    roaming.learn(best)
    much, little = excess_of(best, 1e6), excess_of(best, 10.0)
    assert roaming.most(much) == pytest.approx(best.cost + OF_COST * best.cost)
    assert roaming.most(little) == pytest.approx(best.cost + OF_EXCESS * 10)
    assert roaming.most(excess_of(best, 0.0)) == best.cost
    clock.left = 50.0
    assert roaming.most(little) == pytest.approx(best.cost + OF_EXCESS * 5)
    clock.left = -1.0
    assert roaming.most(much) == best.cost


def test_only_what_is_cheaper_than_all_before_is_a_gain() -> None:
    _, best = best_of(3)
    roaming, dearer = Roaming(Clock(best.problem, MaxRuntime(100))), best.prices.copy()
    dearer[0] += 30
    worse = Incumbent(best.problem, best.cells, dearer, NO_ROSTER)
    assert [roaming.learn(one) for one in (worse, best, worse, best)] == [0, 30, 0, 0]
    assert roaming.lowest == best.cost


def test_while_cover_is_missing_the_lowest_is_what_there_is_now() -> None:
    """What is missing becomes dearer on the way, so nothing that it cost before says anything."""
    problem = fortnight(3)
    must = tuple(replace(one, minimum=1) for one in problem.demands)
    problem = replace(problem, demands=must)
    nobody = Roster(np.full((3, 14), -1, dtype=np.int32))
    short, dearer = (Incumbent.of(problem, nobody, price) for price in (NO_ROSTER, 2 * NO_ROSTER))
    roaming = Roaming(Clock(problem, MaxRuntime(100)))
    assert short.is_short
    assert [roaming.learn(one) for one in (short, dearer)] == [0, 0]
    assert roaming.lowest == dearer.cost > short.cost
    assert roaming.learn(short) == dearer.cost - short.cost


class Unproven(Referee):
    """A referee that takes no bound, so that a search goes on from the optimum."""

    def raise_bound(self, bound: float, prices: Prices | None = None) -> None:
        """Hear nothing of it."""


def test_windows_roam_once_they_stop_gaining_and_whole_rosters_never(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[bool, bool]] = []
    plan = Anew.plan

    def spied(
        self: Anew, held: Incumbent, chosen: Neighbourhood, most: float, seconds: float
    ) -> Incumbent | None:
        asked.append((chosen.has_all_days, most >= held.cost))
        return plan(self, held, chosen, most, seconds)

    monkeypatch.setattr(Anew, "plan", spied)
    problem = fortnight(6)
    referee = Unproven(problem, WhenTold(lambda: len(asked) >= 60))
    search = Search(referee, 1)
    search.first(*search.root())
    search.improve()
    roaming = [roams for has_all_days, roams in asked if not has_all_days]
    assert not any(roaming[:WIDEN_AFTER])
    assert any(roaming)
    assert not any(roams for has_all_days, roams in asked if has_all_days)
    assert search.incumbent is not None
    assert referee.best is not None
    assert search.roaming.lowest == referee.best[1]


@pytest.mark.parametrize("dearer", [5, -5])
def test_only_what_is_cheaper_is_taken_over_from_others(dearer: int) -> None:
    """From the first moment on, when nothing was learnt yet."""
    _, best = best_of(3)
    referee = Referee(best.problem, MaxRuntime(60))
    referee.propose_start(Roster(best.cells))
    search = Search(referee, 1)
    prices = best.prices.copy()
    prices[0] += dearer
    search.incumbent = own = Incumbent(best.problem, best.cells, prices, NO_ROSTER)
    search._adopt()
    assert (search.incumbent is own) == (dearer < 0)
