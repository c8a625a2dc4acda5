"""Runs the engine for a command: beside the main thread, so that Ctrl-C is heard at once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flexpool.planning import AnyOf, MaxRuntime, Params, Problem, Result, WhenTold, solve
from flexpool.planning.result import Progress
from flexpool.planning.solve import must_compile
from flexpool.planning.stop import StopCriterion
from rondstroom.cli.planning.progress import Teller
from rondstroom.cli.shortcomings import UnableToRun

LOOK_EVERY_SECONDS = 0.1


def seconds_of_starting() -> float:
    """Give the wall seconds since the process began: people wait for those as well.

    Where the system does not tell, the processor time is the nearest there is.
    """
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime = float(Path("/proc/uptime").read_text().split()[0])
        return max(0.0, uptime - ticks / os.sysconf("SC_CLK_TCK"))
    except (OSError, ValueError, IndexError, AttributeError):
        return time.process_time()


Search = Callable[[StopCriterion, Progress], Result]


def search_for(problem: Problem, seed: int, params: Params, cluster: str | None) -> Search:
    """Give the search: of the whole, or in parts on a cluster; "" is a cluster of processes here.

    Raises
    ------
    UnableToRun
        When a cluster is asked for and Ray is not installed.
    """
    if cluster is None:
        return lambda stop, tell: solve(problem, stop, seed, params, tell)

    from flexpool.planning.regions import solve_region  # half a second: only for regions

    def search(stop: StopCriterion, tell: Progress) -> Result:
        with _executor(params.workers, cluster) as executor:
            return solve_region(problem, stop, seed, executor, progress=tell)

    return search


def compiles_first(problem: Problem, params: Params, cluster: str | None) -> bool:
    """Say whether a search begins with compiling, once on a computer.

    Raises
    ------
    UnableToSolve
        When no solver wished for knows all constraints.
    """
    if cluster is None:
        return must_compile(problem, params.solver, params.workers)
    from flexpool.planning.regions import must_compile as region_must_compile

    return region_must_compile()


def _executor(workers: int, cluster: str) -> Any:
    if not cluster:
        from flexpool.planning.regions import Processes

        return Processes(workers)
    try:
        from rondstroom.integrations.ray_cluster.executor import OnRay
    except ImportError:
        raise UnableToRun(
            "--cluster needs Ray, which is not installed: install the extra `cluster`."
        ) from None
    return OnRay(cluster)


def until_told(name: str, seconds: float, search: Search, note: str = "") -> Result:
    """Search beside the main thread, so that Ctrl-C is heard at once and stops it gently.

    The note is told until there is a roster.
    """
    told, finished = threading.Event(), threading.Event()
    outcome: list[Result] = []
    failures: list[BaseException] = []
    with Teller(name, seconds, note) as teller:

        def run() -> None:
            try:
                stop = AnyOf(MaxRuntime(seconds), WhenTold(told))
                outcome.append(search(stop, teller.tell))
            except BaseException as failure:  # noqa: BLE001  (raised again in the main thread)
                failures.append(failure)
            finally:
                finished.set()

        threading.Thread(target=run).start()
        while not finished.is_set():
            try:
                finished.wait(LOOK_EVERY_SECONDS)
            except KeyboardInterrupt:
                told.set()
    if failures:
        raise failures[0]
    return outcome[0]
