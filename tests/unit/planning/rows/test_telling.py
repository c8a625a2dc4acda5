"""Better rosters are told at once where judging is quick, now and then where it is slow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent import descent, telling
from flexpool.planning.solvers.row_descent.telling import Telling
from flexpool.planning.stop import WhenTold
from unit.planning.rows.wards import ward

GRID = np.full((2, 3), -1)


class Listener:
    """A referee, and the clock: each roster takes it so long, and so long is left."""

    def __init__(self, seconds: float, left: float = 60.0) -> None:
        self.takes, self.seconds_left = seconds, left
        self.now = 0.0
        self.heard: list[int] = []
        self.rosters: list[Roster] = []

    def propose(self, roster: Roster, claimed: int) -> bool:
        """Hear of a roster."""
        self.now += self.takes
        self.heard.append(claimed)
        self.rosters.append(roster)
        return True


SLOW = 0.1
Hear = Callable[..., Listener]


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> Hear:
    """Give a function that makes a listener whose clock is the one that counts."""

    def make(seconds: float, left: float = 60.0) -> Listener:
        referee = Listener(seconds, left)
        monkeypatch.setattr(telling.time, "perf_counter", lambda: referee.now)
        return referee

    return make


def told(referee: Any, *costs: float) -> Telling:
    """Tell of rosters that cost so much, one after another."""
    one = Telling(referee)
    for cost in costs:
        one.keep(GRID, cost)
    return one


def test_a_quick_judge_hears_of_each(hear: Hear) -> None:
    referee = hear(0.001)
    told(referee, 9.0, 7.0, 5.0)
    assert referee.heard == [9, 7, 5]
    assert referee.rosters[0].grid.dtype == np.int32


def test_a_slow_judge_hears_of_the_first_and_in_the_end_of_the_best(hear: Hear) -> None:
    referee = hear(SLOW)
    one = told(referee, 9.0, 7.0, 5.0)
    assert referee.heard == [9]
    one.tell()
    one.tell()
    assert referee.heard == [9, 5]


@pytest.mark.parametrize(("later", "heard"), [(1.9, [9]), (2.1, [9, 7])])
def test_a_slow_judge_hears_again_when_it_had_its_share(
    hear: Hear, later: float, heard: list[int]
) -> None:
    """A tenth of a second is a twentieth of two seconds."""
    referee = hear(SLOW)
    one = told(referee, 9.0, 7.0)
    referee.now += later
    one.tell_in_time()
    assert referee.heard == heard


def test_near_the_end_a_slow_judge_hears_of_each(hear: Hear) -> None:
    referee = hear(SLOW, left=0.5)
    told(referee, 9.0, 7.0, 5.0)
    assert referee.heard == [9, 7, 5]


def test_what_was_kept_is_not_what_the_rows_became_since(hear: Hear) -> None:
    referee: Any = hear(SLOW)
    one, grid = Telling(referee), GRID.copy()
    one.keep(grid, 3.0)
    grid[:] = 1
    assert (referee.rosters[0].grid == -1).all()


def test_a_search_that_ends_has_told_of_its_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when every telling counts as slow."""
    monkeypatch.setattr(telling, "QUICK_SECONDS", -1.0)
    monkeypatch.setattr(telling, "SHARE", 1e-9)
    monkeypatch.setattr(descent, "PASSES", 5)
    left = iter(range(150))
    referee = Referee(ward(3, workers=6, days=28), WhenTold(lambda: next(left, None) is None))
    search = descent.Descent(referee, 1)
    assert search.begin(None)
    first = referee.objective
    search.improve()
    assert first is not None
    assert referee.objective is not None
    assert referee.objective < first
    assert referee.statistics["proposals"] == 2
