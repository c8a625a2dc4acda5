"""The house keeps its shape: small files, small functions, names that say something."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from architecture.source import exempt, functions, short, source_files, tracked_files, tree

LONGEST_FILE = 200
LONGEST_FUNCTION = 30
MOST_MODULES = 15
LONGEST_TEMPLATE = 150
MOST_OWN_JAVASCRIPT = 500
TESTS_PER_SOURCE = 0.8  # aim: 1.0; only ever raised
SAYS_NOTHING = {
    "utils",
    "helpers",
    "misc",
    "common",
    "core",
    "lib",
    "service",
    "services",
    "manager",
    "managers",
    "handlers",
    "stuff",
}
# Folders that list like things may hold as many as there are.
COLLECTIONS = {"worktime", "constraints", "migrations"}


def test_no_file_is_longer_than_two_screens() -> None:
    long = {
        short(path): lines
        for path in source_files()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
        and short(path) not in exempt("file-length")
    }
    assert not long, f"split these files: {long}"


def test_no_function_is_longer_than_one_screen() -> None:
    long = {
        f"{short(path)}:{function.name}": length
        for path in source_files()
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
        and short(path) not in exempt("function-length")
    }
    assert not long, f"split these functions: {long}"


def test_every_module_says_what_it_owns() -> None:
    silent = [
        short(path)
        for path in source_files()
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    assert not silent, f"give these a docstring: {silent}"


def test_every_function_tells_what_it_gives() -> None:
    untyped = [
        f"{short(path)}:{function.name}"
        for path in source_files()
        for function in functions(path)
        if function.returns is None
    ]
    assert not untyped, f"give these a return type: {untyped}"


def test_names_say_something() -> None:
    vague = [
        short(path)
        for path in source_files()
        if path.stem in SAYS_NOTHING or SAYS_NOTHING & set(path.parent.parts[-1:])
    ]
    assert not vague, f"name these for what they hold: {vague}"


def test_folders_can_be_taken_in_at_a_glance() -> None:
    counts = Counter(path.parent for path in source_files() if path.stem != "__init__")
    full = {
        short(folder): count
        for folder, count in counts.items()
        if count > MOST_MODULES and folder.name not in COLLECTIONS
    }
    assert not full, f"divide these folders: {full}"


def test_no_function_hides_an_import() -> None:
    """A late import is the first sign of a circle; Django's `ready` and the commands may."""
    late = [
        f"{short(path)}:{function.name}"
        for path in source_files()
        if "cli" not in path.parts
        for function in functions(path)
        if function.name != "ready"
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
        and short(path) not in exempt("late-import")
    ]
    assert not late, f"import at the top: {late}"


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_templates_stay_short(ending: str) -> None:
    long = {
        short(path): lines
        for path in tracked_files()
        if path.suffix == ending
        and "templates" in path.parts
        and (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_TEMPLATE
    }
    assert not long, f"split these templates: {long}"


def test_own_javascript_stays_small() -> None:
    scripts: list[Path] = [path for path in tracked_files() if path.suffix == ".js"]
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in scripts)
    assert lines <= MOST_OWN_JAVASCRIPT


def test_tests_keep_up_with_the_source() -> None:
    source = sum(path.read_text(encoding="utf-8").count("\n") for path in source_files())
    tests = sum(
        path.read_text(encoding="utf-8").count("\n")
        for path in tracked_files()
        if "tests" in path.parts and path.suffix in {".py", ".yaml"}
    )
    assert tests >= TESTS_PER_SOURCE * source, f"{tests} lines of tests, {source} of source"
