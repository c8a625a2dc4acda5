"""Legal figures stand in dated files with their source, never as numbers in the code."""

from __future__ import annotations

import ast

from architecture.source import REPOSITORY, short, source_files, tree

WORKTIME = REPOSITORY / "src" / "flexpool" / "worktime"
# What the calendar and the clock are made of, and how many decimals people read.
NO_LAW = {"clock.py", "wording.py"}
HARMLESS = {0, 1}


def _numbers(node: ast.AST) -> list[tuple[int, float]]:
    return [
        (constant.lineno, constant.value)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant)
        and isinstance(constant.value, int | float)
        and not isinstance(constant.value, bool)
        and constant.value not in HARMLESS
    ]


def test_the_working_time_law_holds_no_numbers() -> None:
    files = [path for path in source_files() if path.is_relative_to(WORKTIME)]
    assert len(files) > 50, "the rules have moved; look for them"
    found = {
        f"{short(path)}:{line}": number
        for path in files
        if path.name not in NO_LAW
        for line, number in _numbers(tree(path))
    }
    assert not found, f"put these into flexpool/parameters, dated and with a source: {found}"


def test_the_search_finds_a_number() -> None:
    assert _numbers(ast.parse("most = 12 * HOUR")) == [(1, 12)]
