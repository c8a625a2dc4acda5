"""The gate against a slow reading of the rule: for every hour, something valid was seen."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flexpool.periods import AMSTERDAM, Period, local
from rondstroom.rooms.skills.models import Policy, Proof
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
from rondstroom.rooms.skills.states import ProofKind

# Four days around the night in which the clock goes back.
FIRST = date(2026, 10, 23)
DAYS = st.integers(0, 4).map(lambda number: FIRST + timedelta(days=number))
PROOFS = st.lists(
    st.builds(
        Proof,
        kind=st.sampled_from(ProofKind),
        function_id=st.integers(1, 3),
        skill_id=st.integers(1, 3),
        organisation_id=st.just(1),
        location_id=st.just(1),
        valid_from=DAYS,
        valid_through=st.none() | DAYS,
        seen_on=st.just(FIRST),
    ),
    max_size=12,
)
SHIFTS = st.builds(
    lambda start, hours: Period(start, start + timedelta(hours=hours)),
    st.integers(0, 96).map(lambda hour: local(2026, 10, 23) + timedelta(hours=hour)),
    st.integers(1, 24),
)
ASKED = st.builds(
    lambda function_id, others, needs_register, skills: Requirement(
        function_id,
        frozenset() if function_id is None else others | {function_id},
        needs_register and function_id is not None,
        function_name="functie",
        skills=tuple(AskedSkill(one, f"bekwaamheid {one}") for one in sorted(skills)),
    ),
    st.none() | st.integers(1, 3),
    st.frozensets(st.integers(1, 3)),
    st.booleans(),
    st.frozensets(st.integers(1, 3)),
)


HOUSES = Houses({1: House(1, "Huis", "gp", Policy(asks_induction=True))}, [], None)


def judged(proofs: list[Proof], asked: Requirement, shift: Period) -> tuple[Block, ...]:
    """Ask the gate at a house that asks everything, of somebody without an engagement."""
    return gate(File(1, proofs), asked, Place(1, tuple(shift.local_days()), 1), HOUSES)


def valid_all_along(proofs: list[Proof], shift: Period) -> bool:
    """Say, half hour by half hour, whether something was valid on the Dutch day of it."""
    moment = shift.starts_at
    while moment < shift.ends_at:
        day = moment.astimezone(AMSTERDAM).date()
        if not any(one.valid_from <= day <= (one.valid_through or date.max) for one in proofs):
            return False
        moment += timedelta(minutes=30)
    return True


def of(proofs: list[Proof], kind: ProofKind) -> list[Proof]:
    """Give the proofs of a kind."""
    return [one for one in proofs if one.kind == kind]


def expected(proofs: list[Proof], asked: Requirement, shift: Period) -> set[str]:
    """Give the rules that block, read slowly."""
    counting = {
        "gate.identity": of(proofs, ProofKind.IDENTITY),
        "gate.right-to-work": of(proofs, ProofKind.RIGHT_TO_WORK),
        "gate.conduct": of(proofs, ProofKind.CONDUCT),
        "gate.past-work": of(proofs, ProofKind.PAST_WORK),
        "gate.agreement": of(proofs, ProofKind.AGREEMENT),
        "gate.induction": of(proofs, ProofKind.INDUCTION),
    }
    if asked.function_id is not None:
        diplomas = of(proofs, ProofKind.DIPLOMA)
        counting["gate.diploma"] = [
            one for one in diplomas if one.function_id in asked.covering_ids
        ]
    if asked.needs_register:
        counting["gate.register"] = of(proofs, ProofKind.REGISTER)
    blocked = {rule for rule, seen in counting.items() if not valid_all_along(seen, shift)}
    for skill_id in asked.skill_ids:
        seen = [one for one in of(proofs, ProofKind.SKILL) if one.skill_id == skill_id]
        if not valid_all_along(seen, shift):
            blocked.add("gate.skill")
    return blocked


@given(PROOFS, ASKED, SHIFTS)
def test_the_gate_is_what_reading_slowly_gives(
    proofs: list[Proof], asked: Requirement, shift: Period
) -> None:
    found = judged(proofs, asked, shift)
    assert {block.rule for block in found} == expected(proofs, asked, shift)


@given(PROOFS, ASKED, SHIFTS, PROOFS)
def test_one_more_proof_never_closes_the_gate(
    proofs: list[Proof], asked: Requirement, shift: Period, more: list[Proof]
) -> None:
    before = judged(proofs, asked, shift)
    after = judged([*proofs, *more], asked, shift)
    assert {block.missing for block in after} <= {block.missing for block in before}


@given(PROOFS, ASKED, SHIFTS)
def test_a_part_of_a_shift_asks_no_more_than_the_whole(
    proofs: list[Proof], asked: Requirement, shift: Period
) -> None:
    middle = shift.starts_at + shift.length / 2
    whole = {one.missing for one in judged(proofs, asked, shift)}
    part = {one.missing for one in judged(proofs, asked, Period(shift.starts_at, middle))}
    assert part <= whole
