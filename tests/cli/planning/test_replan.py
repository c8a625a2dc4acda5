"""`rondstroom replan`: a change in, a repaired roster out; and the question who could come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factories.wards import large_ward
from flexpool.planning import judge
from flexpool.planning.formats import as_json, read_problem
from rondstroom.cli.planning.grid import read_grid
from rondstroom.cli.planning.replan import app
from rondstroom.cli.shortcomings import UnableToRun


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A ward of two teams and its roster, as files."""
    folder = tmp_path_factory.mktemp("ward")
    problem, roster = large_ward(40, 14, 2)
    (folder / "ward.json").write_text(as_json(problem), encoding="utf-8")
    (folder / "roster.tsv").write_text(roster.as_text(problem), encoding="utf-8")
    return folder / "ward.json", folder / "roster.tsv"


def replan(files: tuple[Path, Path], *arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, [str(one) for one in (*files, *arguments)])


def refused(files: tuple[Path, Path], *arguments: object) -> str:
    """Run the command and give why it would not."""
    answer = replan(files, *arguments)
    assert isinstance(answer.exception, UnableToRun), answer.output
    return str(answer.exception)


def test_somebody_away_is_replaced(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Told in a line a move, and written as a roster that the judge accepts."""
    out = tmp_path / "after.tsv"
    done = replan(files, "--away", "w0@0", "--out", out)
    assert done.exit_code == 0, done.output
    assert "w0 2026-11-02: E0 > -" in done.stdout
    assert "2 days changed, objective 200." in done.stdout
    problem = read_problem(files[0])
    assert judge(problem, read_grid(problem, out)).is_feasible


def test_days_may_be_dates_and_stretches(files: tuple[Path, Path]) -> None:
    """Numbers from 0 and dates mean the same days."""
    by_number = replan(files, "--away", "w0@0..2", "--json")
    by_date = replan(files, "--away", "w0@2026-11-02..2026-11-04", "--json")
    assert json.loads(by_number.stdout) == json.loads(by_date.stdout)
    assert {move["day"] for move in json.loads(by_date.stdout)["moves"]} == {0, 1, 2}


def test_a_shift_more_and_a_shift_less(files: tuple[Path, Path]) -> None:
    """One taken on, one let go."""
    answer = json.loads(replan(files, "--extra", "5:E0", "--cancel", "1:E1", "--json").stdout)
    assert answer["unfilled"] == []
    assert answer["feasible"]
    days = {(move["day"], move["before"][0], move["after"][0]) for move in answer["moves"]}
    assert (1, "E1", "") in days
    assert (5, "", "E0") in days or any(day == 5 and after == "E0" for day, _, after in days)


def test_what_is_locked_stays_and_what_stays_open_is_told(files: tuple[Path, Path]) -> None:
    """Exit 1: a person must look."""
    done = replan(files, "--away", "w0@0", "--lock-days", "0..13")
    assert done.exit_code == 1
    assert "Still open: 2026-11-02 E0." in done.stdout


def test_who_could_come_is_told_with_what_it_moves(files: tuple[Path, Path]) -> None:
    """The cheapest first; nothing changes."""
    told = replan(files, "--who", "5:E0")
    assert told.exit_code == 0
    assert " > E0" in told.stdout.splitlines()[0]
    answer = json.loads(replan(files, "--who", "2026-11-07:E0", "--json").stdout)
    costs = [one["cost"] for one in answer["options"]]
    assert costs == sorted(costs)


def test_nobody_could_come_is_said(files: tuple[Path, Path]) -> None:
    """Exit 1, and how far was looked."""
    done = replan(files, "--who", "5:E0", "--lock-days", "0..13")
    assert done.exit_code == 1
    assert "Nobody can take this shift" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say what changes"),
        (["--away", "w0"], "WORKER@DAY"),
        (["--away", "zoe@1"], "no worker 'zoe'"),
        (["--away", "w0@99"], "has 14 days"),
        (["--away", "w0@3..1"], "last day lies before"),
        (["--away", "w0@monday"], "is no day"),
        (["--extra", "3"], "DAY:KIND"),
        (["--extra", "3:X"], "no kind 'X'"),
        (["--cancel", "0:N0:magic"], "to cancel"),
        (["--extra", "3:E0", "--lock-worker", "zoe"], "no worker 'zoe'"),
        (["--who", "3:X"], "no kind 'X'"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(
    files: tuple[Path, Path], arguments: list[str], said: str
) -> None:
    """With what is wrong with it."""
    assert said in refused(files, *arguments)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zoe\tE0\n", "line 1: 'zoe' is no worker"),
        ("w0\tE0\n", "line 1: 1 days, where the problem has 14"),
        ("w0" + "\t-" * 13 + "\tQ9\n", "line 1, day 13: 'Q9' is no kind"),
        (("w0" + "\t-" * 14 + "\n") * 2, "line 2: 'w0' stands there twice"),
    ],
)
def test_a_grid_of_another_problem_is_refused(
    files: tuple[Path, Path], tmp_path: Path, text: str, said: str
) -> None:
    """With line and cell."""
    path = tmp_path / "other.tsv"
    path.write_text(text)
    assert said in refused((files[0], path), "--away", "w0@0")


def test_a_grid_that_is_not_there_is_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    """With its name."""
    assert "cannot be read" in refused((files[0], tmp_path / "none.tsv"), "--away", "w0@0")
