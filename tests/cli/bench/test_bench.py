"""`rondstroom bench`: what it finds, what it runs, and the table and picture that it writes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from flexpool.planning import JudgedOtherwise, Moment, Problem, Result, Roster
from flexpool.planning.formats import read_problem
from rondstroom.cli.bench import cases as found_cases
from rondstroom.cli.bench import command, running
from rondstroom.cli.bench.cases import Case, bench_folder, best_known, drawn_region, public, regions
from rondstroom.cli.bench.picture import drawn, score_at
from rondstroom.cli.bench.running import WRONG, Run, Wish, run
from rondstroom.cli.bench.table import by_problem, one_line, page, summary
from rondstroom.cli.bench.written import Written
from rondstroom.cli.shortcomings import UnableToRun
from shared_data import shared

WISH = Wish(60, 2, "auto")
TINY = """\
SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
SECTION_STAFF
anna,E=7,2400,480,4,2,2,1
SECTION_COVER
1,E,2,100,1
"""


def a_case(name: str = "one", best: int | None = 100, file: Path = Path("one.txt")) -> Case:
    """A problem with a best known cost of 100."""
    return Case("curtois", name, file, best)


def a_run(case: Case, seed: int, objective: int | None, bound: float | None = 90) -> Run:
    """A run of 30 seconds that improved once."""
    history = () if objective is None else ((1.0, objective + 100), (20.0, objective))
    remark = "no roster" if objective is None else ""
    return Run(case, seed, objective, bound, 30.0, 1.5, "cpsat", remark, history)


def test_the_public_problems_are_all_there() -> None:
    """Every problem with a best known cost has its file, and can be read."""
    folder = shared("bench")
    for suite in ("curtois", "inrc2"):
        found, missing = public(suite, folder, ())
        assert missing == []
        assert [case.name for case in found] == list(best_known()[suite])
    assert read_problem(public("inrc2", folder, ["n030w4_1_6-2-9-1"])[0][0].file).days == 28


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """A folder with one file of a suite gives that one, and says which are not there."""
    (tmp_path / "curtois").mkdir()
    (tmp_path / "curtois" / "Instance1.txt").write_text(TINY)
    found, missing = public("curtois", tmp_path, ())
    assert [case.name for case in found] == ["Instance1"]
    assert "Instance24" in missing


def test_no_folder_is_said_with_where_was_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what to do now."""
    with pytest.raises(UnableToRun, match=r"nowhere.*--bench FOLDER"):
        bench_folder(tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(found_cases, "HERE", tmp_path / "a" / "b" / "c" / "d")
    with pytest.raises(UnableToRun, match="shared"):
        bench_folder(None)


def test_an_unknown_name_is_refused_with_the_list(tmp_path: Path) -> None:
    """A typing error is not an empty table."""
    with pytest.raises(UnableToRun, match="'Instance99' is not in curtois; it has Instance1,"):
        public("curtois", tmp_path, ["Instance99"])
    with pytest.raises(UnableToRun, match="'region-7' is not in region"):
        regions(["region-7"])


def test_a_region_is_drawn_the_same_every_time() -> None:
    """It needs no file; nothing is known of its best cost."""
    (case,) = regions(["region-1000"])
    assert (case.best, case.file) == (None, None)
    assert drawn_region(case) == drawn_region(case)
    assert len(drawn_region(case).workers) == 1000


def test_a_region_is_run_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its score is the bound over the objective; its history is that of the call."""

    def solved(problem: Problem, stop: object, seed: int, executor: object) -> Result:
        assert len(problem.workers) == 60
        moments = (Moment(1.0, None, 40.0), Moment(2.0, 100, 80.0))
        return Result(Roster.empty(problem), 100, 80.0, 2.0, "parts", seed, "1", history=moments)

    monkeypatch.setattr(running, "solve_region", solved)
    done = run(Case("region", "region-60"), 1, WISH)
    assert (done.objective, done.bound, done.score, done.remark) == (100, 80.0, 0.8, "")
    assert done.history == ((2.0, 100),)


def test_a_region_judged_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The call judges itself; what it says stands in the table."""

    def disagreed(*_arguments: object) -> Result:
        raise JudgedOtherwise("the books say 1, the judge finds 2")

    monkeypatch.setattr(running, "solve_region", disagreed)
    done = run(Case("region", "region-60"), 1, WISH)
    assert done.remark.startswith(WRONG)
    assert done.objective is None


def test_a_problem_is_run_and_its_roster_judged_again(tmp_path: Path) -> None:
    """As people run it: in a process, with a grid."""
    path = tmp_path / "tiny.txt"
    path.write_text(TINY)
    done = run(Case("curtois", "tiny", path, 100), 1, Wish(90, 2, "auto"))
    assert (done.objective, done.bound, done.remark, done.score) == (100, 100, "", 1.0)
    assert done.history[-1][1] == 100


def test_a_problem_that_cannot_be_read_keeps_its_reason(tmp_path: Path) -> None:
    """The run goes on with the next."""
    path = tmp_path / "bad.txt"
    path.write_text("nothing")
    done = run(a_case(file=path), 1, Wish(5, 2, "auto"))
    assert done.objective is None
    assert "bad.txt" in done.remark


def test_scores_and_gaps() -> None:
    """Best known over objective; without a best known the bound; without a roster nothing."""
    assert a_run(a_case(), 1, 125).score == 0.8
    assert a_run(a_case(), 1, None).score == 0.0
    assert a_run(a_case(best=None), 1, 100).score == 0.9
    assert a_run(a_case(), 1, 120).gap == 0.25
    assert a_run(a_case(), 1, 120, None).gap is None
    assert a_run(a_case(best=0), 1, 0, 0).score == 1.0


def test_of_several_seeds_the_medians_stand_in_the_table() -> None:
    """With the spread, and the highest bound."""
    runs = [a_run(a_case(), seed, best, bound) for seed, best, bound in
            ((1, 110, 95), (2, 100, 99), (3, 200, 90))]  # fmt: skip
    text = page("curtois", runs, WISH, datetime(2026, 11, 22, tzinfo=UTC), "quiet", "one.svg")
    row = next(line for line in text.splitlines() if line.startswith("| one "))
    cells = [cell.strip() for cell in row.split("|")[1:-1]]
    assert cells[:8] == ["one", "100", "110", "100-200", "0.909", "99", "99.0%", "13.64%"]
    assert "seed 1, 2, 3." in text
    assert "![Score against time](one.svg)" in text
    assert "quiet" in text


def test_a_problem_without_a_roster_in_most_seeds_has_none() -> None:
    """Its score is 0, and it is counted."""
    runs = [a_run(a_case(), 1, None), a_run(a_case(), 2, None), a_run(a_case(), 3, 100)]
    (said,) = summary("curtois", runs)
    assert "mean score **0.000** over 1; 0 within 1 %" in said
    assert "1 with a seed without a roster" in said


def test_a_roster_judged_otherwise_is_shouted() -> None:
    """It stands in the summary and not only in its row."""
    wrong = Run(a_case(), 1, 100, 90, 1.0, 1.0, "cpsat", f"{WRONG}: the grid costs 120, 0 breaches")
    assert "judged otherwise" in summary("curtois", [wrong])[1]
    assert WRONG in one_line(wrong)


def test_runs_of_a_problem_stand_together_in_the_order_run() -> None:
    """Whatever the order of seeds."""
    runs = [a_run(a_case(name), seed, 100) for seed in (1, 2) for name in ("b", "a")]
    assert [[run.case.name for run in mine] for mine in by_problem(runs)] == [
        ["b", "b"],
        ["a", "a"],
    ]


def test_the_score_grows_with_time() -> None:
    """What was known at each second; nothing before the first roster."""
    runs = [a_run(a_case("one"), 1, 100), a_run(a_case("two"), 1, None)]
    assert [score_at(runs, at) for at in (0.5, 1.0, 20.0)] == [0.0, 0.25, 0.5]


def test_the_picture_is_one_that_can_be_read() -> None:
    """Valid SVG with a title; a line for each seed, or for each region."""
    seeds = [a_run(a_case(), seed, 100 + seed) for seed in (1, 2)]
    sizes = [a_run(a_case(f"region-{n}", None), 1, 100) for n in (1, 2, 3)]
    for runs, lines in ((seeds, 2), (sizes, 3)):
        tree = ElementTree.fromstring(drawn("a & b", runs, 60.0))
        names = [one.tag.rpartition("}")[2] for one in tree.iter()]
        assert names.count("polyline") == lines
        assert "title" in names


def test_both_files_are_written_after_every_run(tmp_path: Path) -> None:
    """A measurement that is cut short keeps what it has."""
    written = Written("curtois", WISH, tmp_path / "results", "")
    written.add(a_run(a_case("one"), 1, 100))
    assert "| one |" in written.page_file.read_text()
    written.add(a_run(a_case("two"), 1, 100))
    assert "| two |" in written.page_file.read_text()
    assert written.page_file.with_suffix(".svg").is_file()
    assert written.page_file.name.endswith("-planning-curtois-60s.md")


def test_the_command_tells_what_it_left_out_and_where_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line for each run, the summary, and the file."""
    (tmp_path / "curtois").mkdir()
    (tmp_path / "curtois" / "Instance1.txt").write_text(TINY)
    monkeypatch.setattr(command, "run", lambda case, seed, wish: a_run(case, seed, 607))
    arguments = ["--bench", str(tmp_path), "--results", str(tmp_path / "out")]
    done = CliRunner().invoke(command.app, [*arguments, "--seed", "4", "--seed", "5"])
    assert done.exit_code == 0, done.output
    assert "Instance2: not in" in done.stderr
    assert "Instance1, seed 4: 607, score 1.000" in done.stdout
    assert "Instance1, seed 5" in done.stdout
    assert "Written: " in done.stdout


@pytest.mark.parametrize("wish", [["--suite", "chess"], ["--solver", "magic"]])
def test_a_suite_or_solver_that_is_not_there_is_refused(wish: list[str]) -> None:
    """Before anything runs."""
    assert CliRunner().invoke(command.app, wish).exit_code == 2
