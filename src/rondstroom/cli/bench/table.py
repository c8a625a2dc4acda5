"""The page of a measurement: what was run on what, the summary, and a row a problem."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median

from rondstroom.cli.bench.running import WRONG, Run, Wish

NEAR = 1 / 1.01
"""A score from here on is within 1 % of the best known."""
YARDSTICK = (
    "score = best known / objective (0 without a roster; where no best is known, bound / "
    "objective); gap = (objective - bound) / objective. Every roster was judged again. Of several "
    "seeds the medians stand here, and the highest bound. Load is the average over the last "
    "minute: above the number of cores others took part of the machine."
)
COLUMNS = (
    "| problem | best known | objective | spread | score | bound | bound / best | gap | wall s "
    "| load | solver | remark |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|---|"
)
LIBRARIES = ("ortools", "highspy", "numpy")


def page(
    suite: str, runs: Sequence[Run], wish: Wish, began: datetime, remark: str, picture: str
) -> str:
    """Write the page; of several seeds the medians stand there."""
    seeds = sorted({run.seed for run in runs})
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES if find_spec(name))
    by_seed = ", ".join(map(str, seeds))
    head = (
        f"Command: `rondstroom plan FILE --seconds {wish.seconds:g} --workers {wish.workers} "
        f"--solver {wish.solver}`, seed {by_seed}. Commit {_commit()}. {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {versions}. {remark}"
    )
    lines = [
        f"# Planning, {suite}, {wish.seconds:g} s a problem, {began:%Y-%m-%d}",
        head.strip(),
        YARDSTICK,
        "\n".join(summary(suite, runs)),
        f"![Score against time]({picture})",
        "\n".join([COLUMNS, *(_row(mine) for mine in by_problem(runs))]),
    ]
    return "\n\n".join(lines) + "\n"


def one_line(run: Run) -> str:
    """Tell one run while the others go on."""
    best = "no roster" if run.objective is None else f"{run.objective}, score {run.score:.3f}"
    bound = "" if run.bound is None else f", bound {run.bound:g}"
    remark = f" ({run.remark})" if run.remark else ""
    return f"{run.case.name}, seed {run.seed}: {best}{bound}, {run.seconds:.1f} s{remark}"


def by_problem(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Give the runs of each problem together, in the order in which they were run."""
    for name in dict.fromkeys(run.case.name for run in runs):
        yield [run for run in runs if run.case.name == name]


def summary(suite: str, runs: Sequence[Run]) -> list[str]:
    """Say in a sentence how a suite went; of several seeds the median of each problem counts."""
    together = list(by_problem(runs))
    scores = [median(run.score for run in mine) for mine in together]
    proven = sum(all(_is_proven(run) for run in mine) for mine in together)
    none = sum(any(run.objective is None for run in mine) for mine in together)
    wrong = sum(run.remark.startswith(WRONG) for run in runs)
    bounds = [
        max((run.bound or 0) for run in mine) / mine[0].case.best
        for mine in together
        if mine[0].case.best
    ]
    tight = sum(share >= 0.99 for share in bounds)
    said = (
        f"* {suite}: mean score **{mean(scores):.3f}** over {len(scores)}; "
        f"{sum(score >= NEAR for score in scores)} within 1 %, {proven} proven, "
        f"{none} with a seed without a roster; bound at least 99 % of best known on {tight}."
    )
    return [said] + ([f"* **{wrong} runs were judged otherwise.**"] if wrong else [])


def _is_proven(run: Run) -> bool:
    return run.objective is not None and run.bound is not None and run.bound > run.objective - 1


def _row(runs: list[Run]) -> str:
    case, found = runs[0].case, [run.objective for run in runs if run.objective is not None]
    bounds = [run.bound for run in runs if run.bound is not None]
    gaps = [run.gap for run in runs if run.gap is not None]
    spread = f"{min(found)}-{max(found)}" if len(runs) > 1 and found else ""
    share = f"{max(bounds) / case.best:.1%}" if bounds and case.best else ""
    cells = (
        case.name,
        "-" if case.best is None else case.best,
        f"{median(found):g}" if len(found) > len(runs) / 2 else "-",
        spread,
        f"{median(run.score for run in runs):.3f}",
        f"{max(bounds):g}" if bounds else "-",
        share,
        f"{median(gaps):.2%}" if gaps else "-",
        f"{median(run.seconds for run in runs):.1f}",
        f"{median(run.load for run in runs):.1f}",
        runs[0].solver,
        "; ".join(dict.fromkeys(run.remark for run in runs if run.remark)),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _commit() -> str:
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return told.stdout.strip() or "unknown"
