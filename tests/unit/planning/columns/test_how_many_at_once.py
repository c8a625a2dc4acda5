"""How much a search does at once: columns a round, columns fixed together, the pace of a dive."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from column_wards import NO_ROSTER, fortnight
from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation import search as searching
from flexpool.planning.solvers.column_generation.dive import Pace, batch_of, dive
from flexpool.planning.solvers.column_generation.generate import Effort, each_adds, generate
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.solvers.column_generation.style import (
    BRISK,
    HASTY,
    PACES,
    ROUGH,
    THOROUGH,
    Paces,
    Style,
)
from flexpool.planning.stop import MaxRuntime


def never() -> bool:
    """Nobody says stop."""
    return False


def mixed(problem: Problem) -> Master:
    """The best mix of the problem, in which several rosters of one worker have a share."""
    master = Master(problem, NO_ROSTER)
    generate(master, Columns(problem), never, None, Effort())
    return master


def search_of(problem: Problem, seconds: float, style: Style = THOROUGH) -> Search:
    """A search with so much time."""
    return Search(Referee(problem, MaxRuntime(seconds)), 1, style)


def must_hold() -> Problem:
    """The fortnight, with one at least on the first day."""
    problem = fortnight()
    must = replace(problem.demands[0], minimum=1)
    return replace(problem, demands=(must, *problem.demands[1:]))


@cache
def a_roster() -> Roster:
    """A roster that breaks nothing of the fortnight in which cover must hold."""
    search = search_of(must_hold(), 20)
    search.first(*search.root())
    assert search.referee.roster is not None
    return search.referee.roster


@pytest.mark.parametrize("weeks", [1, 2, 12])
@pytest.mark.parametrize("workers", [1, 2, 6])
def test_each_adds_more_columns_the_more_rows_there_are_for_each(weeks: int, workers: int) -> None:
    """Two at least; so many that all together are at most a fifth of the rows."""
    problem = fortnight()
    demands = tuple(
        replace(one, day=one.day + 7 * week)
        for week in range(weeks)
        for one in problem.demands
        if one.day < 7
    )
    people = tuple(replace(one, requests=()) for one in problem.workers[:workers])
    long = replace(problem, days=7 * weeks, demands=demands, workers=people)
    master = Master(long, NO_ROSTER)
    each, rows = each_adds(master), master.highs.getNumRow()
    assert each >= 2
    assert each == 2 or 5 * each * workers <= rows < 5 * (each + 1) * workers


@pytest.mark.parametrize("nearly", [0.2, 0.35, 0.75])
@pytest.mark.parametrize("share", [0.01, 0.34, 1.0])
def test_at_most_the_share_is_fixed_of_what_is_nearly_whole(nearly: float, share: float) -> None:
    """Shares drawn by chance, one half of the workers fixed already."""
    master, chance = mixed(fortnight()), np.random.default_rng(7)
    count = len(master.problem.workers)
    for _ in range(20):
        values = chance.choice([0.0, 0.1, 0.3, 0.5, 0.8], len(master.cost))
        free = chance.random(count) < 0.5
        chosen = batch_of(master, values, free, Pace(share, 1, 0.1, nearly=nearly))
        possible = free[master.worker] & master.fits & (values > 0)
        assert possible[chosen].all()
        assert bool(len(chosen)) == bool(possible.any())
        most = max(1, int(share * free.sum()))
        assert len(chosen) <= most
        enough = int((values[possible] >= nearly).sum())
        assert len(chosen) == max(min(enough, most), int(possible.any()))
        if len(chosen):
            assert values[chosen].min() >= np.sort(values[possible])[::-1][len(chosen) - 1]


def test_what_is_whole_is_fixed_whatever_the_share() -> None:
    master = mixed(fortnight())
    free = np.ones(len(master.problem.workers), dtype=bool)
    _, first = np.unique(master.worker, return_index=True)
    values = np.zeros(len(master.cost))
    values[first] = 1.0
    chosen = batch_of(master, values, free, Pace(0.01, 1, 0.1))
    assert sorted(chosen) == sorted(first[master.fits[first]])


def test_a_lower_idea_of_nearly_whole_takes_no_more_fixings() -> None:
    """And the roster at the end is as whole."""
    problem, rounds = fortnight(), dict[float, int]()
    for nearly in (0.9, 0.1):
        master, asked = mixed(problem), list[int]()

        def ask(asked: list[int] = asked) -> bool:
            asked.append(1)
            return False

        assert dive(master, Columns(problem), ask, Pace(1.0, 1, 0.1, nearly=nearly), np.inf)
        assert sorted(master.fixed) == list(range(len(problem.workers)))
        rounds[nearly] = len(asked)
    assert rounds[0.1] <= rounds[0.9]


@pytest.mark.parametrize("workers", [3, 30, 300])
@pytest.mark.parametrize(("must_hold", "paces"), [(False, PACES), (True, BRISK)])
def test_the_more_time_a_pricing_leaves_the_more_careful_the_dive(
    must_hold: bool, paces: Paces, workers: int
) -> None:
    known = [pace for _, pace in paces]
    rounds = 10.0 ** np.arange(-6, 6)
    chosen = [THOROUGH.pace(must_hold, workers, float(one), 400.0) for one in rounds]
    assert (chosen[0], chosen[-1]) == (known[0], None)
    places = [known.index(pace) if pace else len(known) for pace in chosen]
    assert places == sorted(places)
    assert {HASTY.pace(must_hold, workers, float(one), 400.0) for one in rounds} == {None}


@pytest.mark.parametrize("has_roster", [True, False])
def test_without_time_for_a_careful_dive_it_goes_only_for_want_of_a_roster(
    has_roster: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cover must hold; the rough dive of who is in haste goes in any case."""
    for style, dives in ((THOROUGH, not has_roster), (HASTY, True)):
        search, paces = search_of(must_hold(), 1000, style), list[Pace]()
        master, _ = search.root()
        if has_roster:
            search.referee.propose_start(a_roster())
        monkeypatch.setattr(search, "_dive", lambda mix, pace, into=paces: into.append(pace))
        search.first(master, 1e6)
        assert paces == [ROUGH] * dives


@pytest.mark.parametrize("problem", [fortnight(), must_hold()], ids=["soft", "must hold"])
def test_an_own_dive_is_left_alone_for_a_while_where_cover_must_hold(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it leaves open is mended in little time; then the best of all is gone on from."""
    monkeypatch.setattr(searching, "LONELY", 0.2)
    search, looked = search_of(problem, 2), list[float]()
    search.first(*search.root())
    assert search.incumbent is not None
    monkeypatch.setattr(search, "_adopt", lambda: looked.append(search.referee.seconds))
    began = search.referee.seconds
    late = began + 0.4  # also where the dive has proven its roster the best
    monkeypatch.setattr(search.referee, "should_stop", lambda: search.referee.seconds > late)
    search.improve()
    assert looked
    assert (search.alone_until > began) == problem.tables.cover_must_hold
    assert all(one >= search.alone_until for one in looked)


@pytest.mark.parametrize("paces", [PACES, BRISK])
def test_the_paces_go_from_careful_to_fast(paces: Paces) -> None:
    """Each takes fewer fixings than the one before, and fixes no less at once."""
    for (steps, careful), (fewer, fast) in pairwise(paces):
        assert fewer < steps
        assert fast.batch >= careful.batch
        assert fast.nearly <= careful.nearly
        assert fast.rounds <= careful.rounds
