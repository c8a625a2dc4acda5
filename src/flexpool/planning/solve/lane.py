"""Solvers that follow each other in processes beside this one, each going on from the best."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from flexpool.planning.scoring import Referee
from flexpool.planning.solve.beside import Beside, SolverFailed
from flexpool.planning.solve.eased import Eased

STARTING = threading.Lock()  # starting a process hides this one's main module for a moment


class Lane:
    """Solvers that run beside this process one after another, each from the best so far.

    Parameters
    ----------
    referee
        Judges what they send.
    solvers
        Module and share of the time left, in order; one without a share runs only while there is
        no roster.
    seed
        Handed to each solver, with one worker.
    eased
        By the beginning of its module: a solver that plans an easier problem, and its referee.
    """

    def __init__(
        self,
        referee: Referee,
        solvers: Sequence[tuple[str, float]],
        seed: int,
        eased: Mapping[str, Eased] | None = None,
    ) -> None:
        self._referee, self._solvers, self._seed = referee, solvers, seed
        self._eased = eased or {}
        self._running: Beside | None = None
        self._closed = False
        self._failures: list[SolverFailed] = []
        self._raised: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Start the first solver."""
        self._thread.start()

    def finish(self) -> list[SolverFailed]:
        """Wait until all are done or the referee stops them; give what broke down.

        Raises
        ------
        JudgedOtherwise, OSError
            When the judge disagrees with one, or its process cannot start.
        """
        self._thread.join()
        if self._raised:
            raise self._raised
        return self._failures

    def close(self) -> None:
        """End what runs; nobody follows."""
        with STARTING:
            self._closed = True
        if self._running:
            self._running.close()

    def _run(self) -> None:
        try:
            for module, share in self._solvers:
                if not share and self._referee.best is not None:
                    continue
                running = self._begin(module, share)
                if running is None:
                    return
                try:
                    running.finish()
                except SolverFailed as failure:
                    self._failures.append(failure)
                finally:
                    running.close()
        except Exception as failure:  # noqa: BLE001  (raised again by `finish`)
            self._raised = failure

    def _referee_of(self, module: str) -> Referee | Eased:
        found = (one for name, one in self._eased.items() if module.startswith(name))
        return next(found, self._referee)

    def _begin(self, module: str, share: float) -> Beside | None:
        """Start a solver; None when it is over."""
        with STARTING:
            if self._closed or self._referee.should_stop():
                return None
            running = Beside(self._referee_of(module), module, self._seed, 1, share)
            running.start()
            self._running = running
            return running
