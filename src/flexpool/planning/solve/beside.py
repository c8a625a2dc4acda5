"""One solver in a process of its own, which shares rosters and bounds with the referee here."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import queue
import sys
import threading
from collections.abc import Iterator
from typing import Any

from flexpool.planning.scoring import JudgedOtherwise, Prices, Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solve.eased import Eased
from flexpool.planning.solve.process import Lines, work

LOOK_EVERY_SECONDS = 0.05
GOODBYE_SECONDS = 1.0
LEAST_SECONDS = 0.1  # loading may have used up the time: then it ends at once, in peace
LONGEST_SECONDS = 10 * 365 * 24 * 3600.0


class SolverFailed(RuntimeError):
    """A solver in another process ended with an error; the text is that error."""


class Beside:
    """A solver that runs beside this process.

    Parameters
    ----------
    referee
        Judges what the solver sends, as if it had been found here.
    module
        Where the solver is.
    seed, workers
        Handed to the solver.
    share
        How much of the time that is left it gets; more while there is no roster.
    """

    def __init__(
        self,
        referee: Referee | Eased,
        module: str,
        seed: int,
        workers: int,
        share: float = 1.0,
    ) -> None:
        self._referee = referee
        context = multiprocessing.get_context("spawn")
        self._lines = Lines(context)
        self._shared: int | None = None
        self._prices: Prices | None = None
        left = referee.seconds_left
        self._until = referee.seconds + (left * share if share < 1 else math.inf)
        seconds = max(LEAST_SECONDS, left) if math.isfinite(left) else LONGEST_SECONDS
        given = (module, referee.problem, seed, workers, seconds, self._lines)
        self._process = context.Process(target=work, args=given, daemon=True)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._failure: Exception | None = None

    def start(self) -> None:
        """Start the process and listen to it."""
        with _without_main():
            self._process.start()
        self._listener.start()

    def finish(self) -> None:
        """Wait until the solver is done or the referee stops it.

        Raises
        ------
        SolverFailed, JudgedOtherwise
            When the solver ended with an error, or the judge disagrees with it.
        """
        self._listener.join()
        if self._failure:
            raise self._failure

    def close(self) -> None:
        """End the process, whatever it does."""
        self._lines.told.set()
        self._process.join(GOODBYE_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(GOODBYE_SECONDS)
        self._lines.found.cancel_join_thread()
        self._lines.better.cancel_join_thread()

    def _listen(self) -> None:
        while True:
            if self._referee.should_stop() or self._has_had_its_share():
                self._lines.told.set()
                return
            self._share()
            try:
                kind, value = self._lines.found.get(timeout=LOOK_EVERY_SECONDS)
            except queue.Empty:
                if not self._process.is_alive() and self._lines.found.empty():
                    self._failure = self._failure or SolverFailed("its process ended early")
                    return
                continue
            try:
                if self._hear(kind, value):
                    return
            except Exception as failure:  # noqa: BLE001  (raised again by `finish`)
                self._failure = failure
                self._lines.told.set()
                return

    def _has_had_its_share(self) -> bool:
        return self._referee.seconds > self._until and self._referee.best is not None

    def _share(self) -> None:
        """Send the best roster, and the latest prices, when another solver found them."""
        best, prices = self._referee.best, self._referee.prices
        if best is not None and (self._shared is None or best[1] < self._shared):
            self._shared = best[1]
            self._lines.better.put(("roster", (best[0].grid, best[1])))
        if prices is not None and prices is not self._prices:
            self._prices = prices
            self._lines.better.put(("prices", prices))

    def _hear(self, kind: str, value: Any) -> bool:
        """Take one message; tell whether it was the last."""
        if kind == "roster":
            grid, objective = value
            if self._shared is None or objective < self._shared:
                self._shared = objective
            self._referee.propose(Roster(grid), objective)
        elif kind == "bound":
            bound, self._prices = value
            self._referee.raise_bound(bound, self._prices)
        elif kind == "infeasible":
            self._referee.is_proven_infeasible = True
        elif kind == "disagreed":
            raise JudgedOtherwise(value)
        elif kind == "failed":
            raise SolverFailed(value)
        elif kind == "done":
            for name, amount in value.items():
                self._referee.count(name, amount)
        return kind in ("done", "infeasible")


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Keep the new process from running the caller's script again: it does not need it."""
    main = sys.modules["__main__"]
    hidden = ("__file__", "__spec__")
    kept: dict[str, Any] = {name: vars(main).pop(name) for name in hidden if name in vars(main)}
    main.__spec__ = None
    try:
        yield
    finally:
        vars(main).update(kept)
