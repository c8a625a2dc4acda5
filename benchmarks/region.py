"""How long regions of growing size take until roster and bound are near each other.

    ./run python benchmarks/region.py [--sizes 125 250 500 1000] [--gap 0.03] [--seconds 900]
                                      [--places 2] [--seed 1]

Writes a table and a picture into `benchmarks/results`. Processor seconds are those of the errands,
wherever they were done: on a machine with idle cores the wall time is theirs divided by the places.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from picture import Line, write_picture

from flexpool.planning import MaxRuntime, Result
from flexpool.planning.regions import Processes, RegionParams, solve_region
from flexpool.planning.regions.generator import Recipe, generate

HERE = Path(__file__).resolve().parent
KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Row:
    """One region."""

    size: int
    result: Result
    load: float
    mib: int

    @property
    def busy(self) -> float:
        """The processor seconds of all errands."""
        return self.result.statistics["cpu_plan"] + self.result.statistics["cpu_bound"]


def run_one(size: int, arguments: argparse.Namespace) -> Row:
    """Plan one region until the gap is small enough or time is up."""
    problem = generate(Recipe(size), arguments.seed)
    stop, params = MaxRuntime(arguments.seconds), RegionParams(gap=arguments.gap)
    with Processes(arguments.places) as executor:
        result = solve_region(problem, stop, arguments.seed, executor, params)
    peaks = [
        resource.getrusage(who).ru_maxrss // KIB_PER_MIB
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return Row(size, result, os.getloadavg()[0], peaks[0] + arguments.places * peaks[1])


def table(rows: list[Row], arguments: argparse.Namespace, name: str) -> str:
    """Write the page; the picture beside it has the same name."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    lines = [
        "# Regions of growing size",
        "",
        (
            f"{datetime.now(tz=UTC):%Y-%m-%d}, commit {commit}; drawn regions × 28 days, seed "
            f"{arguments.seed}, {arguments.places} processes on {os.cpu_count()} cores; until the "
            f"gap is {arguments.gap:.0%} or {arguments.seconds:g} s. {arguments.remark}"
        ),
        "",
        "Memory is the most of this process plus the most of any other, times their number.",
        "",
        f"![processor seconds against size]({name}.svg)",
        "",
        "| workers | objective | bound | gap | cpu s | of which bound | wall s | load | MiB |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        gap = "-" if row.result.gap is None else f"{row.result.gap:.2%}"
        bound, wall = row.result.statistics["cpu_bound"], row.result.seconds
        lines.append(
            f"| {row.size} | {row.result.objective} | {row.result.bound:g} | {gap} "
            f"| {row.busy:.0f} | {bound:.0f} | {wall:.0f} | {row.load:.1f} | {row.mib} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run all sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="*", default=[125, 250, 500, 1000])
    parser.add_argument("--gap", type=float, default=0.03)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--places", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=HERE / "results")
    parser.add_argument("--remark", default="", help="what else to say about machine or load")
    arguments = parser.parse_args()
    rows: list[Row] = []
    name = f"{datetime.now(tz=UTC):%Y-%m-%d}-region"
    for size in arguments.sizes:
        rows.append(run_one(size, arguments))
        page = table(rows, arguments, name)
        print(page.splitlines()[-1], flush=True)
        (arguments.results / f"{name}.md").write_text(page, encoding="utf-8")
        write_picture(
            arguments.results / f"{name}.svg",
            f"Processor time to a gap of {arguments.gap:.0%}",
            ("workers", "processor seconds"),
            [Line("all errands", [(float(row.size), row.busy) for row in rows])],
        )


if __name__ == "__main__":
    main()
