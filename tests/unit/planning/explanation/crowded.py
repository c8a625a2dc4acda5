"""Weeks drawn by chance in which much keeps people off their places, to ask the explanation."""

import numpy as np

from flexpool.planning import Contract, Demand, Kind, Limit, Problem, Request, Roster, Worker, judge
from flexpool.planning.constraints.constraint import Finding

EARLY = Kind("E", 480, 420, 900, organisation="Linde", skill="vig")
LATE = Kind("L", 480, 900, 1380, organisation="Molen", not_next_day=frozenset({"E"}))
KINDS = (EARLY, LATE)
DAYS = 5
CONTRACTS = (
    Contract("free"),
    Contract("16 hours", minutes=Limit(maximum=960)),
    Contract("two days", work_run=Limit(maximum=2)),
    Contract("one late", per_kind={"L": Limit(maximum=1)}),
)


def crowded(seed: int, workers: int = 7) -> tuple[Problem, Roster]:
    """A roster of a week that breaks nothing, for people with all sorts of skills and contracts."""
    rng = np.random.default_rng(seed)
    problem = Problem(
        f"week {seed}",
        DAYS,
        KINDS,
        tuple(_worker(f"w{number}", rng) for number in range(workers)),
        tuple(
            Demand(day, kind.id, optimum=int(rng.integers(1, 3)), under_weight=50, over_weight=4)
            for day in range(DAYS)
            for kind in KINDS
        ),
    )
    return problem, _filled(problem, rng)


def _worker(name: str, rng: np.random.Generator) -> Worker:
    off = rng.random(DAYS) < 0.15
    return Worker(
        name,
        CONTRACTS[int(rng.integers(len(CONTRACTS)))],
        skills=frozenset({"vig"}) if rng.random() < 0.6 else frozenset(),
        kinds=None if rng.random() < 0.7 else frozenset({"L"}),
        days_off=frozenset(np.flatnonzero(off).tolist()),
        kind_cost={"E": int(rng.integers(0, 9))},
        requests=(Request(int(rng.integers(DAYS)), "", 30, is_on=False),),
    )


def _filled(problem: Problem, rng: np.random.Generator) -> Roster:
    """People put on by chance, as long as nothing breaks."""
    cells: dict[tuple[str, int], tuple[str, str]] = {}
    for _ in range(4 * len(problem.workers)):
        who = problem.workers[int(rng.integers(len(problem.workers)))].id
        at = (who, int(rng.integers(DAYS)))
        kind = str(rng.choice(["E", "L"]))
        if at not in cells and not breaches_with(problem, cells, *at, kind):
            cells[at] = (kind, "")
    return Roster.from_cells(problem, cells)


def breaches_with(
    problem: Problem, cells: dict[tuple[str, int], tuple[str, str]], who: str, day: int, kind: str
) -> tuple[Finding, ...]:
    """What the judge finds broken when somebody is put on a place."""
    return judge(problem, Roster.from_cells(problem, {**cells, (who, day): (kind, "")})).breaches
