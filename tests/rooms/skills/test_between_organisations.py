"""Verified at one organisation, working at another: taken over, bounded, ended, never leaked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE, period
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker
from factories.registers import NUMBER, FakeRegister, entry
from factories.skills import (
    gate_of,
    make_acceptance,
    make_function,
    make_policy,
    make_proof,
    make_skill,
    make_substitution,
)
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Acceptance, Proof, Skill, Substitution
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome, WithdrawalReason

pytestmark = pytest.mark.django_db
DAY_SHIFT = period(MONDAY, "07:00", "15:30")
ALL = (
    ProofKind.IDENTITY,
    ProofKind.RIGHT_TO_WORK,
    ProofKind.CONDUCT,
    ProofKind.DIPLOMA,
    ProofKind.REGISTER,
    ProofKind.PAST_WORK,
)


@pytest.fixture
def a(db: None) -> Organisation:
    """Give the organisation that verifies."""
    return make_organisation("De Linde")


@pytest.fixture
def b(a: Organisation) -> Organisation:
    """Give the organisation that receives: in a pool with A, with nothing decided yet."""
    receiver = make_organisation("Molenpoort")
    pool = organisations.create_pool(region=a.region, name="Twee", **signed())
    for member in (a, receiver):
        organisations.join_pool(pool=pool, organisation=member, starts_on=SINCE, **signed())
    return receiver


@pytest.fixture
def nurse(a: Organisation) -> Worker:
    """Give a nurse of A, verified by A and by nobody else."""
    worker = make_worker("Aylin Kaya", function="", organisation=a)
    for kind in ALL:
        make_proof(
            worker,
            kind,
            issuer=a,
            function="VP4" if kind == ProofKind.DIPLOMA else "",
            reference=NUMBER if kind == ProofKind.REGISTER else "",
        )
    return worker


def blocked(worker: Worker, at: Organisation, function: str = "VP4") -> list[str]:
    asked = queries.requirement(make_function(function).pk)
    return [one.rule for one in gate_of(worker, asked, DAY_SHIFT, at)]


def take_over(receiver: Organisation, *kinds: ProofKind) -> None:
    for kind in kinds:
        make_acceptance(receiver, kind)


def shift_at(organisation: Organisation) -> Shift:
    return make_shift(make_team("Noord", organisation), function="VP4")


def test_a_nurse_verified_at_a_works_at_b_without_a_second_check(
    nurse: Worker, a: Organisation, b: Organisation
) -> None:
    assert blocked(nurse, a) == []
    take_over(b, *ALL)
    assert blocked(nurse, b) == []
    made = rosters.assign(worker=nurse, shift=shift_at(b), **signed())
    assert made.pk
    assert not queries.files_of([nurse.pk])[nurse.pk].decisions


def test_where_nothing_is_taken_over_each_check_says_so(nurse: Worker, b: Organisation) -> None:
    assert blocked(nurse, b) == [
        "gate.identity",
        "gate.right-to-work",
        "gate.conduct",
        "gate.diploma",
        "gate.register",
        "gate.past-work",
    ]
    with pytest.raises(rosters.UnableToAssign) as refused:
        rosters.assign(worker=nurse, shift=shift_at(b), **signed())
    assert refused.value.code == "gate"


@pytest.mark.parametrize("missing", ALL)
def test_one_kind_that_is_not_taken_over_blocks_alone(
    nurse: Worker, b: Organisation, missing: ProofKind
) -> None:
    take_over(b, *(kind for kind in ALL if kind != missing))
    (rule,) = blocked(nurse, b)
    assert (
        rule
        == {
            ProofKind.IDENTITY: "gate.identity",
            ProofKind.RIGHT_TO_WORK: "gate.right-to-work",
            ProofKind.CONDUCT: "gate.conduct",
            ProofKind.DIPLOMA: "gate.diploma",
            ProofKind.REGISTER: "gate.register",
            ProofKind.PAST_WORK: "gate.past-work",
        }[missing]
    )


def test_the_words_name_the_receiver_and_never_where_else_somebody_works(
    nurse: Worker, a: Organisation, b: Organisation
) -> None:
    """PRIV-03, for the gate: a verdict for B does not tell that A is the employer."""
    asked = queries.requirement(make_function("VP4").pk)
    found = gate_of(nurse, asked, DAY_SHIFT, b)
    words = " ".join(f"{one.text} {one.remedy} {one.missing}" for one in found)
    assert b.name in words
    assert a.name not in words


def test_ending_the_decision_closes_the_gate_again(nurse: Worker, b: Organisation) -> None:
    take_over(b, *ALL)
    for row in Acceptance.objects.filter(organisation=b, kind=ProofKind.IDENTITY):
        actions.end_acceptance(acceptance=row, **signed())
    assert blocked(nurse, b) == ["gate.identity"]


def test_a_withdrawn_proof_closes_the_gate_at_both(
    nurse: Worker, a: Organisation, b: Organisation
) -> None:
    take_over(b, *ALL)
    proof = queries.files_of([nurse.pk])[nurse.pk].by_kind[ProofKind.DIPLOMA][0]
    actions.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    assert blocked(nurse, a) == blocked(nurse, b) == ["gate.diploma"]


def test_leaving_the_pool_ends_what_stood_on_it(
    nurse: Worker, a: Organisation, b: Organisation
) -> None:
    take_over(b, *ALL)
    pool = b.memberships.get().pool
    organisations.leave_pool(pool=pool, organisation=a, ends_on=MONDAY, **signed())
    assert "gate.agreement" in blocked(nurse, b)
    assert "gate.identity" in blocked(nurse, b)


def test_what_the_register_said_counts_everywhere(nurse: Worker, b: Organisation) -> None:
    """The register is public: its answer needs no decision of B, what A saw of it does."""
    take_over(b, *(kind for kind in ALL if kind != ProofKind.REGISTER))
    register = FakeRegister(entry())
    actions.check_registers(register=register, worker_ids=[nurse.pk], **signed())
    assert blocked(nurse, b) == []


def test_the_first_day_is_that_of_the_roster_and_not_of_today(
    a: Organisation, b: Organisation, nurse: Worker
) -> None:
    take_over(b, *(kind for kind in ALL if kind != ProofKind.CONDUCT))
    make_proof(nurse, ProofKind.CONDUCT, valid_from=date(2026, 8, 23), issuer=b)
    asked = queries.requirement(make_function("VP4").pk)
    late = period(MONDAY + timedelta(days=30), "07:00", "15:30")
    assert [one.rule for one in gate_of(nurse, asked, late, b)] == ["gate.conduct"]
    assert gate_of(nurse, asked, late, b, first_day=MONDAY) == ()


def test_people_of_an_agency_pass_the_same_gate(b: Organisation) -> None:
    worker = make_worker("Bo", function="VIG", organisation=b, form=EngagementForm.AGENCY)
    assert blocked(worker, b, "VIG") == []
    agreement = queries.files_of([worker.pk])[worker.pk].by_kind[ProofKind.AGREEMENT][0]
    actions.withdraw_proof(proof=agreement, reason=WithdrawalReason.REVOKED, **signed())
    assert blocked(worker, b, "VIG") == ["gate.agreement"]


@pytest.mark.parametrize("form", list(EngagementForm))
def test_the_form_of_work_changes_nothing_but_the_agreement(form: EngagementForm) -> None:
    worker = make_worker("Bo", function="VIG", form=form, without=ProofKind.IDENTITY)
    assert blocked(worker, make_organisation(), "VIG") == ["gate.identity"]


def test_standing_in_at_one_house_holds_there_only(a: Organisation, b: Organisation) -> None:
    support, nurse = make_function("Begeleider 3"), make_function("VP4")
    Substitution.objects.create(function=support, by=nurse, organisation=a)
    worker = make_worker("Bo", function="VP4", organisation=a)
    make_engagement(worker, b)
    assert blocked(worker, a, "Begeleider 3") == []
    assert blocked(worker, b, "Begeleider 3") == ["gate.diploma"]
    assert queries.covering_function_ids(support.pk, a.pk) == {support.pk, nurse.pk}
    assert queries.covering_function_ids(support.pk, b.pk) == {support.pk}
    assert queries.covering_function_ids(support.pk) == {support.pk}


def test_standing_in_at_one_house_goes_on_over_what_holds_everywhere(a: Organisation) -> None:
    make_substitution("VP4", by="VP6")
    support, nurse = make_function("Begeleider 3"), make_function("VP4")
    Substitution.objects.create(function=support, by=nurse, organisation=a)
    assert make_function("VP6").pk in queries.covering_function_ids(support.pk, a.pk)


def test_a_house_that_was_there_hears_of_earlier_work_before_it_blocks(a: Organisation) -> None:
    worker = make_worker("Bo", function="VP4", organisation=a, without=ProofKind.PAST_WORK)
    make_policy(a, past_work_from=MONDAY + timedelta(days=1))
    asked = queries.requirement(make_function("VP4").pk)
    (block,) = gate_of(worker, asked, DAY_SHIFT, a)
    assert block.is_warning
    rosters.assign(worker=worker, shift=shift_at(a), **signed())
    make_policy(a, past_work_from=MONDAY)
    (block,) = gate_of(worker, asked, DAY_SHIFT, a)
    assert not block.is_warning


def test_induction_is_asked_at_the_location_of_the_shift(a: Organisation) -> None:
    make_policy(a, asks_induction=True)
    worker = make_worker("Bo", function="VP4", organisation=a)
    shift = shift_at(a)
    with pytest.raises(rosters.UnableToAssign, match="inwerken op deze locatie"):
        rosters.assign(worker=worker, shift=shift, **signed())
    make_proof(worker, ProofKind.INDUCTION, location=shift.team.location)
    assert rosters.assign(worker=worker, shift=shift, **signed()).pk


@pytest.mark.parametrize("branch", list(Branch))
def test_only_where_the_law_says_so_a_vog_must_be_young(branch: Branch) -> None:
    house = make_organisation(f"Huis {branch}", branch)
    worker = make_worker("Bo", function="VIG", organisation=house, without=ProofKind.CONDUCT)
    make_proof(worker, ProofKind.CONDUCT, valid_from=SINCE - timedelta(days=200))
    is_asked = branch in {Branch.VVT, Branch.GHZ, Branch.GGZ}
    assert blocked(worker, house, "VIG") == (["gate.conduct"] if is_asked else [])


def test_a_reserved_procedure_is_asked_in_full_from_the_database(a: Organisation) -> None:
    skill = make_skill("katheter")
    Skill.objects.filter(pk=skill.pk).update(is_reserved=True)
    skill.authorised.add(make_function("VP4"))
    nurse, carer = (make_worker(name, function=name) for name in ("VP4", "VIG"))
    for worker in (nurse, carer):
        make_proof(worker, ProofKind.SKILL, skill="katheter", method="both")
    asked = queries.requirement(None, [skill.pk])
    assert gate_of(nurse, asked, DAY_SHIFT) == ()
    assert [one.rule for one in gate_of(carer, asked, DAY_SHIFT)] == ["gate.skill"]


def test_a_stale_answer_of_the_register_lets_nobody_be_booked(a: Organisation) -> None:
    worker = make_worker("Aylin Kaya", function="VP4", organisation=a)
    later = {**signed(), "at": NOW + timedelta(days=31)}
    shift = make_shift(make_team("Noord", a), function="VP4", day=MONDAY + timedelta(days=40))
    with pytest.raises(rosters.UnableToAssign, match="meer dan 30 dagen oud"):
        rosters.assign(worker=worker, shift=shift, **later)


@pytest.mark.parametrize(
    ("days", "without", "code"),
    [
        (0, "", ""),
        (30, "", ""),
        (31, "", "recheck"),
        (31, "conduct", "gate"),
        (0, "conduct", "gate"),
    ],
)
def test_an_answer_that_is_too_old_is_asked_anew_before_anybody_is_placed(
    days: int, without: str, code: str, nurse: Worker, a: Organisation
) -> None:
    """Booking says in a state of its own that nothing is wrong, but nothing is known either."""
    if without:
        row = Proof.objects.get(worker=nurse, kind=without)
        actions.withdraw_proof(proof=row, reason=WithdrawalReason.REVOKED, **signed())
    told = {"worker": nurse, "number": "00012345630", "outcome": RegisterOutcome.ACTIVE}
    actions.record_by_hand(**told, by=signed()["by"], at=NOW - timedelta(days=days))
    shift = shift_at(a)
    if not code:
        assert rosters.assign(worker=nurse, shift=shift, **signed()).pk
        return
    words = "meer dan 30 dagen oud" if days else "VOG: niet gezien"
    with pytest.raises(rosters.UnableToAssign, match=words) as refused:
        rosters.assign(worker=nurse, shift=shift, override_reason="nood", **signed())
    assert refused.value.code == code
    actions.record_by_hand(**told, **signed())
    if not without:
        assert rosters.assign(worker=nurse, shift=shift, **signed()).pk
