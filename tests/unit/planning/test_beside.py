"""Solvers in processes of their own: what they find comes home, and they end when told."""

import multiprocessing
import threading
import time

import numpy as np
import pytest

from flexpool.planning import (
    AnyOf,
    Contract,
    Demand,
    Kind,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    WhenTold,
    Worker,
    solve,
)
from flexpool.planning.scoring import Referee
from flexpool.planning.solve import UnableToSolve, lineup
from flexpool.planning.solve.beside import Beside, SolverFailed
from flexpool.planning.solve.process import Away, Lines

LONG = 600
"""Seconds of running time that nobody waits for: only who is not told to stop gets there."""


def tiny(count: int = 3, days: int = 7) -> Problem:
    """A few people, one kind, two wanted a day; the optimum is not obvious but small."""
    contract = Contract("all", work_run=Limit(2, 3), off_run=Limit(minimum=2))
    return Problem(
        "tiny",
        days,
        (Kind("E", 480),),
        tuple(Worker(f"worker {number}", contract) for number in range(count)),
        tuple(Demand(day, "E", optimum=2, under_weight=10, over_weight=1) for day in range(days)),
    )


def test_a_solver_beside_this_process_proves_what_one_here_proves() -> None:
    """Roster, objective and bound travel; the judge here has seen them."""
    here = solve(tiny(), MaxRuntime(20), seed=1, params=Params(solver="cpsat"))
    referee = Referee(tiny(), MaxRuntime(60))
    process = Beside(referee, f"{lineup.FOLDER}.cpsat", 1, 1)
    process.start()
    process.finish()
    process.close()
    assert (referee.objective, referee.bound) == (here.objective, here.bound)
    assert referee.roster is not None


def test_it_ends_soon_after_it_is_told() -> None:
    """A set flag ends the process, too; nothing keeps running."""
    told = threading.Event()
    referee = Referee(tiny(40, 28), AnyOf(MaxRuntime(LONG), WhenTold(told)))
    process = Beside(referee, f"{lineup.FOLDER}.cpsat", 1, 1)
    process.start()
    threading.Timer(3, told.set).start()
    began = time.monotonic()
    process.finish()
    process.close()
    assert time.monotonic() - began < LONG / 2
    assert all(one.exitcode is not None for one in [process._process])
    assert multiprocessing.active_children() == []


def test_an_error_in_the_other_process_is_an_error_here() -> None:
    """Never silently half a line-up."""
    process = Beside(Referee(tiny(), MaxRuntime(60)), "flexpool.planning.solvers.absent", 1, 1)
    process.start()
    with pytest.raises(SolverFailed, match="absent"):
        process.finish()
    process.close()


def test_a_constraint_that_no_solver_knows_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is never ignored."""

    class Forgetful:
        EXPRESSES = frozenset({"cover.under", "cover.over"})

    monkeypatch.setattr(lineup, "load", lambda name: Forgetful)
    with pytest.raises(UnableToSolve, match="does not know runs"):
        lineup.choose(tiny(), "auto")


def test_params_are_checked() -> None:
    """Impossible wishes are refused before any work."""
    with pytest.raises(ValueError, match="at least one worker"):
        Params(workers=0)
    with pytest.raises(ValueError, match="no solver"):
        Params(solver="magic")


def test_what_one_finds_the_other_goes_on_from() -> None:
    """A roster proposed here travels to the process, and is not sent back as news."""
    problem = tiny()
    optimum = solve(problem, MaxRuntime(20), seed=1, params=Params(solver="cpsat"))
    assert optimum.roster is not None
    assert optimum.objective is not None
    lines = Lines(multiprocessing.get_context("spawn"))
    away = Away(problem, 60, lines.told.is_set, lines)
    listening = threading.Thread(target=away.hear)
    listening.start()
    lines.better.put(("roster", (optimum.roster.grid, optimum.objective)))
    waited = time.monotonic() + 60
    while away.referee.best is None and time.monotonic() < waited:
        time.sleep(0.05)
    lines.told.set()
    listening.join()
    assert away.referee.objective == optimum.objective
    assert lines.found.empty()


def test_what_is_found_away_is_sent_home() -> None:
    """Bounds and rosters, each once."""
    problem = tiny()
    optimum = solve(problem, MaxRuntime(20), seed=1, params=Params(solver="cpsat"))
    assert optimum.roster is not None
    lines = Lines(multiprocessing.get_context("spawn"))
    away = Away(problem, 60, lines.told.is_set, lines)
    away.referee.propose_start(optimum.roster)
    away.referee.raise_bound(optimum.bound)
    sent = [lines.found.get(timeout=60) for _ in range(2)]
    assert [kind for kind, _ in sent] == ["roster", "bound"]
    assert sent[0][1][1] == optimum.objective
    assert sent[1][1] == (optimum.bound, None)


def test_prices_go_home_with_the_bound_and_not_twice() -> None:
    """What came from elsewhere is not told as one's own."""
    problem = tiny()
    lines = Lines(multiprocessing.get_context("spawn"))
    away = Away(problem, 60, lines.told.is_set, lines)
    listening = threading.Thread(target=away.hear)
    listening.start()
    prices = np.full((problem.days, 1), 3.0)
    lines.better.put(("prices", prices))
    waited = time.monotonic() + 60
    while away.referee.prices is None and time.monotonic() < waited:
        time.sleep(0.05)
    lines.told.set()
    listening.join()
    assert away.referee.prices == pytest.approx(prices)
    away.referee.raise_bound(1)
    assert lines.found.get(timeout=60) == ("bound", (1, None))
    away.referee.raise_bound(2, prices + 1)
    kind, (bound, own) = lines.found.get(timeout=60)
    assert (kind, bound) == ("bound", 2)
    assert own == pytest.approx(prices + 1)


def test_home_hands_prices_on_to_the_other_solvers_only() -> None:
    problem = tiny()
    referee = Referee(problem, MaxRuntime(60))
    teller, other = (Beside(referee, f"{lineup.FOLDER}.cpsat", one, 1) for one in (1, 2))
    prices = np.full((problem.days, 1), 3.0)
    assert not teller._hear("bound", (1.0, prices))
    teller._share()
    other._share()
    assert other._lines.better.get(timeout=60)[0] == "prices"
    assert teller._lines.better.empty()


def test_a_solver_that_breaks_down_loses_nothing_that_was_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The roster of the others is given, with the failure beside it."""
    monkeypatch.setattr(lineup, "SOLVERS", ("absent", "cpsat"))
    real = lineup.load
    monkeypatch.setattr(lineup, "load", lambda name: real("cpsat"))
    result = solve(tiny(), MaxRuntime(30), seed=1, params=Params(workers=2))
    assert result.is_feasible
    assert len(result.failures) <= 2  # at most one a lane
    assert all("absent" in failure for failure in result.failures)
