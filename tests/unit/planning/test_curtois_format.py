"""The Curtois format: what a good file says, and how a bad one is refused with its line."""

import re
from pathlib import Path

import pytest

from flexpool.planning import MaxRuntime, Problem, Roster, judge, solve
from flexpool.planning.formats import UnableToRead, read_problem

GOOD = """\
# a comment
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
anna,E=7|L=2,2400,960,4,2,2,1
bob,E=7|L=0,2400,960,4,2,2,1

SECTION_DAYS_OFF
anna,0
bob,5,6

SECTION_SHIFT_ON_REQUESTS
anna,2,L,3

SECTION_SHIFT_OFF_REQUESTS
bob,1,E,2

SECTION_COVER
1,E,2,100,1
2,E,1,100,1
2,L,1,100,10
3,E,0,100,7
"""


def read(text: str, folder: Path, name: str = "tiny.txt") -> Problem:
    """Write a file and read it."""
    path = folder / name
    path.write_text(text)
    return read_problem(path)


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    """Every section ends up in the problem."""
    problem = read(GOOD, tmp_path)
    anna, bob = problem.workers
    assert (problem.name, problem.days, len(problem.kinds)) == ("tiny", 7, 2)
    assert problem.kinds[1].not_next_day == {"E"}
    assert anna.contract.minutes is not None
    assert (anna.contract.minutes.minimum, anna.contract.minutes.maximum) == (960, 2400)
    assert anna.days_off == {0}
    assert bob.days_off == {5, 6}
    assert bob.contract.per_kind["L"].maximum == 0
    assert len(problem.demands) == 4


def test_objective_by_hand(tmp_path: Path) -> None:
    """One short of E on day 1 (100), one over on day 3 (7), anna not on L on day 2 (3), bob's
    unwanted early (2), and L on day 2 unfilled (100)."""
    problem = read(GOOD, tmp_path)
    slot = problem.tables.slot_number["E", ""]
    grid = Roster.empty(problem).grid.copy()
    grid[1, [1, 2, 3]] = slot
    score = judge(problem, Roster(grid))
    assert score.by_constraint == {
        "cover.under": 200,
        "cover.over": 7,
        "wishes.on": 3,
        "wishes.off": 2,
    }
    assert {one.constraint for one in score.breaches} == {"totals.minutes"}


def test_the_tiny_instance_is_solved_to_its_optimum_by_hand(tmp_path: Path) -> None:
    """Both work E on day 1 (2 for bob), anna L and bob E on day 2: only bob's wish is unmet."""
    result = solve(read(GOOD, tmp_path), MaxRuntime(20), seed=1)
    assert (result.objective, result.bound) == (2, 2)


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("7\n", "seven\n", 3, "whole number"),
        ("7\n", "0\n", 3, "at least 1"),
        ("7\n", "3661\n", 3, "at most 3660"),
        ("7\n", "1_0\n", 3, "whole number"),
        ("E,480,", "E,٤٨٠,", 6, "whole number"),
        ("1,E,2,100,1", "1,E,2,1000000001,1", 24, "at most 1000000000"),
        ("1,E,2,100,1", f"1,E,2,{'9' * 5000},1", 24, "whole number"),
        ("7\n", "7\n8\n", 4, "second"),
        ("E,480,\n", "E,480\n", 6, "3 fields"),
        ("E,480,", "E,eight hours,", 6, "whole number"),
        ("L,480,E", "E,480,E", 7, "twice"),
        ("L,480,E", "L,480,E|X", 7, "no shift"),
        ("anna,E=7|L=2,2400,960,4,2,2,1", "anna,E=7|L=2,2400,960,4,2,2", 10, "8 fields"),
        ("anna,E=7|L=2,2400,960,4,2,2,1", "anna,E=7|L=2,960,2400,4,2,2,1", 10, "above"),
        ("anna,E=7|L=2,2400", "anna,E=7|X=2,2400", 10, "known shift"),
        ("anna,E=7|L=2,2400", "anna,E=7|L,2400", 10, "SHIFT=NUMBER"),
        ("bob,E=7|L=0", "anna,E=7|L=0", 11, "twice"),
        ("anna,0\n", "carol,0\n", 14, "no employee"),
        ("anna,0\n", "anna,7\n", 14, "outside the horizon"),
        ("anna,0\n", "anna,-1\n", 14, "at least 0"),
        ("anna,2,L,3", "anna,2,X,3", 18, "no shift"),
        ("anna,2,L,3", "anna,2,L,-3", 18, "at least 0"),
        ("bob,1,E,2", "bob,1,E", 21, "4 fields"),
        ("1,E,2,100,1", "1,E,two,100,1", 24, "whole number"),
        ("2,E,1,100,1", "1,E,1,100,1", 25, "twice"),
        ("2,L,1,100,10", "2,N,1,100,10", 26, "no shift"),
        ("SECTION_COVER", "SECTION_COVERS", 23, "unknown section"),
        ("SECTION_DAYS_OFF", "SECTION_STAFF", 13, "twice"),
        ("# a comment\n", "hello\n", 1, "section"),
    ],
)
def test_a_bad_line_is_refused_by_number(
    tmp_path: Path, old: str, new: str, line: int, why: str
) -> None:
    """The error names the file, the line and what should stand there."""
    with pytest.raises(UnableToRead) as refusal:
        read(GOOD.replace(old, new, 1), tmp_path)
    assert f"tiny.txt, line {line}: " in str(refusal.value)
    assert why in str(refusal.value)


