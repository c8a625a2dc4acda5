"""Runs the tests near to what changed since main, nearest first, in two minutes at most.

    ./run test --near [--since REF] [pytest arguments]

Near are tests that changed, tests that use what changed, directly or through one other file, and
tests in the folder that belongs to it. Files after the nearest forty are left out, and what no time
is left for is skipped; both are counted. `./run test` runs all.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from imported import Imported

REPOSITORY = Path(__file__).resolve().parents[1]
MOST_FILES = 40  # so many are collected and run within two minutes on two cores
SECONDS = 90  # after the first test began no test begins after this
FARTHEST = 2  # imports between: at three nearly every test of a room uses every other room
ALWAYS = Path("tests/architecture")
LIBRARY = ("unit", "spec", "properties")
HOMES = {  # the longest beginning counts: where its tests stand, folder by folder
    "src/flexpool/parameters/nl": LIBRARY,
    "src/flexpool": LIBRARY,
    "src/rondstroom/rooms": ("rooms",),
    "src/rondstroom/web": ("desks",),
    "src/rondstroom": ("",),
    "": ("",),
}
_until: list[float] = []


def pytest_runtest_setup() -> None:
    """Skip what no time is left for; the clock starts with the first test of each process."""
    if not _until:
        _until.append(time.monotonic() + SECONDS)
    if time.monotonic() > _until[0]:
        pytest.skip("no time left: ./run test runs all")


def changed_since(since: str, repository: Path) -> list[Path]:
    """Give what changed since a branch was left, also what is not committed or not added yet."""

    def git(*words: str) -> list[str]:
        command = ["git", "-C", str(repository), *words]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        return told.rstrip("\n\0").split("\0")

    names = git("diff", "--name-only", "--no-renames", "-z", *git("merge-base", since, "HEAD"))
    names += git("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({Path(name) for name in names if name})


def near(changed: Iterable[Path], repository: Path) -> list[Path]:
    """Give the test files near to what changed, nearest first, relative to the repository."""
    imported = Imported([repository / "src", repository / "tests"])
    begin = {repository / one: 0.0 for one in changed}
    for one in changed:
        begin |= dict.fromkeys(imported.that_name(*_named_as(one)) if _is_data(one) else (), 1.0)
    found = imported.steps_from(begin, FARTHEST)
    for one in changed:
        for file, distance in _at_home(one, repository):
            found[file] = min(distance, found.get(file, distance + 0.5) - 0.5)
    found = dict.fromkeys(_tests_in(repository / ALWAYS), FARTHEST + 1.0) | found
    tests = [file for file in found if _is_test(file) and file.exists()]
    return [file.relative_to(repository) for file in sorted(tests, key=lambda f: (found[f], f))]


def _is_data(changed: Path) -> bool:
    return changed.suffix != ".py" and changed.parts[0] in {"src", "tests"}


def _named_as(changed: Path) -> list[str]:
    """Give the words with which a test or a module names a table of cases or a template."""
    if changed.parts[:2] == ("tests", "cases"):
        return [f'"{part}"' for part in changed.parts[1:-1]]
    return [f'{changed.parent.name}/{changed.name}"']


def _at_home(changed: Path, repository: Path) -> Iterator[tuple[Path, float]]:
    """Give the tests of the folder that belongs to a file: those named like it come first."""
    about = _subject(changed)
    for folder in _homes(changed, repository):
        for file in _tests_in(folder):
            is_named = about == file.parent.name or _subject(file) in {about, changed.parent.name}
            yield file, 0.25 if is_named else FARTHEST + 0.5


def _homes(changed: Path, repository: Path) -> Iterator[Path]:
    """Give the deepest folders of tests that mirror where a file stands."""
    if changed.parts[0] == "tests":
        if changed.stem == "conftest":
            yield repository / changed.parent
        return
    begins = max((one for one in HOMES if changed.is_relative_to(one)), key=len)
    inside = changed.relative_to(begins).parent.parts
    for root in HOMES[begins]:
        mirrored = (
            repository.joinpath("tests", root, *inside[:depth])
            for depth in range(len(inside), 0, -1)
        )
        yield from [folder for folder in mirrored if folder.is_dir()][:1]


def _tests_in(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*.py")) if _is_test(file))


def _is_test(file: Path) -> bool:
    return file.stem != _subject(file)


def _subject(file: Path) -> str:
    """Give what a file is about: `test_week.py`, `week_test.py` and `week.html` are about week."""
    return file.stem.removeprefix("test_").removesuffix("_test")


def main() -> int | str:
    """Find what is near, tell it, and run it on both cores."""
    parser = argparse.ArgumentParser(prog="./run test --near", description=__doc__)
    parser.add_argument("--near", action="store_true")
    parser.add_argument("--since", default="main", metavar="REF")
    asked, rest = parser.parse_known_args()
    try:
        changed = changed_since(asked.since, REPOSITORY)
    except subprocess.CalledProcessError:
        return f"What changed since {asked.since} cannot be told: give --since a branch or commit"
    tests = near(changed, REPOSITORY)
    print(
        f"{len(changed)} files changed since {asked.since}: {len(tests)} files of tests are near, "
        f"{max(0, len(tests) - MOST_FILES)} of them left out",
        flush=True,
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "tests")}
    command = [sys.executable, "-m", "pytest", "-p", "near", "-n", "2", "--dist", "loadfile"]
    command += ["--no-loadscope-reorder", "-rfE", *map(str, tests[:MOST_FILES]), *rest]
    return subprocess.run(command, cwd=REPOSITORY, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
