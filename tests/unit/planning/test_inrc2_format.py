"""The INRC-II format: how an instance is found, and how bad files are refused with their line."""

import re
from pathlib import Path

import pytest

from flexpool.planning.formats import UnableToRead, read_problem

SCENARIO = """\
SCENARIO = tiny

WEEKS = 2

SKILLS = 2
Head
Nurse

SHIFT_TYPES = 2
Early (2,5)
Night (3,5)

FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
Early 0
Night 1 Early

CONTRACTS = 1
Full (5,10) (2,5) (2,3) 1 1

NURSES = 2
Anna Full 2 Head Nurse
Bob Full 1 Nurse
"""
HISTORY = """\
HISTORY
0 tiny

NURSE_HISTORY
Anna 0 0 Night 1 4 0
Bob 0 0 None 0 0 2
"""
WEEK = """\
WEEK_DATA
tiny

REQUIREMENTS
Early Head (0,0) (1,1) (0,0) (0,0) (0,0) (0,0) (0,0)
Early Nurse (1,1) (0,1) (0,0) (0,0) (0,0) (0,0) (0,0)
Night Head (0,0) (0,0) (0,0) (0,0) (0,0) (0,0) (0,0)
Night Nurse (0,0) (0,0) (0,1) (0,0) (0,0) (0,0) (0,0)

SHIFT_OFF_REQUESTS = 2
Anna Any Tue
Bob Night Sun
"""


def lay_down(folder: Path, **changed: str) -> Path:
    """Write the files of the tiny scenario; give the name of an instance that need not exist."""
    texts = {"Sc-tiny": SCENARIO, "H0-tiny-0": HISTORY, "WD-tiny-0": WEEK, "WD-tiny-1": WEEK}
    home = folder / "tiny"
    home.mkdir(exist_ok=True)
    for name, text in (texts | changed).items():
        (home / f"{name}.txt").write_text(text)
    return home / "tiny_0_0-1.txt"


def test_a_named_instance_is_found_in_every_way(tmp_path: Path) -> None:
    """As a file that exists or not, beside the scenario or its folder, or as folder and numbers."""
    name = lay_down(tmp_path)
    ways = [
        read_problem(name),
        read_problem(tmp_path / "tiny_0_0-1.txt"),
        read_problem(tmp_path / "tiny_0_0-1"),
        read_problem(tmp_path / "tiny", history=0, weeks="0-1"),
    ]
    name.write_text("SCHEDULING_PERIOD\ntiny_0_0-1,1.0,2023-09-04,2023-09-17\nEND\n")
    ways.append(read_problem(name))
    assert {way.name for way in ways} == {"tiny_0_0-1"}
    assert all(way.workers == ways[0].workers for way in ways)


