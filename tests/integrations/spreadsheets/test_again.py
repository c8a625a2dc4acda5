"""Files one after the other, and the headings of many systems: tests/cases/imports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.imports import Importer
from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets import recognise
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

CASES = Path(__file__).resolve().parents[2] / "cases" / "imports"


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


def shifts() -> list[str]:
    """Write `number day time team function places state`."""
    return [
        f"{one.source_key} {one.starts_at.astimezone(AMSTERDAM):%d-%m %H:%M} {one.team.name} "
        f"{one.function.code if one.function else '-'} {one.places} {one.state}"
        for one in Shift.objects.order_by("starts_at", "pk")
    ]


def workers() -> list[str]:
    """Write `number name hours form`."""
    return [
        f"{one.personnel_number} {one.worker.name} {one.minutes_per_week // 60} {one.form}"
        for one in Engagement.objects.order_by("personnel_number")
    ]


def rosters() -> list[str]:
    """Write `name day time state`, without what was cancelled."""
    return [
        f"{one.worker.name} {one.starts_at.astimezone(AMSTERDAM):%d-%m %H:%M} {one.state}"
        for one in Assignment.objects.exclude(state=AssignmentState.CANCELLED).order_by("starts_at")
    ]


THERE: dict[str, Callable[[], list[str]]] = {
    "shifts": shifts,
    "workers": workers,
    "roster": rosters,
}


@pytest.mark.parametrize("case", cases("again"))
def test_one_file_after_the_other(bring_in: Importer, case: dict[str, Any]) -> None:
    for step in case["steps"]:
        kind = step.get("kind", case["kind"])
        trial = bring_in(kind, step["file"], dry_run=True)
        answer = bring_in(kind, step["file"])
        assert [answer.created, answer.updated, answer.unchanged] == step["counts"]
        assert [[one.row, one.column] for one in answer.rejected] == step.get("rejected", [])
        assert trial.as_json() == answer.as_json() | {"dry_run": True}
    if "there" in case:
        assert THERE[case["kind"]]() == case["there"]


@pytest.mark.parametrize("case", cases("headings"))
@pytest.mark.parametrize("separator", [";", "\t"])
def test_the_headings_of_many_systems(case: dict[str, Any], separator: str) -> None:
    line = separator.join(case["headings"])
    below = separator.join("x" for _heading in case["headings"])
    found = recognise(f"{line}\n{below}".encode(), "x.csv")
    assert (found.kind, dict(found.columns)) == (case["kind"], case["columns"])
    told = " ".join(found.notes)
    assert all(heading in told for heading in case.get("unused", []))
