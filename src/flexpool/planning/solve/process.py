"""What runs in the process of a solver: a referee there that sends home what is found.

Rosters found elsewhere arrive as well, so that every solver goes on from the best, and the prices
that came with a bound.
"""

from __future__ import annotations

import importlib
import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from typing import Any

from flexpool.planning.problem import Problem
from flexpool.planning.scoring import JudgedOtherwise, Prices, Referee
from flexpool.planning.solution import Grid, Roster
from flexpool.planning.stop import AnyOf, MaxRuntime, WhenTold

Message = tuple[str, Any]
LOOK_EVERY_SECONDS = 0.1


class Lines:
    """The three lines between a solver's process and home.

    Parameters
    ----------
    context
        The multiprocessing context in which both live.
    """

    def __init__(self, context: multiprocessing.context.SpawnContext) -> None:
        self.told: Event = context.Event()
        self.found: Queue[Message] = context.Queue()
        self.better: Queue[Message] = context.Queue()


def work(
    module: str, problem: Problem, seed: int, workers: int, seconds: float, lines: Lines
) -> None:
    """Run a solver in this process and send what it finds; the target of `Beside`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that people see
    parent = multiprocessing.parent_process()

    def is_over() -> bool:
        return lines.told.is_set() or parent is None or not parent.is_alive()

    away = Away(problem, seconds, is_over, lines)
    threading.Thread(target=away.hear, daemon=True).start()
    try:
        importlib.import_module(module).solve(away.referee, seed, workers)
    except Exception as failure:  # noqa: BLE001  (told to the process that people see)
        lines.found.put(("failed", f"{module}: {failure!r}"))
    else:
        if away.referee.is_proven_infeasible:
            lines.found.put(("infeasible", None))
        lines.found.put(("done", dict(away.referee.statistics)))
    if parent is None or not parent.is_alive():
        lines.found.cancel_join_thread()  # nobody reads: waiting for that would never end


class Away:
    """A referee away from home: what it accepts is sent, what others found is taken in."""

    def __init__(
        self, problem: Problem, seconds: float, is_over: Callable[[], bool], lines: Lines
    ) -> None:
        self._lines, self._is_over = lines, is_over
        self._known: int | None = None
        self._bound = float("-inf")
        self._heard: Prices | None = None
        self.referee = Referee(problem, AnyOf(MaxRuntime(seconds), WhenTold(is_over)), self._tell)

    def _tell(self, seconds: float, objective: int | None, bound: float, gap: float | None) -> None:
        if bound > self._bound:
            self._bound = bound
            prices = self.referee.prices
            own = None if prices is self._heard else prices
            self._lines.found.put(("bound", (bound, own)))
        roster = self.referee.roster
        if roster is not None and objective is not None and objective != self._known:
            self._known = objective
            self._lines.found.put(("roster", (roster.grid, objective)))

    def hear(self) -> None:
        """Take in what others found until the run is over."""
        while not self._is_over():
            try:
                kind, value = self._lines.better.get(timeout=LOOK_EVERY_SECONDS)
            except queue.Empty:
                continue
            if kind == "prices":
                self._heard = self.referee.prices = value
            else:
                self._take(*value)

    def _take(self, grid: Grid, objective: int) -> None:
        self._known = objective  # known at home: not to be sent back
        try:
            self.referee.propose(Roster(grid), objective)
        except JudgedOtherwise as failure:  # the bound of this solver is above a true roster
            self._lines.found.put(("disagreed", str(failure)))
