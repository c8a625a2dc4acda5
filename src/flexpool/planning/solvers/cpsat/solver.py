"""How CP-SAT goes about a problem: the whole model first, then part by part."""

from __future__ import annotations

import threading

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.cpsat.parts.search import search
from flexpool.planning.solvers.cpsat.whole import Patience, Whole

MOST_DECISIONS = 250_000
"""Above this writing the whole model takes longer than a first roster in parts."""


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Solve the referee's problem until it is closed or the referee stops the run.

    Parameters
    ----------
    referee
        Holds problem, time and the best roster so far.
    seed
        Same seed, one worker and a stop that does not look at the clock: the same outcome.
    workers
        Parallel searches.
    start
        A roster to start from; one that breaks a hard constraint is an error.

    Raises
    ------
    UnableToExpress, JudgedOtherwise
        When a constraint is unknown to the model, or model and judge disagree on a roster.
    """
    if start is not None:
        referee.propose_start(start)
    if int(referee.problem.tables.allowed.sum()) > MOST_DECISIONS:
        search(referee, seed, workers)
        return
    whole = Whole(referee, seed)
    whole.solve(workers, Patience(referee))
    if referee.should_stop():
        return
    _go_on(referee, whole, seed, workers)


def _go_on(referee: Referee, whole: Whole, seed: int, workers: int) -> None:
    """Improve in parts, and with more than one worker go on with the proof beside it."""
    if workers == 1:
        search(referee, seed, workers)
        whole.solve(workers)  # comes back at once when the run is over; else parts found no start
        return
    failures: list[Exception] = []

    def parts() -> None:
        try:
            search(referee, seed, workers - 1)
        except Exception as failure:  # noqa: BLE001  (raised again below)
            failures.append(failure)

    thread = threading.Thread(target=parts, daemon=True)
    thread.start()
    whole.solve(workers=1)
    thread.join()
    if failures:
        raise failures[0]
