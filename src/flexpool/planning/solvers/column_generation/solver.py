"""Column generation as a solver: what it knows, and when it leaves a problem to others."""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.solvers.column_generation.style import THOROUGH, Style

__all__ = ["EXPRESSES", "IN_TABLES", "solve"]

IN_TABLES = frozenset(
    {
        "cover.minimum",
        "cover.maximum",
        "cover.under",
        "cover.over",
        "placement.eligible",
        "placement.available",
        "placement.fixed",
        "placement.cost",
        "placement.demanded",
        "wishes.on",
        "wishes.off",
        "changes.published",
        "placement.substitution",
        "placement.travel",
        "placement.willing",
        "placement.tier",
        "placement.supernumerary",
        "continuity.known",
        "notice.call",
        "notice.cancel",
        "notice.agreed",
        "succession.next-day",
        "totals.minutes",
        "totals.balance",
        "totals.assignments",
        "totals.per-kind",
        "runs.work",
        "runs.off",
        "runs.kind",
        "weekends.number",
        "weekends.whole",
    }
)
"""What the tables of the pricing know by themselves."""
EXPRESSES = IN_TABLES | {
    "totals.week-minutes",
    "totals.week-days",
    "totals.month-minutes",
    "fairness.unsocial",
    "weekends.free",
    "nights.series",
    "nights.rest",
    "worktime.lawful",
}
MOST_CELLS = 400_000_000


def solve(
    referee: Referee,
    seed: int,
    workers: int,
    start: Roster | None = None,
    style: Style = THOROUGH,
) -> None:
    """Search until the referee says stop; at once when the problem is too large for the tables."""
    search = Search(referee, seed, style)
    if search.columns.cells > MOST_CELLS:
        return
    master, per_round = search.root()
    search.first(master, per_round)
    search.improve()
