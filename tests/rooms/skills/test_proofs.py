"""Proofs: seen by whom, on which day, valid through when; never the document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.identity import make_account, signed
from factories.moments import MONDAY, NOW, SINCE
from factories.people import make_worker
from factories.skills import make_function, make_proof, make_skill
from flexpool.periods import local
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def aylin(db: None) -> Worker:
    """Give somebody of whom nothing was seen yet."""
    return make_worker("Aylin", function="")


def test_a_proof_says_who_saw_it_and_when(aylin: Worker) -> None:
    hanna = make_account("Hanna")
    proof = actions.record_proof(
        worker=aylin,
        kind=ProofKind.DIPLOMA,
        function=make_function("VIG"),
        valid_from=SINCE,
        reference=" 1234 ",
        by=hanna,
        at=NOW,
    )
    assert (proof.seen_by, proof.seen_on, proof.reference) == ("Hanna", NOW.date(), "1234")
    assert queries.proofs_of([aylin.pk]) == {aylin.pk: [proof]}


def test_the_day_it_was_seen_is_the_dutch_day(aylin: Worker) -> None:
    just_after_midnight = local(2026, 7, 1, 0, 30)
    proof = actions.record_proof(
        worker=aylin,
        kind=ProofKind.IDENTITY,
        valid_from=SINCE,
        by=make_account(),
        at=just_after_midnight,
    )
    assert proof.seen_on == date(2026, 7, 1)


def test_the_same_proof_twice_is_kept_once(aylin: Worker) -> None:
    first = make_proof(aylin, ProofKind.CONDUCT, valid_through=MONDAY)
    assert make_proof(aylin, ProofKind.CONDUCT, valid_through=MONDAY) == first
    assert make_proof(aylin, ProofKind.CONDUCT) != first
    lines = journal.entries_about_worker(aylin.pk).filter(event="skills.proof.recorded")
    assert lines.count() == Proof.objects.count() == 2


def test_the_journal_does_not_tell_the_reference(aylin: Worker) -> None:
    actions.record_proof(
        worker=aylin, kind=ProofKind.REGISTER, valid_from=SINCE, reference="9999", **signed()
    )
    line = journal.entries_about_worker(aylin.pk).first()
    assert line is not None
    assert line.data == {"kind": "register", "valid_through": None}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ProofKind.DIPLOMA}, "diploma van Aylin noemt geen functie"),
        ({"kind": ProofKind.SKILL}, "noemt geen bekwaamheid"),
        (
            {"kind": ProofKind.CONDUCT, "valid_through": SINCE - timedelta(days=1)},
            "verlopen op 31 december 2025",
        ),
    ],
)
def test_a_proof_that_proves_nothing_is_refused(
    aylin: Worker, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(actions.UnableToRecordProof, match=said):
        actions.record_proof(worker=aylin, valid_from=SINCE, **wrong, **signed())
    assert not Proof.objects.exists()


def test_proofs_of_many_take_one_query_and_name_everybody(
    aylin: Worker, django_assert_max_num_queries: Any
) -> None:
    bo = make_worker("Bo", function="VP4", skills=["sonde"])
    with django_assert_max_num_queries(1):
        found = queries.proofs_of([aylin.pk, bo.pk])
        named = {one.function.code for one in found[bo.pk] if one.function}
    assert found[aylin.pk] == []
    assert named == {"VP4"}
    assert len(found[bo.pk]) == 7


def test_holders_are_all_with_such_a_diploma_expired_ones_too(aylin: Worker) -> None:
    bo, cas = make_worker("Bo", function="VP4"), make_worker("Cas", function="VIG")
    make_proof(aylin, ProofKind.DIPLOMA, function="VIG", valid_through=SINCE)
    carer, nurse = make_function("VIG").pk, make_function("VP4").pk
    assert set(queries.holders_of([carer])) == {aylin.pk, cas.pk}
    assert set(queries.holders_of([carer, nurse])) == {aylin.pk, bo.pk, cas.pk}
    assert set(queries.holders_of([])) == set()


def test_what_expires_is_listed_first_to_expire_first(aylin: Worker) -> None:
    make_proof(aylin, ProofKind.IDENTITY)
    later = make_proof(aylin, ProofKind.CONDUCT, valid_through=MONDAY - timedelta(days=1))
    sooner = make_proof(
        aylin, ProofKind.SKILL, skill="sonde", valid_through=MONDAY - timedelta(days=9)
    )
    make_proof(aylin, ProofKind.REGISTER, valid_through=MONDAY)
    assert list(queries.expiring_proofs([aylin.pk], MONDAY)) == [sooner, later]


def test_what_is_kept_of_a_proof_is_no_document() -> None:
    """G6: only what was seen, by whom and until when."""
    kept = {field.name for field in Proof._meta.get_fields()}
    assert not {name for name in kept if "file" in name or "image" in name or "bsn" in name}


def test_much_evidence_is_judged_and_told_like_one_and_kept_once(
    aylin: Worker, django_assert_max_num_queries: Any
) -> None:
    seen = [
        actions.Evidence(worker=aylin, kind=ProofKind.IDENTITY, valid_from=SINCE),
        actions.Evidence(
            worker=aylin, kind=ProofKind.SKILL, skill=make_skill("sonde"), valid_from=SINCE
        ),
    ]
    author = signed()
    with django_assert_max_num_queries(12):
        assert actions.record_proofs(seen=[*seen, seen[0]], **author) == 2
    assert actions.record_proofs(seen=seen, **author) == 0
    assert journal.entries_about_worker(aylin.pk).filter(event="skills.proof.recorded").count() == 2


def test_much_evidence_with_one_that_proves_nothing_is_refused_whole(aylin: Worker) -> None:
    seen = [
        actions.Evidence(worker=aylin, kind=ProofKind.IDENTITY, valid_from=SINCE),
        actions.Evidence(worker=aylin, kind=ProofKind.SKILL, valid_from=SINCE),
    ]
    with pytest.raises(actions.UnableToRecordProof, match="noemt geen bekwaamheid"):
        actions.record_proofs(seen=seen, **signed())
    assert queries.proofs_of([aylin.pk]) == {aylin.pk: []}


def test_held_functions_are_the_diplomas_that_count_that_day(db: None) -> None:
    worker = make_worker("Nu", function="VIG")
    (carer,) = queries.held_functions([worker.pk], MONDAY)[worker.pk]
    assert carer == make_function("VIG").pk
    nurse = make_function("VP4")
    late = MONDAY + timedelta(days=1)
    make_proof(worker, ProofKind.DIPLOMA, function="VP4", valid_from=late)
    assert queries.held_functions([worker.pk], MONDAY)[worker.pk] == {carer}
    assert queries.held_functions([worker.pk], late)[worker.pk] == {carer, nurse.pk}
    assert queries.held_functions([], late) == {}
