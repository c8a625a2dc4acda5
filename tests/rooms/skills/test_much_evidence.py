"""Writing down much evidence at once: as checked and as journalled as one proof."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import signed
from factories.moments import MONDAY, SINCE
from factories.people import make_worker
from factories.skills import make_function, make_skill
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.actions import Evidence
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def aylin(db: None) -> Worker:
    """Give somebody of whom nothing was seen yet."""
    return make_worker("Aylin", function="")


def usual(worker: Worker) -> list[Evidence]:
    """Give what is seen of a carer who starts."""
    return [
        Evidence(worker=worker, kind=ProofKind.IDENTITY, valid_from=SINCE),
        Evidence(worker=worker, kind=ProofKind.RIGHT_TO_WORK, valid_from=SINCE),
        Evidence(worker=worker, kind=ProofKind.CONDUCT, valid_from=SINCE, valid_through=MONDAY),
        Evidence(
            worker=worker,
            kind=ProofKind.DIPLOMA,
            function=make_function("VIG"),
            valid_from=SINCE,
            reference="1234",
        ),
    ]


def test_all_of_it_is_kept_with_who_saw_it(aylin: Worker) -> None:
    assert actions.record_proofs(seen=usual(aylin), **signed()) == 4
    found = queries.proofs_of([aylin.pk])[aylin.pk]
    assert {proof.kind for proof in found} == {"identity", "right_to_work", "conduct", "diploma"}
    assert {proof.seen_by for proof in found} == {signed()["by"].name}


def test_each_stands_in_the_journal_without_its_reference(aylin: Worker) -> None:
    actions.record_proofs(seen=usual(aylin), **signed())
    lines = journal.entries_about_worker(aylin.pk).filter(event="skills.proof.recorded")
    assert {line.data["kind"] for line in lines} == {one.kind for one in usual(aylin)}
    assert "1234" not in str([line.data for line in lines])


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        (ProofKind.DIPLOMA, {}, "noemt geen functie"),
        (ProofKind.SKILL, {}, "noemt geen bekwaamheid"),
        (ProofKind.CONDUCT, {"valid_through": SINCE - timedelta(days=1)}, "verlopen"),
    ],
)
def test_what_proves_nothing_stops_all_of_it(
    aylin: Worker, kind: ProofKind, what: dict[str, object], told: str
) -> None:
    wrong = Evidence(worker=aylin, kind=kind, valid_from=SINCE, **what)
    with pytest.raises(actions.UnableToRecordProof, match=told):
        actions.record_proofs(seen=[*usual(aylin), wrong], **signed())
    assert Proof.objects.count() == 0


def test_fifty_take_as_many_statements_as_one(aylin: Worker) -> None:
    skill = make_skill()
    by = signed()
    counts = []
    for number in (1, 50):
        seen = [
            Evidence(
                worker=aylin,
                kind=ProofKind.SKILL,
                skill=skill,
                valid_from=SINCE + timedelta(days=day),
            )
            for day in range(number)
        ]
        with CaptureQueriesContext(connection) as captured:
            actions.record_proofs(seen=seen, **by)
        counts.append(len(captured))
    assert counts[0] == counts[1]
