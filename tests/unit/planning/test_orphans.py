"""A solver's process does not outlive the one that people see, however that one ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 60

TALKATIVE = """
import pathlib, time
from flexpool.planning import Roster

def solve(referee, seed, workers):
    referee.propose(Roster.empty(referee.problem), 0)  # more than a pipe holds
    pathlib.Path(referee.problem.name).touch()
    while not referee.should_stop():
        time.sleep(0.05)
"""

PARENT = """
import multiprocessing, sys, time
from flexpool.planning import Contract, Demand, Kind, Problem, Worker
from flexpool.planning.solve.process import Lines, work

if __name__ == "__main__":
    everybody = tuple(Worker(str(number), Contract("all")) for number in range(400))
    problem = Problem(sys.argv[1], 100, (Kind("E", 480),), everybody, (Demand(0, "E"),))
    context = multiprocessing.get_context("spawn")
    lines = Lines(context)  # named: they go when nothing here holds them
    child = context.Process(target=work, args=("talkative", problem, 1, 1, 600.0, lines))
    child.start()
    print(child.pid, flush=True)
    time.sleep(600)
"""


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")  # one that ended and waits to be counted is not running
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_it_ends_when_the_process_that_people_see_is_killed(tmp_path: Path) -> None:
    """Also with rosters on their way home, which nobody will ever read."""
    (tmp_path / "talkative.py").write_text(TALKATIVE)
    (tmp_path / "parent.py").write_text(PARENT)
    began = tmp_path / "began"
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py"), str(began)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        until = time.monotonic() + PATIENCE_SECONDS
        while not began.exists() and time.monotonic() < until:
            time.sleep(0.05)
        parent.kill()
    assert began.exists()
    while is_running(child) and time.monotonic() < until + PATIENCE_SECONDS:
        time.sleep(0.05)
    assert not is_running(child)
