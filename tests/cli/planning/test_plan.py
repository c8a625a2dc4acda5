"""`rondstroom plan`: the last line of JSON, the grid, Ctrl-C, and clear refusals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from flexpool.planning import (
    Contract,
    Demand,
    Kind,
    Limit,
    Problem,
    Roster,
    Worker,
    judge,
)
from flexpool.planning.formats import as_json, read_problem

RUN = "from rondstroom.cli.main import run; run()"
TINY = """\
SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
SECTION_STAFF
anna,E=7,2400,960,4,2,2,1
bob,E=7,2400,960,4,2,2,1
SECTION_COVER
1,E,2,100,1
2,E,2,100,1
"""
INFEASIBLE = TINY.replace("anna,E=7,2400,960", "anna,E=1,2400,960")


def plan(*arguments: object, timeout: float = 150) -> subprocess.CompletedProcess[str]:
    """Run the command as people do."""
    command = [sys.executable, "-c", RUN, "plan", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A problem that is solved in a moment."""
    path = tmp_path / "tiny.txt"
    path.write_text(TINY)
    return path


def test_it_ends_with_one_line_of_json_and_writes_the_grid(tiny: Path, tmp_path: Path) -> None:
    """The objective in the line is that of the grid."""
    out = tmp_path / "roster.tsv"
    done = plan(tiny, "--seconds", 60, "--seed", 3, "--out", out, "--json")
    answer = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 0, done.stderr
    assert answer["objective"] == answer["bound"] == 0
    assert answer["gap"] == 0
    assert (answer["feasible"], answer["seed"], answer["instance"]) == (True, 3, "tiny")
    assert set(answer) == {
        "objective", "bound", "gap", "feasible", "seconds", "solver", "seed", "instance",
    }  # fmt: skip
    rows = [row.split("\t") for row in out.read_text().splitlines()]
    assert [row[0] for row in rows] == ["anna", "bob"]
    assert all(len(row) == 8 for row in rows)
    assert {cell for row in rows for cell in row[1:]} <= {"E", "-"}
    problem = read_problem(tiny)
    cells = {
        (row[0], day): (cell, "") for row in rows for day, cell in enumerate(row[1:]) if cell != "-"
    }
    assert judge(problem, Roster.from_cells(problem, cells)).objective == 0


def test_it_tells_people_the_outcome(tiny: Path) -> None:
    """Without --json a sentence, and nothing on the error stream of a script."""
    done = plan(tiny, "--seconds", 60)
    assert done.returncode == 0
    assert "tiny: objective 0" in done.stdout
    assert done.stderr == ""


def test_an_impossible_problem_is_said_to_be_so(tmp_path: Path) -> None:
    """Exit 1, feasible false, objective null, and a reason for people."""
    path = tmp_path / "impossible.txt"
    path.write_text(INFEASIBLE)
    done = plan(path, "--seconds", 60, "--json")
    answer = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 1
    assert (answer["feasible"], answer["objective"], answer["gap"]) == (False, None, None)
    assert "no roster satisfies all hard constraints" in done.stderr


def test_an_unreadable_file_is_refused_with_its_line(tmp_path: Path) -> None:
    """Exit 2 and the line; no traceback."""
    path = tmp_path / "bad.txt"
    path.write_text(TINY.replace("2,E,2,100,1", "2,E,two,100,1"))
    done = plan(path, "--json")
    assert done.returncode == 2
    assert "bad.txt, line 10: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["absent.txt"],
        ["--format", "excel"],
        ["--seconds", "0"],
        ["--workers", "0"],
        ["--solver", "magic"],
        ["--out", "/nowhere/at/all/roster.tsv"],
        ["--history-out", "/nowhere/at/all/history.tsv"],
        ["--explain", "--lang", "fr"],
    ],
)
def test_impossible_wishes_are_refused(tiny: Path, arguments: list[str]) -> None:
    """Exit 2 with a reason, before any solving."""
    given = arguments if arguments[0] == "absent.txt" else [str(tiny), *arguments]
    done = plan(*given)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def on_screen(terminal: int) -> Iterator[str]:
    """Give what comes on a terminal until whoever writes there is gone."""
    with suppress(OSError):  # this is how a terminal ends
        while said := os.read(terminal, 4096):
            yield said.decode(errors="replace")


