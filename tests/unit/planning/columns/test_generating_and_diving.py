"""From prices to rosters: bounds that no roster beats, and dives that think again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from column_wards import ABLE, NO_ROSTER, every, fortnight, ward
from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.dive import Pace, dive
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals, Part
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.solvers.column_generation.ways import hasty, onward
from flexpool.planning.stop import MaxRuntime, WhenTold


def never() -> bool:
    """Nobody says stop."""
    return False


def noting(told: list[float]) -> Callable[[float, Duals], None]:
    """What notes every bound that is told."""
    return lambda bound, _at: told.append(bound)


def optima(problem: Problem) -> tuple[float, float]:
    """The best pair of rosters of two people, and the best mix, of all rosters there are."""
    wholes = [every(problem, worker) for worker in (0, 1)]
    wholes = [one.only(np.isfinite(one.price)) for one in wholes]
    master, tables = Master(problem, NO_ROSTER), problem.tables
    works = []
    for one in wholes:
        master.add(np.full(len(one.price), one.worker), one.cells, one.price)
        slots = np.arange(len(tables.slots))
        works.append((one.cells[:, :, None] == slots).reshape(len(one.cells), -1).astype(np.int8))
    wish, best = tables.optimum.ravel(), np.inf
    for mine, price in zip(works[0], wholes[0].price, strict=True):
        short = wish - mine - works[1]
        cover = np.maximum(short, 0) @ tables.under_weight.ravel()
        cover = cover + np.maximum(-short, 0) @ tables.over_weight.ravel()
        best = min(best, float((cover + wholes[1].price).min()) + price)
    return best, master.solve()


@pytest.mark.parametrize("smoothing", [0.0, 0.6])
@pytest.mark.parametrize("seed", ABLE[:6])
def test_the_bound_meets_the_mix_and_is_below_every_roster(seed: int, smoothing: float) -> None:
    problem = ward(seed, workers=2)
    best, mix = optima(problem)
    told: list[float] = []
    effort = Effort(smoothing=smoothing, shrinks=True)
    reached = generate(
        Master(problem, NO_ROSTER), Columns(problem), never, None, effort, noting(told)
    )
    assert reached.bound <= best + 1e-6
    assert reached.bound == pytest.approx(mix, abs=1e-4)
    assert reached.objective == pytest.approx(mix, abs=1e-4)
    assert told == sorted(told)
    assert told[-1] == reached.bound


def test_every_bound_on_the_way_is_true() -> None:
    problem = fortnight()
    told: list[float] = []
    master = Master(problem, NO_ROSTER)
    exact = generate(master, Columns(problem), never, None, Effort(), noting(told))
    assert max(told) <= exact.objective + 1e-6
    assert told[-1] == pytest.approx(exact.objective, abs=1e-4)


def test_it_prices_no_more_often_than_asked_and_asks_before_each_round() -> None:
    problem, asked = fortnight(), list[int]()

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    columns = Columns(problem)
    reached = generate(Master(problem, NO_ROSTER), columns, stop, None, Effort())
    assert (reached.rounds, len(asked)) == (3, 4)
    few = generate(Master(problem, NO_ROSTER), columns, never, None, Effort(most_rounds=2))
    assert few.rounds == 2


def test_what_is_fixed_is_in_the_bound_of_the_rest() -> None:
    """The bound with somebody fixed is above the bound without, and below what is then found."""
    problem = fortnight()
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    free = generate(master, columns, never, None, Effort())
    master.fix(int(np.flatnonzero(master.worker == 2)[0]))
    rest = generate(master, columns, never, Part(master.free()), Effort())
    assert free.bound - 1e-6 <= rest.bound <= rest.objective + 1e-6
    assert rest.bound == pytest.approx(rest.objective, abs=1e-4)


PACES = [
    Pace(0.3, 1, 0.05),
    Pace(0.04, 8, 0.001, tries=2),
    Pace(0.08, 5, 0.002, tries=1, regret=0.0),
    Pace(0.04, 4, 0.001, tries=3, regret=-1.0),
    Pace(0.5, 2, 0.002, nearly=0.2),
]


@pytest.mark.parametrize("pace", PACES)
def test_a_dive_ends_with_a_roster_that_costs_what_it_says(pace: Pace) -> None:
    """Also one that regrets every single fixing."""
    problem = fortnight()
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    bound = generate(master, columns, never, None, Effort()).bound
    assert dive(master, columns, never, pace, np.inf)
    assert sorted(master.fixed) == list(range(len(problem.workers)))
    cells = master.cells[[master.fixed[worker] for worker in range(len(problem.workers))]]
    score = judge(problem, Roster(cells))
    assert score.is_feasible
    assert score.objective == pytest.approx(master.solve())
    assert score.objective >= bound - 1e-6
    assert not master.free().any()


def telling(act: Callable[[int], None], told: list[str]) -> Callable[[int], None]:
    """The same act, whose name is told first."""

    def tell(which: int) -> None:
        told.append(act.__name__)
        act(which)

    return tell


@pytest.mark.parametrize("tries", [0, 1, 3])
def test_as_many_other_columns_are_tried_as_the_pace_says(
    tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a regret below nothing each fixing of one is taken back; what is barred comes back."""
    problem, told = fortnight(), list[str]()
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    for name in ("bar", "release", "allow"):
        monkeypatch.setattr(master, name, telling(getattr(master, name), told))
    generate(master, columns, never, None, Effort())
    pace = Pace(0.04, 2, 0.001, tries=tries, regret=-1.0)
    assert dive(master, columns, never, pace, np.inf)
    rounds = "".join(what[0] for what in told).split("a")
    assert max(one.count("b") for one in rounds) == tries
    assert told.count("release") - told.count("allow") <= tries  # the last fixing


