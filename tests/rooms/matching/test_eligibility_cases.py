"""The cases of `tests/cases/placement/eligibility.yaml`, one by one and in the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE, moment, period
from factories.organisations import make_organisation, make_pool, make_postcodes, make_team
from factories.people import make_worker, say
from factories.skills import make_proof, make_substitution
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import queries
from rondstroom.rooms.organisations.models import Team
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.skills.states import ProofKind
from snapshot import once

pytestmark = pytest.mark.django_db

FILE = Path(__file__).parents[2] / "cases/placement/eligibility.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
KNOWN = {"name", "worker", "proofs", "says", "works", "told", "shift", "rules", "warnings"}


@pytest.fixture
@once
def vlinder() -> Team:
    """Give PG Vlinder at De Linde, with a partner, a stranger, and who stands in for whom."""
    make_postcodes()
    make_pool(make_organisation("De Linde"), make_organisation("Molenpoort"))
    for lower, higher in (
        ("Helpende", "VIG"),
        ("VIG", "VP4"),
        ("VP4", "VP6"),
        ("VP4", "IC-vpk"),
    ):
        make_substitution(lower, by=higher)
    return make_team()


def worker_of(case: dict[str, Any], vlinder: Team) -> Worker:
    """Give the worker of a case, with proofs, wishes and other work."""
    asked = case.get("worker", {})
    employer = make_organisation(asked.get("employer", "De Linde"))
    is_at_home = "employer" not in asked and asked.get("team") != "other"
    worker = make_worker(
        "Anna",
        function=asked.get("function", "VIG"),
        organisation=employer,
        team=vlinder if is_at_home else None,
        without=asked.get("without", ""),
        skills=asked.get("skills", ()),
        willing_for=[make_organisation(name) for name in asked.get("willing", ())],
        home_pc4=asked.get("home", "6811"),
        max_travel_minutes=asked.get("most_minutes", 45),
        youth_until=MONDAY + timedelta(days=100) if asked.get("is_young") else None,
    )
    _engage_otherwise(worker, asked)
    for proof in case.get("proofs", ()):
        until = None if "until" not in proof else MONDAY + timedelta(days=proof["until"])
        since = SINCE if "from" not in proof else MONDAY + timedelta(days=proof["from"])
        make_proof(worker, ProofKind(proof["kind"]), valid_from=since, valid_through=until)
    say(worker, dict(_wishes(case)))
    _work_otherwise(worker, case, vlinder)
    return worker


def _engage_otherwise(worker: Worker, asked: dict[str, Any]) -> None:
    tie = worker.engagements.get()
    if "engaged_from" in asked:
        tie.starts_on = MONDAY + timedelta(days=asked["engaged_from"])
    if "engaged_until" in asked:
        tie.ends_on = MONDAY + timedelta(days=asked["engaged_until"])
    tie.save()


def _wishes(case: dict[str, Any]) -> Iterator[tuple[Any, Wish]]:
    for day, parts in case.get("says", {}).items():
        for part, wish in parts.items():
            yield (MONDAY + timedelta(days=day), DayPart(part)), Wish(wish)


def _work_otherwise(worker: Worker, case: dict[str, Any], vlinder: Team) -> None:
    for work in case.get("works", ()):
        day = MONDAY + timedelta(days=work.get("day", 0))
        shift = make_shift(vlinder, day=day, start=work["start"], end=work["end"])
        rosters.assign(worker=worker, shift=shift, **signed())
    for work in case.get("told", ()):
        told = period(MONDAY + timedelta(days=work.get("day", 0)), work["start"], work["end"])
        people.declare_work(
            worker=worker, starts_at=told.starts_at, ends_at=told.ends_at, **signed()
        )


def shift_of(case: dict[str, Any], vlinder: Team) -> Shift:
    """Give the shift of a case, with others on it when it says so."""
    asked = dict(case.get("shift", {}))
    filled = asked.pop("filled", 0)
    shift = make_shift(vlinder, **asked)
    for number in range(filled):
        other = make_worker(f"Ander {number}", function="VP4", team=vlinder, with_account=False)
        rosters.assign(worker=other, shift=shift, **signed())
    return shift


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_case(case: dict[str, Any], vlinder: Team) -> None:
    worker, shift = worker_of(case, vlinder), shift_of(case, vlinder)
    answer = queries.eligibility(worker, shift, NOW)
    assert sorted(reason.rule for reason in answer.reasons) == sorted(case["rules"])
    assert answer.ok is (case["rules"] == [])
    warned = {reason.rule for reason in answer.warnings if not reason.rule.startswith("worktime")}
    assert warned == set(case.get("warnings", ()))
    assert all(reason.text and reason.remedy for reason in answer.reasons)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_case_in_the_list(case: dict[str, Any], vlinder: Team) -> None:
    worker, shift = worker_of(case, vlinder), shift_of(case, vlinder)
    day_before = moment(MONDAY - timedelta(days=1), "12:00")
    found = queries.shifts_for(worker, day_before, day_before + timedelta(days=3), day_before)
    may = {card.shift.pk for card in found.may}
    hidden = {one.pk: [reason.rule for reason in reasons] for one, reasons in found.hidden}
    assert (shift.pk in may) is (case["rules"] == [])
    if shift.pk in hidden:
        assert sorted(hidden[shift.pk]) == sorted(case["rules"])
    elif case["rules"]:
        assert {"matching.not-published", "matching.not-in-pool"} & set(case["rules"])


def test_the_cases_are_written_as_the_runner_reads_them() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 50
    for case in CASES:
        assert set(case) <= KNOWN, case["name"]
        assert "rules" in case, case["name"]
