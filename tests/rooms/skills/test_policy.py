"""What an organisation asks and takes over: recorded, dated, replaced, ended, kept."""

from __future__ import annotations

from datetime import date

import pytest

from factories.identity import signed
from factories.moments import SINCE
from factories.organisations import make_organisation
from factories.people import make_worker
from factories.skills import make_acceptance, make_policy, make_proof, make_skill
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Acceptance
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db


def test_a_newer_decision_replaces_the_one_before_and_leaves_a_trace() -> None:
    b = make_organisation("Molenpoort")
    make_acceptance(b, ProofKind.SKILL, max_age_months=36)
    make_acceptance(b, ProofKind.SKILL, max_age_months=24)
    assert [(one.max_age_months, one.ends_on is None) for one in Acceptance.objects.all()] == [
        (36, False),
        (24, True),
    ]


def test_the_same_decision_twice_is_one() -> None:
    b = make_organisation("Molenpoort")
    assert make_acceptance(b, ProofKind.SKILL) == make_acceptance(b, ProofKind.SKILL)
    assert Acceptance.objects.count() == 1
    assert (
        journal.entries_about(f"organisation:{b.pk}")
        .filter(event="skills.acceptance.decided")
        .count()
        == 1
    )


def test_ending_twice_is_ending_once() -> None:
    b = make_organisation("Molenpoort")
    row = make_acceptance(b, ProofKind.SKILL)
    actions.end_acceptance(acceptance=row, **signed())
    actions.end_acceptance(acceptance=row, **signed())
    row.refresh_from_db()
    assert row.ends_on == date(2026, 11, 22)
    lines = journal.entries_about(f"organisation:{b.pk}")
    assert lines.filter(event="skills.acceptance.ended").count() == 1


def test_a_competence_belongs_to_competences_only() -> None:
    with pytest.raises(actions.UnableToAccept, match="alleen bij het soort bekwaamheid"):
        make_acceptance(make_organisation(), ProofKind.CONDUCT, skill=make_skill())


def test_what_is_not_named_in_a_policy_stays() -> None:
    a = make_organisation()
    make_policy(a, asks_induction=True)
    kept = make_policy(a, four_eyes=[ProofKind.CONDUCT, ProofKind.CONDUCT])
    assert kept.asks_induction
    assert kept.four_eyes == ["conduct"]
    with pytest.raises(TypeError, match="no policy is called"):
        make_policy(a, colour="blue")


def test_a_withdrawn_proof_counts_no_more_and_stays_as_a_trace() -> None:
    aylin = make_worker("Aylin")
    proof = make_proof(aylin, ProofKind.SKILL, skill="sonde")
    assert proof in queries.proofs_of([aylin.pk])[aylin.pk]
    for _twice in range(2):
        actions.withdraw_proof(proof=proof, reason=WithdrawalReason.MISTAKE, **signed())
    assert proof not in queries.proofs_of([aylin.pk])[aylin.pk]
    proof.refresh_from_db()
    assert proof.withdrawal == WithdrawalReason.MISTAKE
    lines = journal.entries_about_worker(aylin.pk)
    assert lines.filter(event="skills.proof.withdrawn").count() == 1


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 20), 3, date(2026, 11, 20)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 21), -3, date(2026, 8, 21)),
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, later: date) -> None:
    assert queries.months_later(day, months) == later


def test_what_shifts_ask_of_a_reserved_procedure() -> None:
    skill = make_skill("katheter")
    assert queries.asked_skills([skill.pk]) == {skill.pk: queries.AskedSkill(skill.pk, skill.name)}
    assert list(queries.packages()) == []
    assert SINCE.year == 2026