@pytest.mark.parametrize("lines", range(1, 22))
def test_a_file_cut_short_is_refused(tmp_path: Path, lines: int) -> None:
    """Wherever the file ends before its cover, that is said."""
    with pytest.raises(UnableToRead, match=r"cut\.txt, line \d+"):
        read("".join(GOOD.splitlines(keepends=True)[:lines]), tmp_path, "cut.txt")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"SECTION_HORIZON\n\x00\x01", "line 2: this is not a text file"),
        (b"SECTION_HORIZON\n\xff\xfe", "line 2: not UTF-8"),
        (b"a,b,c\n", "not a planning format"),
    ],
)
def test_what_is_no_instance_at_all_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    """Empty, binary and other files are named for what they are."""
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    with pytest.raises(UnableToRead, match=why):
        read_problem(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """A path that leads nowhere says so; a folder asks for what INRC-II needs."""
    with pytest.raises(UnableToRead, match="cannot be read"):
        read_problem(tmp_path / "absent.txt")
    with pytest.raises(UnableToRead, match="--history"):
        read_problem(tmp_path)


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Files travel; the mark and the line ends are not part of them."""
    path = tmp_path / "windows.txt"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_problem(path).days == 7


def test_sections_in_another_order_say_the_same(tmp_path: Path) -> None:
    """Cover before staff, staff before shifts: nothing depends on the order."""
    parts = ["SECTION_" + part for part in GOOD.split("SECTION_")[1:]]
    turned = read("".join(reversed(parts)), tmp_path, "turned.txt")
    straight = read(GOOD, tmp_path, "straight.txt")
    assert (turned.workers, turned.demands) == (straight.workers, straight.demands)


@pytest.mark.parametrize("wrong", ["", "-1", "1.5", "abc", "9" * 20, "٣"])
def test_any_word_may_be_wrong(tmp_path: Path, wrong: str) -> None:
    """No word at any place ends otherwise than in a problem or an error with a line."""
    told = []
    for word in re.finditer(r"[^\s,|=]+", GOOD):
        try:
            read(GOOD[: word.start()] + wrong + GOOD[word.end() :], tmp_path)
        except UnableToRead as error:
            told.append(str(error))
    assert len(told) > 50
    assert [one for one in told if not re.search(r"tiny\.txt, line \d+: ", one)] == []
