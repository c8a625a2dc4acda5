"""The rows on which the closest open peer was measured, measured here: what was asked and what is.

    ./run python benchmarks/peer_rows.py [--journeys]

Clones this checkout into an empty folder and starts its demo, runs the tests that hold a row,
reads the races out of benchmarks/results/race.md (write that first with benchmarks/race.py on both
databases), and measures the source. Writes benchmarks/results/ephios-rows.md.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from time import perf_counter

from stage import HERE, write_part

ROOT = HERE.parent
ASSIGNING = "tests/rooms/rosters/test_assigning.py"
GATE = "tests/rooms/skills/test_gate.py"
ELIGIBILITY = "tests/rooms/matching/test_eligibility.py"
CALENDAR = "tests/desks/worker/rostered_test.py"
HELD = {
    ("12", "a planner puts a second person on one place", "refused, or an override that is kept"): [
        (ASSIGNING, "test_a_full_shift_is_refused_even_with_an_override"),
    ],
    ("15", "proof on the date of the shift", "judged for the whole shift"): [
        (GATE, "test_a_night_shift_asks_both_its_days"),
        (GATE, "test_it_is_the_day_of_the_shift_that_counts_and_not_the_day_of_booking"),
    ],
    ("16", "rest and working time over all shifts", "judged, with law, over organisations"): [
        (ASSIGNING, "test_too_little_rest_is_refused_with_what_is_and_what_should_be"),
        (ELIGIBILITY, "test_the_law_counts_work_elsewhere_without_naming_it"),
    ],
    ("17", "the reason why not", "which rule, what is missing, what to do"): [
        (GATE, "test_every_block_names_what_is_missing_and_the_way_out"),
        (ELIGIBILITY, "test_the_rest_between_shifts_says_what_is_needed_and_from_when"),
    ],
    ("20", "calendar with its time zone", "VTIMEZONE, DTSTAMP right"): [
        (CALENDAR, "test_the_time_zone_is_spelled_out_by_rule"),
        (CALENDAR, "test_the_stamp_is_in_utc_and_right"),
    ],
}
LOOKED_AT = ("13, 14", "axe findings, pages wider than 320 px, small targets", "0 on every page")
LONGEST_FILE, LONGEST_FUNCTION = 200, 30


def main() -> None:
    """Measure what can be measured, and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--journeys", action="store_true", help="Look at every page as well.")
    asked = parser.parse_args()
    rows = [
        _first_start(),
        *_races(),
        *((*row, _held_by(tests)) for row, tests in HELD.items()),
        *([(*LOOKED_AT, _pages())] if asked.journeys else []),
        *_shape(),
    ]
    lines = ["| row | what | asked | here |", "| --- | --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    print("\n".join(lines))
    write_part("ephios-rows.md", "The rows of the closest open peer", "measured", lines)


def _first_start() -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        since = perf_counter()
        subprocess.run(["git", "clone", "-q", str(ROOT), f"{folder}/fresh"], check=True)
        subprocess.run(["./run", "demo", "--no-serve"], cwd=f"{folder}/fresh", check=True)
        taken = perf_counter() - since
    return ("1", "clone to built demo", "at most 3 commands, 36 s", f"2 commands, {taken:.0f} s")


def _races() -> Iterator[tuple[str, ...]]:
    told = (HERE / "results" / "race.md").read_text(encoding="utf-8")
    for row, vendor, asked in (
        ("10", "postgresql", "1 in, 0 errors, at most 5 s"),
        ("11", "sqlite", "1 in, 0 errors"),
    ):
        part = told.partition(f"## {vendor}\n")[2]
        outcome, wall = part.partition("| 200 people, 1 place | ")[2].split(" | ")[:2]
        load = part.partition("load ")[2].partition(".\n")[0]
        what = f"200 at once for 1 place, {vendor}"
        yield row, what, asked, f"{outcome}, {wall}, load {load}"


def _pages() -> str:
    words = ["tests/journeys", "-m", "journey", "-k", "right or axe or smallest or on_a_desk"]
    return "0 found by the journeys" if _passes(words) else "the journeys find some"


def _held_by(tests: list[tuple[str, str]]) -> str:
    names = ", ".join(f"`{name}`" for _file, name in tests)
    holds = _passes([f"{file}::{name}" for file, name in tests])
    return f"holds: {names}" if holds else f"does not hold: {names}"


def _passes(words: list[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _shape() -> Iterator[tuple[str, ...]]:
    files = [one for one in (ROOT / "src").rglob("*.py") if "migrations" not in one.parts]
    texts = [one.read_text(encoding="utf-8") for one in files]
    functions = [
        node
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lines = [text.count("\n") for text in texts]
    sizes = [(node.end_lineno or 0) - node.lineno + 1 for node in functions]
    share = sum(one <= LONGEST_FUNCTION for one in sizes) / len(sizes)
    short = sum(one <= LONGEST_FILE for one in lines) / len(lines)
    longest = f"longest {max(lines)} and {max(sizes)}"
    told = f"{short:.1%} of {len(files)} files, {share:.1%} of {len(sizes)} functions, {longest}"
    yield "21", "files of at most 200 lines, functions of 30", "100 %, 100 %", told
    typed = sum(node.returns is not None for node in functions) / len(functions)
    told_by = [one for one in (ROOT / "tests").rglob("*.*") if one.suffix in {".py", ".yaml"}]
    tests = sum(one.read_text("utf-8").count("\n") for one in told_by)
    judged = subprocess.run(["lint-imports"], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    cycles = "some cycles" if judged.returncode else "0 cycles"
    told = f"{cycles}, {tests / sum(lines):.2f}, {typed:.1%}"
    yield "22", "cycles between rooms, tests per source line, return types", "0, 1.0, 100 %", told


if __name__ == "__main__":
    main()
