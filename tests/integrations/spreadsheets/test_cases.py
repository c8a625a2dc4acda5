"""The files in tests/cases/imports: what a planner hands over, and what must come of it.

Every case is brought in twice: the second time everything understood is unchanged.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.imports import Importer, refusals
from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportAnswer, UnableToRead
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Availability, Engagement
from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

CASES = Path(__file__).resolve().parents[2] / "cases" / "imports"
KNOWN = {
    "name", "file", "encoding", "rejected", "why", "unreadable", "places", "shifts", "workers",
    "works", "away",
}  # fmt: skip


def cases(name: str) -> list[Any]:
    """Give the cases of one kind, named; a word we do not know is a slip of the pen."""
    found = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    for case in found:
        assert not set(case) - KNOWN, case["name"]
    return [pytest.param(case, id=case["name"]) for case in found]


def outcome(bring_in: Importer, kind: str, case: dict[str, Any]) -> ImportAnswer | None:
    """Bring a case in twice and see to what holds of every case; None when it is unreadable."""
    content = case["file"].encode(case.get("encoding", "utf-8"))
    if "unreadable" in case:
        with pytest.raises(UnableToRead, match=case["unreadable"]):
            bring_in(kind, content)
        return None
    first, again = bring_in(kind, content), bring_in(kind, content)
    assert refusals(first) == [tuple(one) for one in case.get("rejected", [])]
    assert all(case.get("why", "") in one.why for one in first.rejected)
    assert (again.unchanged, again.rejected) == (first.understood, first.rejected)
    assert again.created_places == []
    if "places" in case:
        assert first.created_places == case["places"]
    return first


@pytest.mark.parametrize("case", cases("shifts"))
def test_shifts(bring_in: Importer, case: dict[str, Any]) -> None:
    answer = outcome(bring_in, "shifts", case)
    if answer is None:
        assert Shift.objects.count() == 0
        return
    made = {one.source_key: one for one in Shift.objects.all()}
    assert answer.created == len(made)
    assert [one["key"] for one in case["shifts"]] == list(made)
    for expected in case["shifts"]:
        told = in_words(made[expected["key"]])
        assert {name: told[name] for name in expected} == expected


def in_words(shift: Shift) -> dict[str, Any]:
    return {
        "key": shift.source_key,
        "starts": f"{shift.starts_at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}",
        "ends": f"{shift.ends_at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}",
        "hours": (shift.ends_at - shift.starts_at).total_seconds() / 3600,
        "break": shift.break_minutes,
        "function": shift.function.code if shift.function else None,
        "places": shift.places,
        "reason": shift.reason,
        "remarks": shift.remarks,
    }


@pytest.mark.parametrize("case", cases("workers"))
def test_workers(bring_in: Importer, case: dict[str, Any]) -> None:
    answer = outcome(bring_in, "workers", case)
    if answer is None:
        assert Engagement.objects.count() == 0
        return
    made = {one.personnel_number: one for one in Engagement.objects.select_related("worker")}
    assert answer.created == len(made)
    assert [one["number"] for one in case["workers"]] == list(made)
    for expected in case["workers"]:
        told = worker_in_words(made[expected["number"]])
        assert {name: told[name] for name in expected} == expected


def worker_in_words(engagement: Engagement) -> dict[str, Any]:
    proofs = list(Proof.objects.filter(worker=engagement.worker).select_related("function"))
    kinds = {one.kind: one for one in proofs}
    register, conduct = kinds.get(ProofKind.REGISTER), kinds.get(ProofKind.CONDUCT)
    return {
        "number": engagement.personnel_number,
        "name": engagement.worker.name,
        "email": engagement.worker.email,
        "pc4": engagement.worker.home_pc4,
        "hours": engagement.minutes_per_week / 60,
        "form": engagement.form,
        "functions": sorted(one.function.code for one in proofs if one.function),
        "register": register.reference if register else None,
        "conduct": conduct.valid_from if conduct else None,
        "team": engagement.team.name if engagement.team else None,
        "from": engagement.starts_on,
        "until": engagement.ends_on,
    }


@pytest.mark.parametrize("case", cases("rosters"))
def test_rosters(bring_in: Importer, case: dict[str, Any]) -> None:
    answer = outcome(bring_in, "roster", case)
    works = [
        [
            one.worker.name,
            f"{one.starts_at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}",
            f"{one.ends_at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}",
        ]
        for one in Assignment.objects.select_related("worker").order_by("starts_at")
    ]
    said = Availability.objects.filter(part=DayPart.DAY).order_by("on_date")
    away = [[one.worker.name, one.on_date] for one in said.select_related("worker")]
    assert (works, away) == (case.get("works", []), case.get("away", []))
    if answer is not None:
        assert answer.understood == len(works) + len(away)
