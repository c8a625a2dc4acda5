"""The page that documents the own JSON is complete, and its example works."""

import json
from pathlib import Path

import pytest

from flexpool.planning import (
    Composition,
    Contract,
    Demand,
    Faces,
    FreeWeekends,
    History,
    Kind,
    Limit,
    MaxRuntime,
    Notice,
    Published,
    Reach,
    Stay,
    Substitution,
    Supervision,
    Terms,
    Worker,
    solve,
)
from flexpool.planning.formats import read_problem
from flexpool.planning.formats.own_json import HEADER

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "planning-json.md"


def test_the_example_is_a_lawful_problem_with_a_known_answer(tmp_path: Path) -> None:
    """Anna works both nights: bob's wish is kept, at no cost."""
    example = PAGE.read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    path = tmp_path / "example.json"
    path.write_text(example)
    assert json.loads(example)["lawful"]
    result = solve(read_problem(path), MaxRuntime(20), seed=1)
    assert (result.objective, result.bound) == (0, 0)


PARTS = (
    Composition, Contract, Demand, Faces, FreeWeekends, History, Kind, Limit, Notice, Published,
    Reach, Stay, Substitution, Supervision, Terms, Worker,
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_every_key_is_on_the_page(part: type) -> None:
    """A field without documentation is a field nobody can use."""
    page = PAGE.read_text(encoding="utf-8")
    names = part.__slots__  # type: ignore[attr-defined]
    assert [name for name in (*names, *HEADER) if name not in page] == []