@pytest.mark.parametrize(
    ("stop", "cutoff"), [(lambda: True, np.inf), (never, 1.0)], ids=["told to stop", "too dear"]
)
def test_a_dive_that_cannot_end_well_says_so(stop: Callable[[], bool], cutoff: float) -> None:
    problem = fortnight()
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    assert not dive(master, columns, stop, PACES[0], cutoff)


def test_a_hasty_search_proposes_rosters_that_the_judge_accepts() -> None:
    """Cover must hold on one day, where a dive alone may fall short."""
    problem = fortnight()
    must = replace(problem.demands[0], minimum=1)
    problem = replace(problem, demands=(must, *problem.demands[1:]))
    referee = Referee(problem, MaxRuntime(1.5))
    hasty.solve(referee, 3, 1)
    assert referee.roster is not None
    score = judge(problem, referee.roster)
    assert (score.is_feasible, score.objective) == (True, referee.objective)
    assert referee.bound <= score.objective
    assert referee.statistics["root_rounds"] > 0


def test_a_search_that_is_told_to_stop_at_once_gives_the_little_it_has() -> None:
    """One pricing at prices from nowhere: a poor roster, yet a true one, and no bound."""
    problem = fortnight()
    referee = Referee(problem, WhenTold(lambda: True))
    hasty.solve(referee, 1, 1)
    assert referee.statistics["root_rounds"] == 0
    assert "neighbourhoods" not in referee.statistics
    assert np.isinf(referee.bound)
    assert referee.roster is not None
    assert judge(problem, referee.roster).objective == referee.objective


def test_generating_ends_when_nothing_of_use_is_left() -> None:
    """The first bound above what is of use ends it, however far the mix is from it."""
    problem = fortnight()
    told: list[float] = []
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    whole = generate(master, columns, never, None, Effort(), noting(told))
    effort = Effort(hopeless=told[0])
    early = generate(Master(problem, NO_ROSTER), columns, never, None, effort)
    assert early.bound == told[1]
    assert early.rounds < whole.rounds
    assert early.objective > early.bound


def test_who_goes_on_does_so_at_once_from_a_roster_where_cover_must_hold() -> None:
    """No bound and no dive; the roster becomes cheaper."""
    problem = must_hold(1)
    first = Search(Referee(problem, MaxRuntime(5)), 3)
    first.first(*first.root())
    assert first.referee.roster is not None
    poor = first.referee.roster
    referee = Referee(problem, MaxRuntime(1.0))
    referee.propose_start(poor)
    onward.solve(referee, 3, 1)
    assert referee.statistics["root_rounds"] == 0
    assert referee.statistics["neighbourhoods"] > 0
    assert referee.objective is not None
    assert referee.objective <= judge(problem, poor).objective


def must_hold(least: int) -> Problem:
    """The fortnight, with so many at least on the first day."""
    problem = fortnight()
    must = replace(problem.demands[0], minimum=least)
    return replace(problem, demands=(must, *problem.demands[1:]))


def test_a_careful_search_needs_nobody_elses_roster_where_cover_must_hold() -> None:
    problem = must_hold(1)
    referee = Referee(problem, MaxRuntime(5))
    search = Search(referee, 3)
    search.first(*search.root())
    search.improve()
    assert referee.objective is not None
    assert search.incumbent is not None and not search.incumbent.is_short
    assert referee.bound <= referee.objective


def test_the_price_of_missing_cover_rises_while_it_stays_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More are asked than there are people: nothing can mend that, and nobody proposes it."""
    problem = must_hold(7)
    monkeypatch.setattr("flexpool.planning.solvers.column_generation.search.INSIST_AFTER", 2)
    referee = Referee(problem, MaxRuntime(2))
    search = Search(referee, 3)
    low = search.no_roster
    search.first(*search.root())
    search.improve()
    assert search.no_roster > low
    assert search.incumbent is not None and search.incumbent.is_short
    assert referee.roster is None
