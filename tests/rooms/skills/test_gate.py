"""The placement gate: every day of the shift, every thing that was asked, every reason named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from factories.moments import MONDAY, period
from factories.organisations import make_organisation
from factories.people import make_worker
from factories.skills import (
    gate_of,
    make_function,
    make_proof,
    make_proofs,
    make_skill,
    make_substitution,
)
from flexpool.periods import Period
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + timedelta(days=1)
DAY_SHIFT = period(MONDAY, "07:00", "15:30")
NIGHT_SHIFT = period(MONDAY, "23:00", "07:15")


@pytest.fixture
def aylin(db: None) -> Worker:
    """Give somebody of whom nothing was seen yet."""
    return make_worker("Aylin", function="")


def blocks(
    worker: Worker,
    function: str = "VIG",
    *,
    shift: Period = DAY_SHIFT,
    skills: tuple[str, ...] = (),
) -> tuple[queries.Block, ...]:
    """Judge a worker for a shift."""
    asked = queries.requirement(
        make_function(function).pk if function else None, [make_skill(one).pk for one in skills]
    )
    return gate_of(worker, asked, shift)


def rules(*args: Any, **kwargs: Any) -> list[str]:
    """Give only the rules that block."""
    return [block.rule for block in blocks(*args, **kwargs)]


def test_who_has_shown_everything_may_work(aylin: Worker) -> None:
    make_proofs(aylin, "VIG", skills=["injecteren"])
    assert blocks(aylin, "VIG", skills=("injecteren",)) == ()


def test_who_has_shown_nothing_hears_every_reason(aylin: Worker) -> None:
    assert rules(aylin, "VP4", skills=("injecteren", "sonde")) == [
        "gate.identity",
        "gate.right-to-work",
        "gate.conduct",
        "gate.diploma",
        "gate.register",
        "gate.skill",
        "gate.skill",
        "gate.past-work",
    ]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (ProofKind.IDENTITY, "gate.identity"),
        (ProofKind.RIGHT_TO_WORK, "gate.right-to-work"),
        (ProofKind.CONDUCT, "gate.conduct"),
        (ProofKind.DIPLOMA, "gate.diploma"),
        (ProofKind.REGISTER, "gate.register"),
        (ProofKind.PAST_WORK, "gate.past-work"),
    ],
)
def test_each_thing_missing_alone_blocks(aylin: Worker, kind: ProofKind, rule: str) -> None:
    make_proofs(aylin, "VP4", without=kind)
    assert rules(aylin, "VP4") == [rule]


def test_a_carer_is_never_asked_for_the_register(aylin: Worker) -> None:
    """Wet BIG art. 34: the title verzorgende IG is protected, without registration."""
    make_proofs(aylin, "VIG")
    assert rules(aylin, "VIG") == []


def test_a_shift_without_a_function_asks_no_diploma(aylin: Worker) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.DIPLOMA)
    assert rules(aylin, "") == []
    assert rules(aylin, "", skills=("sonde",)) == ["gate.skill"]


@pytest.mark.parametrize(
    ("first", "through", "blocked"),
    [
        (MONDAY, None, False),
        (MONDAY, MONDAY, False),
        (MONDAY - timedelta(days=9), MONDAY - timedelta(days=1), True),
        (TUESDAY, None, True),
    ],
)
def test_a_proof_opens_a_day_shift_on_its_valid_days(
    aylin: Worker, first: date, through: date | None, blocked: bool
) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.CONDUCT)
    make_proof(aylin, ProofKind.CONDUCT, valid_from=first, valid_through=through)
    assert rules(aylin) == (["gate.conduct"] if blocked else [])


@pytest.mark.parametrize(
    ("first", "through", "blocked"),
    [
        (MONDAY, MONDAY, True),  # expires at midnight, in the middle of the night shift
        (MONDAY, TUESDAY, False),
        (TUESDAY, None, True),  # begins at midnight
    ],
)
def test_a_night_shift_asks_both_its_days(
    aylin: Worker, first: date, through: date | None, blocked: bool
) -> None:
    make_proofs(aylin, "VP4", without=ProofKind.REGISTER)
    make_proof(aylin, ProofKind.REGISTER, valid_from=first, valid_through=through)
    assert rules(aylin, "VP4", shift=NIGHT_SHIFT) == (["gate.register"] if blocked else [])


def test_two_proofs_that_follow_each_other_open_the_night(aylin: Worker) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.CONDUCT)
    make_proof(aylin, ProofKind.CONDUCT, valid_through=MONDAY)
    make_proof(aylin, ProofKind.CONDUCT, valid_from=TUESDAY)
    assert rules(aylin, shift=NIGHT_SHIFT) == []


def test_a_shift_that_ends_at_midnight_asks_only_its_own_day(aylin: Worker) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.CONDUCT)
    make_proof(aylin, ProofKind.CONDUCT, valid_through=MONDAY)
    assert rules(aylin, shift=period(MONDAY, "16:00", "00:00")) == []
    assert rules(aylin, shift=period(MONDAY, "16:00", "00:15")) == ["gate.conduct"]


def test_the_day_is_the_dutch_day_and_not_that_of_utc(aylin: Worker) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.CONDUCT)
    make_proof(aylin, ProofKind.CONDUCT, valid_from=TUESDAY)
    assert rules(aylin, shift=period(TUESDAY, "00:00", "08:00")) == []  # 23:00 on Monday in UTC


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2027, 3, 27)])
def test_the_night_in_which_the_clock_changes_has_two_days_as_any(aylin: Worker, day: date) -> None:
    make_proofs(aylin, "VIG", without=ProofKind.CONDUCT)
    make_proof(aylin, ProofKind.CONDUCT, valid_through=day)
    assert rules(aylin, shift=period(day, "23:00", "07:00")) == ["gate.conduct"]
    assert rules(aylin, shift=period(day, "15:00", "23:00")) == []


def test_it_is_the_day_of_the_shift_that_counts_and_not_the_day_of_booking(aylin: Worker) -> None:
    """Registration ends 30 November; booked on the 20th; the night of 1 December is blocked."""
    make_proofs(aylin, "VP4", without=ProofKind.REGISTER)
    make_proof(aylin, ProofKind.REGISTER, valid_through=date(2026, 11, 30))
    assert rules(aylin, "VP4", shift=period(date(2026, 11, 20), "23:00", "07:00")) == []
    assert rules(aylin, "VP4", shift=period(date(2026, 12, 1), "23:00", "07:00")) == [
        "gate.register"
    ]


def test_a_higher_diploma_opens_a_lower_function_and_not_the_other_way(aylin: Worker) -> None:
    make_substitution("VIG", by="VP4")
    bo = make_worker("Bo", function="VP4")
    assert rules(bo, "VIG") == []
    make_proofs(aylin, "VIG")
    assert rules(aylin, "VP4") == ["gate.diploma", "gate.register"]


def test_a_nurse_standing_in_for_a_carer_needs_no_register(aylin: Worker) -> None:
    make_substitution("VIG", by="VP4")
    make_proofs(aylin, "VP4", without=ProofKind.REGISTER)
    assert rules(aylin, "VIG") == []


def test_the_text_tells_never_seen_over_and_not_yet() -> None:
    aylin = make_worker("Aylin", without=ProofKind.CONDUCT)
    assert blocks(aylin)[0].text == "VOG: niet gezien."
    make_proof(aylin, ProofKind.CONDUCT, valid_from=date(2026, 12, 1))
    assert blocks(aylin)[0].text == (
        "VOG: pas geldig vanaf 1 december 2026, de dienst is op 23 november 2026."
    )
    make_proof(aylin, ProofKind.CONDUCT, valid_through=date(2026, 11, 20))
    assert blocks(aylin)[0].text == (
        "VOG: geldig tot en met 20 november 2026, de dienst is op 23 november 2026."
    )
    make_proof(aylin, ProofKind.CONDUCT, valid_from=MONDAY, valid_through=MONDAY)
    assert blocks(aylin, shift=NIGHT_SHIFT)[0].text == (
        "VOG: geldig tot en met 23 november 2026, de dienst loopt door op 24 november 2026."
    )


def test_every_block_names_what_is_missing_and_the_way_out(aylin: Worker) -> None:
    for block in blocks(aylin, "VP4", skills=("injecteren",)):
        assert block.missing
        assert block.missing in block.text
        assert len(block.remedy) > 20
    assert blocks(aylin, "", skills=("injecteren",))[-2].missing == "bekwaamheid Injecteren"


def test_the_rules_are_kept_apart_per_language(aylin: Worker) -> None:
    with translation.override("en"):
        blocks(aylin)
    assert blocks(aylin)[0].text == "identiteit gezien: niet gezien."


def test_judging_asks_the_database_nothing(django_assert_num_queries: Any) -> None:
    workers = [make_worker(name) for name in ("Aylin", "Bo", "Cas")]
    asked = queries.requirement(make_function("VIG").pk)
    house = make_organisation().pk
    with django_assert_num_queries(3):
        files = queries.files_of([one.pk for one in workers])
        houses = queries.houses(period(MONDAY, "07:00", "15:00"))
        for worker in workers:
            for number in range(20):
                shift = period(MONDAY + timedelta(days=number), "07:00", "15:00")
                place = queries.Place(house, tuple(shift.local_days()))
                assert queries.gate(files[worker.pk], asked, place, houses) == ()


def test_the_requirements_of_many_shifts_take_four_queries(
    django_assert_max_num_queries: Any,
) -> None:
    functions = [make_function(code).pk for code in ("Helpende", "VIG", "VP4")]
    skill = make_skill("sonde").pk
    needs = [(one, frozenset({skill})) for one in functions] + [(None, frozenset[int]())]
    with django_assert_max_num_queries(4):
        found = queries.requirements(needs * 50)
    assert set(found) == set(needs)
    assert found[functions[2], frozenset({skill})].needs_register
    assert found[None, frozenset[int]()].function_name == ""
