"""Lanes: who begins, who follows, what a breakdown costs, and that nothing keeps running."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from column_wards import fortnight
from flexpool.planning.scoring import JudgedOtherwise, Referee
from flexpool.planning.solve import lane
from flexpool.planning.solve.beside import SolverFailed
from flexpool.planning.solve.lane import Lane
from flexpool.planning.stop import AnyOf, MaxRuntime, WhenTold

Act = Callable[[Referee], None]


class Played:
    """Stands in for solvers in processes: acts by name, and notes what is done."""

    def __init__(self, acts: dict[str, Act]) -> None:
        self.acts, self.done = acts, list[str]()
        self.given: list[tuple[str, int, int, float]] = []

    def __call__(
        self, referee: Referee, module: str, seed: int, workers: int, share: float = 1.0
    ) -> Played:
        """Take the place of a new process."""
        self.given.append((module, seed, workers, share))
        self.now, self.referee = module, referee
        return self

    def start(self) -> None:
        """Note it."""
        self.done.append(f"start {self.now}")

    def finish(self) -> None:
        """Act."""
        self.acts.get(self.now, lambda referee: None)(self.referee)

    def close(self) -> None:
        """Note it."""
        self.done.append(f"close {self.now}")


def breaks_down(referee: Referee) -> None:
    """What a solver does whose process dies."""
    raise SolverFailed("out of memory")


def disagrees(referee: Referee) -> None:
    """What a solver does that is wrong."""
    raise JudgedOtherwise("a bound above a roster")


def proves(referee: Referee) -> None:
    """What a solver does that proves that nothing exists."""
    referee.is_proven_infeasible = True


def play(monkeypatch: pytest.MonkeyPatch, **acts: Act) -> tuple[Played, Lane]:
    """A lane of three, the first for a quarter of the time."""
    played = Played(acts)
    monkeypatch.setattr(lane, "Beside", played)
    referee = Referee(fortnight(), MaxRuntime(60))
    return played, Lane(referee, [("one", 0.25), ("two", 1.0), ("three", 1.0)], 7)


ALL = [f"{what} {who}" for who in ("one", "two", "three") for what in ("start", "close")]


def test_solvers_follow_each_other_each_closed_before_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    played, run = play(monkeypatch)
    run.start()
    assert run.finish() == []
    assert played.done == ALL
    assert played.given == [("one", 7, 1, 0.25), ("two", 7, 1, 1.0), ("three", 7, 1, 1.0)]


def test_what_breaks_down_is_told_and_the_next_still_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    played, run = play(monkeypatch, one=breaks_down, three=breaks_down)
    run.start()
    assert [str(failure) for failure in run.finish()] == ["out of memory"] * 2
    assert played.done == ALL


def test_after_a_disagreement_nobody_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong solver is a fault to be seen, never something to work around."""
    played, run = play(monkeypatch, two=disagrees)
    run.start()
    with pytest.raises(JudgedOtherwise, match="a bound above a roster"):
        run.finish()
    assert played.done == ALL[:4]


def test_when_nothing_is_left_to_find_nobody_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    played, run = play(monkeypatch, one=proves)
    run.start()
    assert run.finish() == []
    assert played.done == ALL[:2]


def test_a_lane_that_never_began_can_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    played, run = play(monkeypatch)
    run.close()
    assert played.done == []


def test_nobody_follows_in_a_lane_that_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what somebody broke off would go on in a process that nobody ends."""
    ended = threading.Event()
    played, run = play(monkeypatch, one=lambda referee: waits(ended))
    run.start()
    until(lambda: "start one" in played.done)
    run.close()
    ended.set()
    run.finish()
    assert "start two" not in played.done


def waits(event: threading.Event) -> None:
    """Wait for somebody to set it."""
    assert event.wait(60)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    last = time.monotonic() + 60
    while not holds() and time.monotonic() < last:
        time.sleep(0.01)
    assert holds()


def test_what_cannot_even_start_is_an_error_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory for one more process: never silently half a line-up."""

    def refuse(self: Played) -> None:
        raise OSError("cannot allocate memory")

    monkeypatch.setattr(Played, "start", refuse)
    _, run = play(monkeypatch)
    run.start()
    with pytest.raises(OSError, match="cannot allocate memory"):
        run.finish()


SOLVERS = """
import time
def solve(referee, seed, workers, start=None):
    {act}
"""
ACTS = {"falls_over": "raise MemoryError('of its own')", "sleeps": "time.sleep(60)"}


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Solvers of our own, where processes can find them; none may be left behind."""
    for name, act in ACTS.items():
        (tmp_path / f"{name}.py").write_text(SOLVERS.format(act=act), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("modules")
def test_a_deaf_solver_is_ended_and_a_dead_one_is_told_of() -> None:
    """In real processes: the first falls over, the second hears nothing while it sleeps."""
    told = threading.Event()
    referee = Referee(fortnight(), AnyOf(MaxRuntime(60), WhenTold(told)))
    run = Lane(referee, [("falls_over", 1.0), ("sleeps", 1.0)], 1)
    run.start()
    until(lambda: bool(run._failures) and len(multiprocessing.active_children()) == 1)
    told.set()
    assert [str(failure) for failure in run.finish()] == ["falls_over: MemoryError('of its own')"]
    run.close()
