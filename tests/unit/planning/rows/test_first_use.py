"""Compiling is told beforehand where it is to come, and only there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from flexpool.planning.solve import UnableToSolve, lineup, must_compile
from flexpool.planning.solvers.row_descent import compiled
from flexpool.planning.solvers.row_descent.chains import untangle
from unit.planning.rows.wards import ward


def function_kept_in(folder: Path, name: str = "untangle") -> Callable[..., Any]:
    """Give something like a compiled function that keeps its code in a folder."""
    fast = SimpleNamespace(__name__=name, stats=SimpleNamespace(cache_path=str(folder)))
    return cast("Callable[..., Any]", fast)


def test_a_function_is_kept_once_its_own_index_stands_there(tmp_path: Path) -> None:
    """As numba names its files: module, function, first line, version of Python."""
    function = function_kept_in(tmp_path)
    assert not compiled.is_kept(function)
    (tmp_path / "chains._untangled-24.py311.nbi").touch()
    assert not compiled.is_kept(function)
    (tmp_path / "chains.untangle-24.py311.nbi").touch()
    assert compiled.is_kept(function)


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert not compiled.is_kept(function_kept_in(tmp_path / "none"))


def test_the_true_functions_tell_where_they_are_kept() -> None:
    """Compiled by tests beside this one or not: asked without an error, answered by the files."""
    folder = Path(cast("Any", untangle).stats.cache_path)
    is_there = any(one.name.startswith("chains.untangle-") for one in folder.glob("*.nbi"))
    assert compiled.is_kept(untangle) == is_there


@pytest.mark.parametrize("is_kept", [True, False])
def test_only_what_rows_plan_is_compiled_for(
    is_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "is_kept", lambda function: is_kept)
    problem = ward(1, workers=6, days=28, kinds=3)
    assert must_compile(problem, "row_descent") == (not is_kept)
    assert not must_compile(problem)
    monkeypatch.setattr(lineup, "SMALL", 10)
    monkeypatch.setattr(lineup, "LARGE", 20)
    assert must_compile(problem) == (not is_kept)


def test_a_solver_that_cannot_is_refused_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flexpool.planning.solvers.row_descent.EXPRESSES", frozenset())
    with pytest.raises(UnableToSolve, match="row_descent does not know"):
        must_compile(ward(1), "row_descent")