def test_ctrl_c_keeps_the_best_so_far(tmp_path: Path) -> None:
    """Interrupted when the screen tells of a roster: exit 0 with one, long before the end."""
    path, out = tmp_path / "long.json", tmp_path / "roster.tsv"
    path.write_text(as_json(hard_to_prove()))
    arguments = ["plan", str(path), "--seconds", "300", "--out", str(out), "--json"]
    terminal, screen = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, *arguments], stdout=subprocess.PIPE, stderr=screen, text=True
    )
    os.close(screen)
    told = on_screen(terminal)
    assert any("objective" in said for said in told)
    run.send_signal(signal.SIGINT)
    deque(told, maxlen=0)  # a full screen would hold the command up
    os.close(terminal)
    stdout, _ = run.communicate(timeout=60)
    answer = json.loads(stdout.splitlines()[-1])
    assert run.returncode == 0
    assert answer["feasible"]
    assert answer["seconds"] < 100
    assert len(out.read_text().splitlines()) == 30


def hard_to_prove() -> Problem:
    """Nobody working is a roster at once; the best one takes longer than anybody waits."""
    contract = Contract("32 hours", week_minutes=Limit(maximum=1920), work_run=Limit(maximum=4))
    kinds = tuple(Kind(name, 480, start, start + 480) for name, start in (("E", 420), ("L", 900)))
    workers = tuple(
        Worker(f"worker {n}", contract, kind_cost={"E": n * 7 % 11, "L": n * 5 % 13})
        for n in range(30)
    )
    demands = tuple(
        Demand(day, kind.id, optimum=9, under_weight=20 + day % 3, over_weight=1)
        for day in range(28)
        for kind in kinds
    )
    return Problem("long", 28, kinds, workers, demands, rest_minutes=660)


def test_the_time_limit_holds(tmp_path: Path) -> None:
    """All of it, starting and ending included, stays within what was given."""
    path = tmp_path / "long.json"
    path.write_text(as_json(hard_to_prove()))
    done = plan(path, "--seconds", 8, "--json")
    assert json.loads(done.stdout.splitlines()[-1])["seconds"] < 10


def test_the_history_is_written_a_moment_a_line(tiny: Path, tmp_path: Path) -> None:
    """Seconds, objective and bound; the last moment is the outcome."""
    out = tmp_path / "history.tsv"
    done = plan(tiny, "--seconds", 60, "--history-out", out)
    assert done.returncode == 0, done.stderr
    head, *rows = [line.split("\t") for line in out.read_text().splitlines()]
    assert head == ["seconds", "objective", "bound"]
    assert all(len(row) == 3 for row in rows)
    assert rows[-1][1:] == ["0", "0"]


def test_explain_says_why_places_are_open_and_what_would_help(tmp_path: Path) -> None:
    """Before the outcome, which stays the last line."""
    path = tmp_path / "short.txt"
    path.write_text(TINY.replace("1,E,2,100,1", "1,E,3,100,1"))
    done = plan(path, "--seconds", 60, "--explain", "--explain-worker", "anna", "--lang", "en")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "Where the 100 points are:"
    assert "open places (cover.under)" in lines[1]
    assert "Open places (1):" in lines
    assert any(line.startswith("  day 1 E × 1: Nobody can: ") for line in lines)
    assert "The shifts of anna:" in lines
    assert "short: objective 100" in lines[-1]


def test_explain_speaks_dutch_unless_asked_otherwise(tiny: Path) -> None:
    """As the other commands do."""
    done = plan(tiny, "--seconds", 60, "--explain")
    assert "Geen plaats staat open." in done.stdout


def test_explain_names_the_demands_in_conflict(tmp_path: Path) -> None:
    """Where there is no roster: the smallest set of demands that cannot hold together."""
    path = tmp_path / "impossible.txt"
    path.write_text(INFEASIBLE)
    done = plan(path, "--seconds", 60, "--explain", "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "These cannot hold together; without any one of them the others can:",
        "  anna: 16 to 40 hours in this period",
        "  anna: at most 1 shifts E",
    ]


def test_explain_says_when_one_demand_cannot_be_by_itself(tmp_path: Path) -> None:
    """A place that more are asked for than may work there."""
    path = tmp_path / "alone.json"
    demand = Demand(0, "E", minimum=3)
    workers = (Worker("anna"), Worker("bob"))
    path.write_text(as_json(Problem("alone", 1, (Kind("E", 480),), workers, (demand,))))
    done = plan(path, "--seconds", 60, "--explain")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Dit kan op zichzelf al niet, ook zonder al het andere:",
        "  ten minste 3 op E, dag 0",
    ]


def test_somebody_unknown_cannot_be_explained(tiny: Path) -> None:
    """Exit 2 with the name."""
    done = plan(tiny, "--seconds", 60, "--explain-worker", "zoe")
    assert done.returncode == 2
    assert "there is no worker 'zoe'" in done.stderr
