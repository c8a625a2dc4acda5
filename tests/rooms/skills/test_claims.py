"""A worker claims, HR looks and answers; two people where the organisation asks so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from factories.identity import make_account, make_role, signed
from factories.moments import NOW, SINCE
from factories.skills import make_function, make_policy, make_skill
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.skills import actions, permissions, queries
from rondstroom.rooms.skills.models import Claim
from rondstroom.rooms.skills.states import ClaimState, DeclineReason, ProofKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr(cast: Cast) -> Account:
    return make_role(make_account("Hanna"), RoleKind.HR, cast.de_linde)


def claim_of(cast: Cast, **more: Any) -> Claim:
    told = {"kind": ProofKind.SKILL, "skill": make_skill(), "valid_from": SINCE, **more}
    account = cast.niels.account
    assert account is not None
    return actions.make_claim(
        worker=cast.niels, organisation=cast.de_linde, **told, by=account, at=NOW
    )


def test_a_claim_that_was_seen_becomes_a_proof_of_who_looked(cast: Cast, hr: Account) -> None:
    row = claim_of(cast, reference="  cert  12 ")
    assert row.due_at - row.made_at == timedelta(days=7)
    done = actions.confirm_claim(claim=row, method="both", by=hr, at=NOW)
    assert done.state == ClaimState.CONFIRMED
    proof = queries.proof(done.proof_id or 0)
    assert proof is not None
    assert (proof.issuer_id, proof.reference, proof.method) == (
        cast.de_linde.pk,
        "cert 12",
        "both",
    )
    assert list(queries.claims_waiting([cast.de_linde.pk])) == []


def test_the_worker_hears_the_answer_and_the_journal_keeps_no_reference(
    cast: Cast, hr: Account
) -> None:
    row = claim_of(cast, reference="geheim 77")
    actions.decline_claim(claim=row, reason=DeclineReason.EXPIRED, by=hr, at=NOW)
    assert cast.niels.account is not None
    assert messages.unread_count(cast.niels.account) == 1
    lines = list(journal.entries_about(f"claim:{row.pk}"))
    assert [line.event for line in lines] == ["skills.claim.made", "skills.claim.declined"]
    assert "geheim" not in str([line.data for line in lines])


def test_the_same_claim_twice_is_one(cast: Cast) -> None:
    assert claim_of(cast) == claim_of(cast)
    assert queries.claims_of_worker(cast.niels.pk).count() == 1


def test_two_people_look_where_the_organisation_asks_so(cast: Cast, hr: Account) -> None:
    make_policy(cast.de_linde, four_eyes=[ProofKind.SKILL])
    row = claim_of(cast)
    assert actions.confirm_claim(claim=row, by=hr, at=NOW).state == ClaimState.ONE_LOOK
    with pytest.raises(actions.UnableToAnswerClaim, match="collega"):
        actions.confirm_claim(claim=row, by=hr, at=NOW)
    second = make_role(make_account("Hugo"), RoleKind.HR, cast.de_linde)
    assert actions.confirm_claim(claim=row, by=second, at=NOW).state == ClaimState.CONFIRMED


def test_an_answer_is_given_once(cast: Cast, hr: Account) -> None:
    row = claim_of(cast)
    actions.take_claim(claim=row, by=hr, at=NOW)
    actions.confirm_claim(claim=row, by=hr, at=NOW)
    with pytest.raises(actions.UnableToAnswerClaim, match="al geantwoord"):
        actions.decline_claim(claim=row, reason=DeclineReason.EXPIRED, by=hr, at=NOW)
    with pytest.raises(actions.UnableToAnswerClaim):
        actions.withdraw_claim(claim=row, **signed())


def test_who_takes_a_claim_owns_it_and_the_worker_may_take_it_back(cast: Cast, hr: Account) -> None:
    row = claim_of(cast)
    for _twice in range(2):
        assert actions.take_claim(claim=row, by=hr, at=NOW).owner_id == hr.pk
    assert actions.withdraw_claim(claim=row, **signed()).state == ClaimState.WITHDRAWN
    assert journal.entries_about(f"claim:{row.pk}").count() == 3


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"kind": ProofKind.DIPLOMA, "skill": None}, "functie"),
        ({"kind": ProofKind.SKILL, "skill": None}, "bekwaamheid"),
        ({"kind": ProofKind.REGISTER, "skill": None, "reference": "12"}, "elf cijfers"),
        ({"kind": ProofKind.AGREEMENT, "skill": None}, "personeelszaken"),
        ({"valid_through": SINCE - timedelta(days=1)}, "ligt voor"),
        ({"reference": "x" * 61}, "te lang"),
    ],
)
def test_a_claim_that_cannot_be_looked_at_is_refused(
    told: dict[str, Any], words: str, cast: Cast
) -> None:
    with pytest.raises(actions.UnableToClaim, match=words):
        claim_of(cast, **told)
    assert not Claim.objects.exists()


def test_who_may_answer_is_hr_of_that_organisation_and_never_oneself(
    cast: Cast, hr: Account
) -> None:
    row = claim_of(cast)
    assert permissions.may_answer_claim(hr, row)
    for stranger in (cast.pia, cast.bas, cast.coen, cast.petra, cast.otto, cast.niels.account):
        assert stranger is not None
        assert not permissions.may_answer_claim(stranger, row)
    assert cast.niels.account is not None
    make_role(cast.niels.account, RoleKind.HR, cast.de_linde)
    assert permissions.may_verify(cast.niels.account, cast.de_linde.pk)
    assert not permissions.may_answer_claim(cast.niels.account, row)
    assert permissions.may_claim(cast.niels.account, cast.niels.pk)
    assert not permissions.may_claim(hr, cast.niels.pk)


def test_a_file_is_read_by_hr_there_and_of_the_willing_in_the_pool(cast: Cast, hr: Account) -> None:
    on = NOW.date()
    may = permissions.may_read_file
    assert may(hr, cast.niels.pk, cast.de_linde.pk, on)
    assert may(hr, cast.ruud.pk, cast.de_linde.pk, on)  # of a partner, and willing
    assert not may(hr, cast.ruud.pk, cast.molenpoort.pk, on)
    other = make_role(make_account("Mo"), RoleKind.HR, cast.molenpoort)
    assert not may(other, cast.niels.pk, cast.molenpoort.pk, on)  # never said to be willing
    assert not may(cast.pia, cast.niels.pk, cast.de_linde.pk, on)
    assert permissions.may_record_proof(hr, cast.niels.pk, cast.de_linde.pk, on)
    assert cast.niels.account is not None
    make_role(cast.niels.account, RoleKind.HR, cast.de_linde)
    assert not permissions.may_record_proof(cast.niels.account, cast.niels.pk, cast.de_linde.pk, on)


def test_the_queue_asks_once_however_long(cast: Cast, django_assert_num_queries: Any) -> None:
    for number in range(5):
        claim_of(cast, valid_from=SINCE + timedelta(days=number))
    with django_assert_num_queries(1):
        rows = list(queries.claims_waiting([cast.de_linde.pk]))
        assert [row.worker.name for row in rows] == ["Niels"] * 5
    assert connection.vendor in {"sqlite", "postgresql"}


def test_the_nine_checks_are_told_by_name(cast: Cast) -> None:
    on = date(2026, 11, 23)
    found = queries.checks_of(
        cast.ruud.pk, cast.de_linde.pk, on, function_id=make_function("Helpende").pk
    )
    assert [one.rule for one in found] == list(queries.RULES)
    assert next(one for one in found if one.rule == "gate.conduct").state == "blocked"
    assert next(one for one in found if one.rule == "gate.diploma").state == "ok"
    assert queries.policy_of(cast.de_linde.pk).claim_days == 7


def test_hr_hears_of_a_claim_until_it_is_answered(cast: Cast, hr: Account) -> None:
    elsewhere = make_role(make_account("Hetty"), RoleKind.HR, cast.molenpoort)
    row = claim_of(cast)
    [message] = Message.objects.filter(account=hr)
    assert (message.kind, message.audience, message.subject) == (
        MessageKind.WAITING,
        Audience.HR,
        f"claim:{row.pk}",
    )
    assert message.answer_by == row.due_at
    assert "bekwaamheid" in message.title
    assert cast.niels.name not in message.title + message.text
    assert not Message.objects.filter(account=elsewhere).exists()
    claim_of(cast)  # the same claim again is told once
    assert Message.objects.filter(account=hr).count() == 1
    make_policy(cast.de_linde, four_eyes=[ProofKind.SKILL])
    actions.confirm_claim(claim=row, method="both", by=hr, at=NOW)
    message.refresh_from_db()
    assert message.answered_at is None  # a second person still has to look
    other = make_role(make_account("Hans"), RoleKind.HR, cast.de_linde)
    actions.confirm_claim(claim=row, method="both", by=other, at=NOW)
    message.refresh_from_db()
    assert message.answered_at == NOW


@pytest.mark.parametrize("how", ["decline", "withdraw"])
def test_nobody_waits_any_more_after_a_no_or_when_it_is_taken_back(
    how: str, cast: Cast, hr: Account
) -> None:
    row = claim_of(cast)
    if how == "decline":
        actions.decline_claim(claim=row, reason=DeclineReason.EXPIRED, by=hr, at=NOW)
    else:
        assert cast.niels.account is not None
        actions.withdraw_claim(claim=row, by=cast.niels.account, at=NOW)
    assert Message.objects.get(account=hr).answered_at == NOW


def test_hr_does_not_hear_of_the_own_claim(cast: Cast, hr: Account) -> None:
    cast.niels.account = hr
    cast.niels.save()
    actions.make_claim(
        worker=cast.niels,
        organisation=cast.de_linde,
        kind=ProofKind.CONDUCT,
        valid_from=SINCE,
        **signed(),
    )
    assert not Message.objects.filter(account=hr).exists()
