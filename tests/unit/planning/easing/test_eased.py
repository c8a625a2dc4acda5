"""Column generation beside those who know all: its bound counts, its rosters are mended."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from flexpool.planning import (
    OFF,
    AnyOf,
    Composition,
    Demand,
    MaxRuntime,
    Params,
    Roster,
    WhenTold,
    judge,
    solve,
)
from flexpool.planning.scoring import JudgedOtherwise, Referee
from flexpool.planning.solve import lineup
from flexpool.planning.solve.eased import Eased, lanes_beside
from flexpool.planning.solve.easing import eased
from flexpool.planning.solvers import column_generation
from unit.planning.easing.law_ward import FEW, law_ward

E, N = 0, 2
LARGE: Any = {"workers": 50, "days": 14}
TEAM = Composition(0, ({("E", ""): 1}, {("L", ""): 2}), 30)


@pytest.fixture
def both() -> tuple[Referee, Eased]:
    """A referee, and what a solver sees of it that does not know the law."""
    problem = law_ward()
    known = column_generation.EXPRESSES - {"worktime.lawful"}
    home, easier = Referee(problem, MaxRuntime(60)), eased(problem, known)
    assert easier is not None
    return home, Eased(home, easier)


def roster(row: list[int], workers: int = 4) -> Roster:
    """One works, the others are off."""
    grid = np.full((workers, len(row)), OFF, dtype=np.int32)
    grid[0] = row
    return Roster(grid)


def test_a_roster_is_mended_before_it_is_proposed(both: tuple[Referee, Eased]) -> None:
    home, seen = both
    unlawful = roster([N, E, E, OFF, OFF, OFF, OFF])
    assert seen.propose(unlawful, judge(seen.problem, unlawful).objective)
    best = home.best
    assert best is not None
    assert judge(home.problem, best[0]).is_feasible
    assert seen.best == (best[0], judge(seen.problem, best[0]).objective)


def test_a_roster_that_costs_more_than_claimed_is_an_error(both: tuple[Referee, Eased]) -> None:
    _, seen = both
    with pytest.raises(JudgedOtherwise):
        seen.propose(roster([E, E, OFF, OFF, OFF, OFF, OFF]), 1)


def test_what_cannot_be_better_is_not_mended(both: tuple[Referee, Eased]) -> None:
    home, seen = both
    home.propose_start(roster([E, E, OFF, OFF, OFF, OFF, OFF]))
    nothing = roster([OFF] * 7)
    assert not seen.propose(nothing, judge(seen.problem, nothing).objective)
    assert home.statistics["proposals"] == 1


def test_its_bound_and_its_proofs_are_those_of_the_whole(both: tuple[Referee, Eased]) -> None:
    home, seen = both
    seen.raise_bound(17.0)
    assert home.bound == 17.0
    seen.count("columns", 3)
    assert home.statistics["columns"] == 3
    assert not seen.should_stop()
    assert 0 < seen.seconds_left <= 60
    assert seen.seconds >= 0
    seen.is_proven_infeasible = True
    assert home.is_proven_infeasible
    assert seen.should_stop()


def test_who_knows_all_keeps_the_first_lane() -> None:
    names = ("day_by_day", "cpsat", "column_generation")
    first, second, third = lanes_beside("column_generation", names, 3)
    assert first == third == [("day_by_day", 1.0), ("cpsat", 1.0)]
    assert second == [("column_generation", 1.0), ("cpsat", 1.0)]
    assert lanes_beside("", names[:2], 2) == [first, first]


def test_columns_help_where_a_problem_is_large_and_can_be_eased() -> None:
    large = law_ward(**LARGE, faces=FEW)
    assert lineup.choose(large, "auto", 2) == ("cpsat", "column_generation")
    assert lineup.choose(large, "auto", 1) == ("cpsat",)  # no room beside who knows all
    assert lineup.choose(large, "cpsat", 2) == ("cpsat",)
    assert lineup.choose(law_ward(faces=FEW), "auto", 2) == ("cpsat",)
    assert lineup.choose(law_ward(), "auto", 2) == ("cpsat",)  # small, with hours of a week
    assert lineup.choose(law_ward(**LARGE, compositions=(TEAM,)), "auto", 2) == ("cpsat",)


def test_a_solver_that_does_not_know_a_constraint_is_in_no_lane() -> None:
    """Cover that must hold brings in days one by one; columns do not follow by themselves."""
    large = replace(law_ward(**LARGE, compositions=(TEAM,)), lawful=False)
    must = (Demand(0, "E", minimum=1), *large.demands[1:])
    held = replace(large, demands=must)
    names = lineup.choose(held, "auto", 2)
    assert "column_generation" not in names
    referee = Referee(held, MaxRuntime(60))
    for lane, judges in lineup._with_referees(referee, names, 2):
        assert not judges
        assert not any("column_generation" in module for module, _ in lane)


def test_a_lawful_ward_gets_a_bound_from_columns_and_a_lawful_roster() -> None:
    problem, told = law_ward(**LARGE, faces=FEW), threading.Event()

    def look(seconds: float, objective: int | None, bound: float, gap: float | None) -> None:
        if objective is not None and bound > 0:
            told.set()

    stop = AnyOf(MaxRuntime(60), WhenTold(told))
    result = solve(problem, stop, 1, Params(workers=2), look)
    assert result.failures == ()
    assert result.solver == "cpsat+column_generation"
    assert result.roster is not None
    assert judge(problem, result.roster).is_feasible
    assert 0 < result.bound <= judge(problem, result.roster).objective
