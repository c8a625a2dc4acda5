"""What is a shared pool worth? Curtois instances side by side, a share of their staff in common.

    ./run python benchmarks/shared_pools.py [--seconds 60] [--workers 2] [--seed 1] [--only 1+2+3 …]

Writes a table and a picture into `benchmarks/results`. Without sharing the best roster costs
exactly the sum of the known optima: the gain is measured against that sum. The bound is proven:
no roster of the pool can gain more than the sum minus the bound.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path

from picture import Line, write_picture
from stage import asked, write_part

from flexpool.planning import MaxRuntime, Params
from flexpool.planning.formats import read_problem
from flexpool.planning.regions import shared_pool, solve_apart
from rondstroom.cli.bench.cases import best_known

TITLE = "Shared pools, certified"
BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench" / "curtois"
POOLS = ("1+2+3", "5+6+8", "10+11+12")
SHARES = (0.0, 0.1, 0.25, 0.5)


@dataclass(frozen=True)
class Row:
    """One pool with one share."""

    pool: str
    share: float
    anchor: int
    objective: int | None
    bound: float
    seconds: float
    busy: float

    @property
    def gain(self) -> float:
        """The share of the anchor that is saved for certain."""
        return 0.0 if self.objective is None else (self.anchor - self.objective) / self.anchor

    @property
    def most(self) -> float:
        """The share of the anchor that can be saved at most."""
        return (self.anchor - self.bound) / self.anchor


def anchor(pool: str) -> int:
    """Give the sum of the known optima."""
    known = best_known()["curtois"]
    return sum(known[f"Instance{number}"]["best"] for number in pool.split("+"))


def run_one(pool: str, share: float, arguments: argparse.Namespace) -> Row:
    """Solve one pool with one share."""
    problems = [read_problem(arguments.bench / f"Instance{one}.txt") for one in pool.split("+")]
    problem = shared_pool(problems, share, arguments.seed)
    since, busy = time.perf_counter(), sum(os.times()[:4])
    stop = MaxRuntime(arguments.seconds * len(problem.workers) / 50)
    result = solve_apart(problem, stop, arguments.seed, Params(arguments.workers))
    spent = time.perf_counter() - since, sum(os.times()[:4]) - busy
    return Row(pool, share, anchor(pool), result.objective, result.bound, *spent)


def table(rows: list[Row], arguments: argparse.Namespace) -> list[str]:
    """Give the rows that were measured, with what they mean above them."""
    lines = [
        (
            f"{arguments.workers} workers. Anchor: the sum of the known optima, which is exactly "
            "the optimum without sharing. Gain: what the roster found saves of it; at most: what "
            "the bound leaves possible. Processor seconds count this process and those it waited "
            f"for. {arguments.remark}"
        ).strip(),
        "",
        "| organisations | shared | anchor | objective | bound | gain | at most | wall s | cpu s |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {row.pool} | {row.share:.0%} | {row.anchor} | {row.objective} | {row.bound:g} "
        f"| {row.gain:.1%} | {row.most:.1%} | {row.seconds:.0f} | {row.busy:.0f} |"
        for row in rows
    ]
    return lines


def picture(rows: list[Row]) -> list[Line]:
    """Give a line per pool: gain against share, in percent."""
    return [
        Line(pool, [(100 * row.share, 100 * row.gain) for row in rows if row.pool == pool])
        for pool in dict.fromkeys(row.pool for row in rows)
    ]


def main() -> None:
    """Run all pools."""
    parser = asked(__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=list(POOLS))
    parser.add_argument("--bench", type=Path, default=BENCH)
    arguments = parser.parse_args()
    part = f"{arguments.seconds:g} s for every 50 staff, seed {arguments.seed}"
    rows: list[Row] = []
    for pool in arguments.only:
        for share in SHARES:
            rows.append(run_one(pool, share, arguments))
            lines = table(rows, arguments)
            print(lines[-1], flush=True)
            write_part("shared-pools.md", TITLE, part, lines, arguments.results)
            write_picture(
                arguments.results / "shared-pools.svg",
                "What a shared pool saves",
                ("staff shared, %", "saved of the certified sum, %"),
                picture(rows),
            )


if __name__ == "__main__":
    main()