def test_what_the_files_say_is_in_the_problem(tmp_path: Path) -> None:
    """Demand of both weeks, wishes on their days, history, contract with the published weights."""
    problem = read_problem(lay_down(tmp_path))
    anna, bob = problem.workers
    assert problem.days == 14
    assert len(problem.demands) == 2 * 28
    assert [(one.day, one.kind) for one in anna.requests] == [(1, ""), (8, "")]
    assert [(one.day, one.kind) for one in bob.requests] == [(6, "Night"), (13, "Night")]
    assert anna.history is not None
    assert (anna.history.kind, anna.history.kind_run, anna.history.work_run) == ("Night", 1, 4)
    assert anna.contract.work_run is not None
    assert anna.contract.work_run.over_weight == 30
    assert anna.contract.kind_run["Night"].under_weight == 15


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "why"),
    [
        ("Sc-tiny", "WEEKS = 2", "WEEKS = two", 3, "whole number"),
        ("Sc-tiny", "WEEKS = 2", "WEEK = 2", 3, "expected WEEKS"),
        ("Sc-tiny", "WEEKS = 2", "WEEKS = 2_0", 3, "whole number"),
        ("Sc-tiny", "Early (2,5)", f"Early (2,{10**10})", 10, "at most 1000000000"),
        ("Sc-tiny", "Full (5,10)", f"Full (5,{10**10})", 18, "at most 1000000000"),
        ("Sc-tiny", "Early (2,5)", "Early (٢,٥)", 10, "two numbers"),
        ("WD-tiny-1", "(1,1)", f"(1,{10**10})", 5, "at most 1000000000"),
        ("Sc-tiny", "SKILLS = 2", "SKILLS 2", 5, "SKILLS = NUMBER"),
        ("Sc-tiny", "Early (2,5)", "Early (5,2)", 10, "above maximum"),
        ("Sc-tiny", "Early (2,5)", "Early", 10, "two numbers"),
        ("Sc-tiny", "Night 1 Early", "Night 2 Early", 15, "expected 2"),
        ("Sc-tiny", "Night 1 Early", "Night 1 Late", 15, "known shift types"),
        ("Sc-tiny", "Full (5,10) (2,5)", "Full (5,10)", 18, "3 pairs"),
        ("Sc-tiny", "(2,3) 1 1", "(2,3) 1", 18, "weekends"),
        ("Sc-tiny", "Bob Full 1 Nurse", "Bob Half 1 Nurse", 22, "known contract"),
        ("Sc-tiny", "Bob Full 1 Nurse", "Bob Full 2 Nurse", 22, "should have 2"),
        ("Sc-tiny", "Bob Full 1 Nurse", "Bob Full 1 Cook", 22, "does not know"),
        ("Sc-tiny", "Bob Full 1 Nurse", "Anna Full 1 Nurse", 22, "twice"),
        ("Sc-tiny", "NURSES = 2", "NURSES = 3", 22, "ends here"),
        ("Sc-tiny", "NURSES = 2", "NURSES = 1", 22, "end of the file"),
        ("H0-tiny-0", "Bob 0 0 None 0 0 2", "Carol 0 0 None 0 0 2", 6, "expected a nurse"),
        ("H0-tiny-0", "Bob 0 0 None 0 0 2", "Bob 0 0 None 0 0", 6, "6 fields"),
        ("H0-tiny-0", "Bob 0 0 None 0 0 2", "Bob 0 0 Late 1 1 0", 6, "no shift type"),
        ("H0-tiny-0", "Bob 0 0 None 0 0 2", "Bob 0 0 None 1 1 0", 6, "history"),
        ("H0-tiny-0", "Bob 0 0 None 0 0 2\n", "", 5, "ends here"),
        ("WD-tiny-1", "tiny\n", "other\n", 2, "belongs to scenario other"),
        ("WD-tiny-1", "Early Head (0,0)", "Early Cook (0,0)", 5, "known shift type and skill"),
        ("WD-tiny-1", "Early Head (0,0)", "Early Head", 5, "7 pairs"),
        ("WD-tiny-1", "Anna Any Tue", "Anna Any Tuesday", 11, "weekday"),
        ("WD-tiny-1", "Bob Night Sun", "Bob Late Sun", 12, "no shift type"),
        ("WD-tiny-1", "SHIFT_OFF_REQUESTS = 2", "SHIFT_OFF_REQUESTS = 1", 12, "end of the file"),
    ],
)
def test_a_bad_line_is_refused_by_file_and_number(
    tmp_path: Path, name: str, old: str, new: str, line: int, why: str
) -> None:
    """The error names which of the files, the line and what should stand there."""
    good = {"Sc-tiny": SCENARIO, "H0-tiny-0": HISTORY, "WD-tiny-1": WEEK}[name]
    assert old in good
    with pytest.raises(UnableToRead) as refusal:
        read_problem(lay_down(tmp_path, **{name: good.replace(old, new, 1)}))
    assert f"{name}.txt, line {line}: " in str(refusal.value)
    assert why in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("tiny_0_0", "names 1 weeks"),
        ("tiny_0_0-1-0", "names 3 weeks"),
        ("tiny_7_0-1", "H0-tiny-7.txt: cannot be read"),
        ("tiny_0_0-9", "WD-tiny-9.txt: cannot be read"),
        ("other_0_0-1", "Sc-other.txt is not beside it"),
    ],
)
def test_a_name_that_leads_nowhere_is_refused(tmp_path: Path, name: str, why: str) -> None:
    """Missing weeks, histories and scenarios are named."""
    lay_down(tmp_path)
    with pytest.raises(UnableToRead, match=why):
        read_problem(tmp_path / "tiny" / name)


@pytest.mark.parametrize("wrong", ["", "-1", "abc", "9" * 20])
@pytest.mark.parametrize(
    ("name", "good"), [("Sc-tiny", SCENARIO), ("H0-tiny-0", HISTORY), ("WD-tiny-0", WEEK)]
)
def test_any_word_may_be_wrong(tmp_path: Path, name: str, good: str, wrong: str) -> None:
    """No word of a file ends otherwise than in a problem or an error with file and line."""
    told = []
    for word in re.finditer(r"[^\s,()=]+", good):
        changed = {name: good[: word.start()] + wrong + good[word.end() :]}
        try:
            read_problem(lay_down(tmp_path, **changed))
        except UnableToRead as error:
            told.append(str(error))
    assert len(told) > 10
    assert [one for one in told if not re.search(r"tiny(-\d)?\.txt, line \d+: ", one)] == []
