"""Reads the tables of verification, and judges one case with plain rows and no database.

House A receives; B and C share a pool with it, Z does not. Unless a case says otherwise the
worker is in service at A since 2025, a carer (or what the shift asks), with everything seen.
"""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from flexpool.periods import at, shift_period
from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.skills.models import Acceptance, Decision, Policy, Proof, Registration
from rondstroom.rooms.skills.queries import (
    AskedSkill,
    Block,
    File,
    House,
    Houses,
    Place,
    Requirement,
    gate,
)

FOLDER = Path(__file__).resolve().parents[3] / "cases" / "verification"
HOUSES = {"A": 1, "B": 2, "C": 3, "Z": 9}
FUNCTIONS = {"VIG": 1, "VP4": 2, "Fysio": 3, "Begeleider": 4}
COVERING = {"VIG": {1, 2}, "VP4": {2}, "Fysio": {3}, "Begeleider": {4}}
REGISTER = {"VP4": "", "Fysio": "04"}
SKILLS = {
    "katheter": AskedSkill(1, "Katheteriseren", True, frozenset({2})),
    "injecteren": AskedSkill(2, "Injecteren", True),
    "wond": AskedSkill(3, "Wondzorg"),
}
LOCATION = 7
LONG_AGO, SINCE = date(2025, 1, 1), date(2025, 2, 1)
USUAL = ("identity", "right_to_work", "diploma", "conduct", "past_work")


def read(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Give every table, in order of its id."""
    return [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))
    ]


TABLES = read()


def blocks_of(case: dict[str, Any]) -> tuple[Block, ...]:
    """Judge one case."""
    asked = _asked(case.get("asks", {}))
    day, times = str(case.get("shift", "2026-11-23 07:00-15:30")).split(" ")
    start, end = (time.fromisoformat(text) for text in times.split("-"))
    period = shift_period(date.fromisoformat(day), start, end)
    first = case.get("first_day")
    place = Place(HOUSES["A"], tuple(period.local_days()), LOCATION, first)
    return gate(_file(case), asked, place, _houses(case))


def _asked(told: dict[str, Any]) -> Requirement:
    name = told.get("function", "VIG")
    there = tuple(
        (HOUSES[house], frozenset(COVERING[name] | {FUNCTIONS[one] for one in names}))
        for house, names in told.get("there", {}).items()
    )
    return Requirement(
        FUNCTIONS[name],
        frozenset(COVERING[name]),
        name in REGISTER,
        REGISTER.get(name, ""),
        name,
        tuple(SKILLS[one] for one in told.get("skills", [])),
        there,
    )


def _file(case: dict[str, Any]) -> File:
    held = case.get("holds", case.get("asks", {}).get("function", "VIG"))
    usual = [{"kind": kind} for kind in USUAL if kind not in case.get("without", [])]
    told = [*usual, *case.get("seen", [])]
    first = case.get("first_day")
    ties = case.get("engaged", [{"at": "A", **({"from": first} if first else {})}])
    return File(
        1,
        [_proof(one, held) for one in told],
        [_registration(case["register"])] if "register" in case else [],
        [_decision(one) for one in case.get("decided", [])],
        [_tie(one) for one in ties],
    )


def _proof(told: dict[str, Any], held: str) -> Proof:
    is_diploma, skill = told["kind"] == "diploma", told.get("skill")
    return Proof(
        worker_id=1,
        kind=told["kind"],
        function_id=FUNCTIONS[held] if is_diploma else None,
        skill_id=SKILLS[skill].skill_id if skill else None,
        issuer_id=HOUSES.get(told.get("issuer", "")),
        organisation_id=HOUSES.get(told.get("at", "")),
        location_id=told.get("location"),
        valid_from=told.get("from", LONG_AGO),
        valid_through=told.get("through"),
        code=told.get("code", ""),
        method=told.get("method", ""),
        level=told.get("level", ""),
        supervised_by=told.get("supervised_by", ""),
        seen_on=told.get("from", LONG_AGO),
    )


def _registration(told: dict[str, Any]) -> Registration:
    checked = _noon(told.get("checked", date(2026, 11, 20)))
    return Registration(
        worker_id=1,
        code=told["code"],
        number="00012345630",
        outcome=told.get("outcome", "active"),
        starts_on=told.get("starts"),
        ends_on=told.get("ends"),
        about=told.get("about", ""),
        checked_at=checked,
        tried_at=_noon(told["tried"]) if "tried" in told else checked,
    )


def _noon(day: date) -> datetime:
    return at(day, time(12))


def _decision(told: dict[str, Any]) -> Decision:
    return Decision(
        worker_id=1,
        organisation_id=HOUSES[told.get("at", "A")],
        matter=told["matter"],
        about=told["about"],
        is_allowed=told["allowed"],
        valid_from=LONG_AGO,
    )


def _tie(told: dict[str, Any]) -> Engagement:
    return Engagement(
        worker_id=1,
        organisation_id=HOUSES[told["at"]],
        form=told.get("form", "permanent"),
        starts_on=told.get("from", SINCE),
        ends_on=told.get("until"),
    )


def _houses(case: dict[str, Any]) -> Houses:
    house = House(
        HOUSES["A"],
        "Huis A",
        case.get("branch", "vvt"),
        Policy(**case.get("policy", {})),
        [_acceptance(pk, one) for pk, one in enumerate(case.get("accepts", []), 1)],
    )
    pool: Any = [
        SimpleNamespace(pool_id=1, organisation_id=HOUSES[name], starts_on=LONG_AGO, ends_on=None)
        for name in "ABC"
    ]
    return Houses({HOUSES["A"]: house}, pool, case.get("today"))


def _acceptance(pk: int, told: dict[str, Any]) -> Acceptance:
    skill = told.get("skill")
    return Acceptance(
        pk=pk,
        organisation_id=HOUSES["A"],
        kind=told["kind"],
        issuer_id=HOUSES.get(told.get("issuer", "")),
        skill_id=SKILLS[skill].skill_id if skill else None,
        max_age_months=told.get("months"),
        starts_on=LONG_AGO,
        ends_on=told.get("until"),
    )
