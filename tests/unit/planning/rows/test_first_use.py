"""Compiling is told beforehand where it is to come, and only there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from flexpool.planning import Faces, compiled
from flexpool.planning.solve import UnableToSolve, first_use, lineup, must_compile
from flexpool.planning.solvers.column_generation import first_use as columns
from flexpool.planning.solvers.row_descent import first_use as rows
from flexpool.planning.solvers.row_descent.moves.chains import untangle
from unit.planning.rows.wards import ward


def function_kept_in(folder: Path, name: str = "untangle") -> Callable[..., Any]:
    """Give something like a compiled function that keeps its code in a folder."""
    source = folder.parent / "chains.py"
    source.touch()
    code = SimpleNamespace(__code__=SimpleNamespace(co_filename=str(source)))
    stats = SimpleNamespace(cache_path=str(folder))
    fast = SimpleNamespace(__name__=name, stats=stats, py_func=code)
    return cast("Callable[..., Any]", fast)


def test_a_function_is_kept_once_its_own_index_stands_there(tmp_path: Path) -> None:
    """As numba names its files: module, function, first line, version of Python."""
    kept = tmp_path / "kept"
    function = function_kept_in(kept)
    assert not compiled.is_kept(function)
    kept.mkdir()
    (kept / "chains._untangled-24.py311.nbi").touch()
    assert not compiled.is_kept(function)
    (kept / "chains.untangle-24.py311.nbi").touch()
    assert compiled.is_kept(function)


def test_what_was_kept_before_its_source_changed_is_of_no_use(tmp_path: Path) -> None:
    function = function_kept_in(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    index = tmp_path / "kept" / "chains.untangle-24.py311.nbi"
    index.touch()
    os.utime(index, (1, 1))
    assert not compiled.is_kept(function)


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert not compiled.is_kept(function_kept_in(tmp_path / "none"))


def test_the_true_functions_tell_where_they_are_kept() -> None:
    """Compiled by tests beside this one or not: asked without an error, answered by the files."""
    folder = Path(cast("Any", untangle).stats.cache_path)
    is_there = any(one.name.startswith("chains.untangle-") for one in folder.glob("*.nbi"))
    assert is_there or not compiled.is_kept(untangle)


@pytest.mark.parametrize("has_columns", [True, False])
@pytest.mark.parametrize("has_rows", [True, False])
def test_only_what_takes_part_is_compiled(
    has_columns: bool, has_rows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "is_kept", lambda function: has_rows)
    monkeypatch.setattr(columns, "is_kept", lambda function: has_columns)
    problem = ward(1, workers=6, days=28, kinds=3)
    assert must_compile(problem, "row_descent") == (not has_rows)
    assert must_compile(problem, "column_generation") == (not has_columns)
    assert must_compile(problem) == (not has_columns)
    assert not must_compile(problem, "cpsat")
    monkeypatch.setattr(lineup, "SMALL", 10)
    monkeypatch.setattr(lineup, "LARGE", 20)
    assert must_compile(problem) == (not (has_columns and has_rows))


def test_columns_that_only_help_are_told_of_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside others they plan a problem without what they do not know: few faces in a team."""
    monkeypatch.setattr(columns, "is_kept", lambda function: False)
    problem = ward(1, workers=30, days=28, kinds=3)
    kinds = tuple(replace(kind, team="a") for kind in problem.kinds)
    harder = replace(problem, kinds=kinds, faces=(Faces("a", 3, weight=1),))
    assert not must_compile(harder, workers=1)
    assert must_compile(harder, workers=2)


def test_where_nothing_can_be_written_a_function_is_compiled_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As on a computer where the program belongs to somebody else, and nobody is at home."""
    monkeypatch.setattr("numba.core.caching.CacheImpl._locator_classes", [])

    def double(number: int) -> int:
        return 2 * number

    fast = compiled.compiled(double)
    assert fast(21) == 42
    assert not compiled.is_kept(fast)


def test_what_is_kept_is_of_no_use_once_another_source_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("numba.config.CACHE_DIR", str(tmp_path))

    def double(number: int) -> int:
        return 2 * number

    def is_found() -> bool:
        fast: Any = compiled.compiled(double)
        assert fast(21) == 42
        return bool(fast.stats.cache_hits)

    assert [is_found(), is_found()] == [False, True]
    monkeypatch.setattr(compiled, "_sources", lambda: (1.0, 1))
    assert [is_found(), is_found()] == [False, True]


def test_a_change_of_any_loop_is_seen() -> None:
    here = Path(compiled.__file__).parent
    folders = [here / one for one in compiled.COMPILED_IN]
    assert all(one.is_dir() for one in folders)
    with_loops = [
        one for one in here.rglob("*.py") if "planning.compiled import comp" in one.read_text()
    ]
    assert len(with_loops) > 10
    assert all(any(folder in one.parents for folder in folders) for one in with_loops)


def test_what_was_compiled_is_kept_for_the_next_search() -> None:
    first_use.compile_first(["column_generation", "row_descent", "cpsat"])
    assert not columns.must_compile()
    assert not rows.must_compile()


def test_a_solver_that_cannot_is_refused_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flexpool.planning.solvers.row_descent.EXPRESSES", frozenset())
    with pytest.raises(UnableToSolve, match="row_descent does not know"):
        must_compile(ward(1), "row_descent")
