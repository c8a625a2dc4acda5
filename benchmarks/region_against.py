"""One drawn region, given to the regional planner, to plain CP-SAT and to Timefold in one run.

    python benchmarks/region_against.py [--staff 200] [--seconds 120] [--seed 1]

All get the same wall time and two cores, one after the other; the one judge judges all rosters. Run
it in an environment with Timefold's Python package and a JDK; without these its row says so.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from importlib.util import find_spec

from stage import asked, write_part

from flexpool.planning import MaxRuntime, Params, Problem, Roster, judge, solve
from flexpool.planning.regions import Processes, solve_region
from flexpool.planning.regions.generator import Recipe, generate

TITLE, CORES = "A region against other planners", 2

Outcome = tuple[Roster | None, float | None]
"""The roster, and the proven bound where there is one."""


def by_region(problem: Problem, arguments: argparse.Namespace) -> Outcome:
    """Plan it in parts."""
    with Processes(CORES) as executor:
        found = solve_region(problem, MaxRuntime(arguments.seconds), arguments.seed, executor)
    return found.roster, found.bound


def by_cpsat(problem: Problem, arguments: argparse.Namespace) -> Outcome:
    """Give the whole to CP-SAT."""
    params = Params(CORES, "cpsat")
    found = solve(problem, MaxRuntime(arguments.seconds), arguments.seed, params)
    return found.roster, found.bound


def by_timefold(problem: Problem, arguments: argparse.Namespace) -> Outcome:
    """Give the whole to Timefold, which has no bounds."""
    from region_timefold import roster_by_timefold

    return roster_by_timefold(problem, arguments.seconds)[0], None


def told(name: str, problem: Problem, outcome: Outcome | None) -> str:
    """Write a row."""
    load = f"{os.getloadavg()[0]:.1f}"
    if outcome is None:
        return f"| {name} | not installed here | | | {load} |"
    roster, bound = outcome
    lowest = "-" if bound is None or bound == float("-inf") else f"{bound:g}"
    if roster is None:
        return f"| {name} | no roster | | {lowest} | {load} |"
    score = judge(problem, roster)
    return f"| {name} | {score.objective} | {len(score.breaches)} | {lowest} | {load} |"


def main() -> None:
    """Run the three and write the page."""
    parser = asked(__doc__)
    parser.add_argument("--staff", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120)
    arguments = parser.parse_args()
    problem = generate(Recipe(arguments.staff), arguments.seed)
    ways: dict[str, Callable[[Problem, argparse.Namespace], Outcome]] = {
        "in parts": by_region,
        "plain CP-SAT": by_cpsat,
        "Timefold": by_timefold,
    }
    part = f"{arguments.staff} workers, {arguments.seconds:g} s, seed {arguments.seed}"
    lines = [
        f"28 days, {CORES} cores each, one after the other. {arguments.remark}".strip(),
        "",
        "| planner | objective | breaches | bound | load |",
        "|---|--:|--:|--:|--:|",
    ]
    for name, way in ways.items():
        is_there = way is not by_timefold or find_spec("timefold") is not None
        lines.append(told(name, problem, way(problem, arguments) if is_there else None))
        print(lines[-1], flush=True)
        write_part("region-against.md", TITLE, part, lines, arguments.results)


if __name__ == "__main__":
    main()
