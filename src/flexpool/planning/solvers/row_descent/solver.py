"""Row descent as a solver: what it knows, and to which problems it leaves others."""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.descent import Descent
from flexpool.planning.solvers.row_descent.ward import suits

__all__ = ["EXPRESSES", "solve"]

EXPRESSES = frozenset(
    {
        "cover.minimum",
        "cover.maximum",
        "cover.under",
        "cover.over",
        "placement.eligible",
        "placement.available",
        "placement.cost",
        "placement.demanded",
        "wishes.on",
        "wishes.off",
        "changes.published",
        "placement.substitution",
        "placement.travel",
        "placement.willing",
        "placement.tier",
        "continuity.known",
        "notice.call",
        "notice.cancel",
        "notice.agreed",
        "succession.next-day",
        "totals.minutes",
        "totals.per-kind",
        "runs.work",
        "runs.off",
        "weekends.number",
    }
)


def solve(
    referee: Referee, seed: int, workers: int, start: Roster | None = None, lasts: bool = False
) -> None:
    """Plan rows until the referee says stop or little is gained; at once when they do not suit.

    Parameters
    ----------
    referee
        Holds problem, time and the best roster so far.
    seed, workers
        Of what is drawn; the number of workers is not used: rows follow each other.
    start
        A roster to start from; one that breaks a hard constraint is an error.
    lasts
        Whether to go on for all the time, however little is gained.

    Raises
    ------
    JudgedOtherwise
        When rows and judge disagree on a roster.
    """
    if not suits(referee.problem):
        return
    if start is not None:
        referee.propose_start(start)
    known = referee.best
    descent = Descent(referee, seed, lasts)
    if descent.begin(known[0] if known else None):
        descent.improve()
