"""The weeks behind the demo: lawful, of able people, and with enough to settle and to follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from flexpool.settlement import structural_spells
from rondstroom.demo.region.cover import first_day
from rondstroom.demo.region.figures import lending, region
from rondstroom.demo.region.fill import covers
from rondstroom.demo.region.history import (
    BORROWER,
    ELSEWHERE,
    HIRED,
    LENT,
    OWN_TEAMS,
    WEEKS,
    Worked,
    make_history,
)
from rondstroom.demo.region.plan import RegionPlan, plan_region
from rondstroom.demo.region.staff import teams

TODAY = date(2026, 11, 29)
REST = timedelta(hours=11)
WHERE = {team["name"]: row["name"] for row, _location, team in teams()}


@pytest.fixture(scope="module", params=[1, 2, 20_261_101])
def plan(request: pytest.FixtureRequest) -> RegionPlan:
    return plan_region(request.param, TODAY)


@pytest.fixture(scope="module")
def history(plan: RegionPlan) -> list[Worked]:
    return make_history(plan)


def by_person(history: list[Worked]) -> dict[str, list[Worked]]:
    found: dict[str, list[Worked]] = defaultdict(list)
    for one in history:
        found[one.person.email].append(one)
    return found


def test_it_is_the_same_every_time(plan: RegionPlan, history: list[Worked]) -> None:
    assert make_history(plan) == history


def test_it_lies_before_the_first_monday_with_a_weekend_between(history: list[Worked]) -> None:
    monday = first_day(TODAY)
    assert max(one.ends_at.date() for one in history) <= monday - timedelta(days=2)
    assert min(one.starts_at.date() for one in history) >= monday - timedelta(weeks=WEEKS)


def test_everybody_rests_between_two_shifts(history: list[Worked]) -> None:
    for rows in by_person(history).values():
        for before, after in pairwise(sorted(rows, key=lambda one: one.starts_at)):
            assert after.starts_at - before.ends_at >= REST


def test_everybody_works_in_a_function_they_may_do(history: list[Worked]) -> None:
    for one in history:
        assert one.function in covers(one.person.function)


def test_nobody_works_without_what_must_be_seen(plan: RegionPlan, history: list[Worked]) -> None:
    for one in history:
        proofs = plan.proofs[one.person.email]
        assert all(proof.valid_from <= one.starts_at.date() for proof in proofs)
        assert any(proof.kind == "conduct" for proof in proofs)


def test_who_is_lent_works_elsewhere_and_wants_to(history: list[Worked]) -> None:
    for one in history:
        employer = one.person.places[0].organisation
        if one.is_lent:
            assert one.person.places[0].form in LENT
            assert WHERE[one.team] != employer
            assert WHERE[one.team] in one.person.willing_for
            assert WHERE[one.team] == (ELSEWHERE if employer == BORROWER else BORROWER)
        else:
            assert WHERE[one.team] == employer


def test_own_people_hired_people_and_lent_people_all_occur(history: list[Worked]) -> None:
    counted = Counter(
        "lent" if one.is_lent else "hired" if one.person.places[0].form in HIRED else "own"
        for one in history
    )
    assert all(counted[way] > 10 for way in ("own", "hired", "lent")), counted
    assert {one.team for one in history} >= set(OWN_TEAMS)


def test_some_hire_is_not_temporary_any_more(history: list[Worked]) -> None:
    people = sorted(by_person(history))
    work = [
        (people.index(one.person.email), 0, one.starts_at.date(), 480)
        for one in history
        if one.person.places[0].form in HIRED
    ]
    assert structural_spells(work, 13, 2)


def test_lending_names_organisations_that_are_there() -> None:
    names = {row["name"] for row in region()["organisations"]}
    for one in lending()["agreements"]:
        assert {one["lender"], one["borrower"]} <= names
        assert one["lender"] != one["borrower"]


def test_suppliers_are_of_the_forms_that_are_hired() -> None:
    assert set(lending()["suppliers"]) == HIRED
    for one in lending()["suppliers"].values():
        assert one["later_cents"] >= one["hour_cents"]
