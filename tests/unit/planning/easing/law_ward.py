"""Wards under the working-time law; with faces column generation cannot plan them whole."""

from __future__ import annotations

from datetime import date

from flexpool.planning import Contract, Demand, Faces, History, Kind, Limit, Problem, Worker

KINDS = (
    Kind("E", 480, 420, 900, place="a"),
    Kind("L", 480, 900, 1380, place="a"),
    Kind("N", 480, 1380, 1860, place="a", is_night=True),
)
WEEK = Contract("week", week_minutes=Limit(maximum=2400), work_run=Limit(maximum=6))
FEW = (Faces("a", 1, weight=7),)


def law_ward(workers: int = 4, days: int = 7, **changes: object) -> Problem:
    """As many of each kind as two thirds of the workers together can do."""
    demands = tuple(
        Demand(day, kind.id, optimum=max(1, workers // 5), under_weight=100, over_weight=1)
        for day in range(days)
        for kind in KINDS
    )
    people = tuple(
        Worker(f"w{one}", WEEK, kind_cost={"E": one % 5, "N": one % 3}, history=History(off_run=1))
        for one in range(workers)
    )
    return Problem(
        "law", days, KINDS, people, demands, 0, date(2026, 11, 2), lawful=True, law_profile="care",
        **changes,  # type: ignore[arg-type]
    )  # fmt: skip
