"""One run of one problem, as people run it: `rondstroom plan`, and its roster judged again."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flexpool.planning import JudgedOtherwise, MaxRuntime, Moment, judge
from flexpool.planning.formats import read_problem
from flexpool.planning.regions import Processes, solve_region
from rondstroom.cli.bench.cases import Case, drawn_region
from rondstroom.cli.planning.grid import read_grid

WRONG = "WRONG"
"""Begins the remark on a run whose roster the judge finds otherwise than told."""
START = "from rondstroom.cli.main import run; run()"


@dataclass(frozen=True, slots=True)
class Wish:
    """How each problem is to be run."""

    seconds: float
    workers: int
    solver: str


@dataclass(frozen=True, slots=True)
class Run:
    """The outcome of one run.

    Parameters
    ----------
    case, seed
        What ran.
    objective, bound
        As told by the command and found by the judge; None without.
    seconds, load
        Wall seconds, and the load of the machine over the last minute of them.
    solver
        Which solvers took part.
    remark
        What else is to be said: no roster, or what was wrong.
    history
        Seconds and objective of every improvement.
    """

    case: Case
    seed: int
    objective: int | None
    bound: float | None
    seconds: float
    load: float
    solver: str
    remark: str
    history: tuple[tuple[float, int], ...] = ()

    @property
    def against(self) -> float:
        """What is scored against: the best known cost, or the proven bound where none is known."""
        return float(self.case.best if self.case.best is not None else max(self.bound or 0.0, 0.0))

    @property
    def score(self) -> float:
        """How near the objective is to the best known; 0 without a roster."""
        return 0.0 if self.objective is None else score_of(self.against, self.objective)

    @property
    def gap(self) -> float | None:
        """(objective - bound) / objective; None without either."""
        if not self.objective or self.bound is None:
            return None if self.objective is None or self.bound is None else 0.0
        return (self.objective - max(self.bound, 0.0)) / self.objective


def score_of(against: float, objective: int) -> float:
    """Give best known / objective: 1 is as good; a cost of nothing cannot be bettered."""
    return against / objective if objective > 0 else 1.0


def run(case: Case, seed: int, wish: Wish) -> Run:
    """Plan one problem and judge what comes out."""
    if case.file is None:
        return _run_region(case, seed, wish)
    with tempfile.TemporaryDirectory() as folder:
        out, history = Path(folder) / "roster.tsv", Path(folder) / "history.tsv"
        options = {
            "seconds": wish.seconds, "workers": wish.workers, "solver": wish.solver,
            "seed": seed, "out": out, "history-out": history,
        }  # fmt: skip
        given = [text for key, value in options.items() for text in (f"--{key}", str(value))]
        command = [sys.executable, "-c", START, "plan", str(case.file), *given, "--json"]
        began = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        wall, load = time.perf_counter() - began, os.getloadavg()[0]
        if not done.stdout.strip():
            said = " ".join(done.stderr.split())[-200:] or f"ended with {done.returncode}"
            return Run(case, seed, None, None, wall, load, "", said)
        answer = json.loads(done.stdout.splitlines()[-1])
        told = (case, seed, answer["objective"], answer["bound"], wall, load, answer["solver"])
        remark = _judged(case.file, out, answer["objective"]) if answer["feasible"] else "no roster"
        return Run(*told, remark, read_history(history))


def _run_region(case: Case, seed: int, wish: Wish) -> Run:
    """Plan a region in parts; the call itself ends with judging all of it, part by part."""
    problem = drawn_region(case)
    began = time.perf_counter()
    try:
        with Processes(wish.workers) as executor:
            found = solve_region(problem, MaxRuntime(wish.seconds), seed, executor)
    except JudgedOtherwise as fault:
        wall = time.perf_counter() - began
        return Run(case, seed, None, None, wall, os.getloadavg()[0], "", f"{WRONG}: {fault}")
    wall, load = time.perf_counter() - began, os.getloadavg()[0]
    remark = "" if found.is_feasible else "no roster"
    bound = found.bound if math.isfinite(found.bound) else None
    told = (case, seed, found.objective, bound, wall, load, found.solver, remark)
    return Run(*told, _improvements(found.history))


def _improvements(history: Sequence[Moment]) -> tuple[tuple[float, int], ...]:
    return tuple((one.seconds, one.objective) for one in history if one.objective is not None)


def _judged(file: Path, out: Path, claimed: int) -> str:
    """Say what is wrong with a roster; nothing when the judge finds what the command told."""
    problem = read_problem(file)
    score = judge(problem, read_grid(problem, out))
    if not score.breaches and score.objective == claimed:
        return ""
    return f"{WRONG}: the grid costs {score.objective}, {len(score.breaches)} breaches"


def read_history(path: Path) -> tuple[tuple[float, int], ...]:
    """Read seconds and objective of every moment with a roster."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return tuple((float(seconds), int(best)) for seconds, best, _ in rows if best)
