"""A passport is shared by own choice: exactly that, through that day, and nothing after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.identity import make_hr, signed
from factories.moments import NOW
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.skills import actions, permissions, queries
from rondstroom.rooms.skills.models import Proof, Share
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
THROUGH = date(2026, 12, 31)


@pytest.fixture
def wound(cast: Cast) -> Proof:
    """Give what Ruud of Molenpoort can show: care of wounds."""
    return make_proof(cast.ruud, ProofKind.SKILL, skill="wond", issuer=cast.molenpoort)


def shared(cast: Cast, *proofs: Proof, through: date = THROUGH) -> Share:
    return actions.share_passport(
        worker=cast.ruud, organisation=cast.rijnzicht, proofs=proofs, through=through, **signed()
    )


def test_what_was_chosen_is_shared_and_nothing_else(cast: Cast, wound: Proof) -> None:
    assert wound in queries.shareable_proofs(cast.ruud.pk)
    row = shared(cast, wound)
    assert queries.share(row.pk) == row
    assert list(queries.shared_proofs(row)) == [wound]
    make_proof(cast.ruud, ProofKind.SKILL, skill="injecteren")
    assert list(queries.shared_proofs(row)) == [wound]
    assert list(queries.shares_with(cast.rijnzicht.pk, TODAY)) == [row]
    assert not queries.shares_with(cast.de_linde.pk, TODAY)
    assert not queries.shares_with(cast.rijnzicht.pk, THROUGH + timedelta(days=1))
    actions.withdraw_proof(proof=wound, reason=WithdrawalReason.REVOKED, **signed())
    assert not queries.shared_proofs(row)


def test_the_same_again_is_one_and_another_replaces_it(cast: Cast, wound: Proof) -> None:
    row, diploma = shared(cast, wound), Proof.objects.get(worker=cast.ruud, kind="diploma")
    assert shared(cast, wound) == row
    wider = shared(cast, wound, diploma)
    assert [one.pk for one in queries.shares_of_worker(cast.ruud.pk)] == [wider.pk, row.pk]
    row.refresh_from_db()
    assert row.ended_at == NOW
    assert list(queries.shares_with(cast.rijnzicht.pk, TODAY)) == [wider]


@pytest.mark.parametrize(
    ("days", "whose", "field"),
    [
        (-1, "own", "through"),
        (366, "own", "through"),
        (1, "nobody", "proofs"),
        (1, "hers", "proofs"),
    ],
)
def test_what_cannot_be_shared(days: int, whose: str, field: str, cast: Cast, wound: Proof) -> None:
    hers = make_proof(cast.sanne, ProofKind.SKILL, skill="wond")
    proofs = {"own": [wound], "nobody": [], "hers": [wound, hers]}[whose]
    with pytest.raises(actions.UnableToShare) as refusal:
        shared(cast, *proofs, through=TODAY + timedelta(days=days))
    assert refusal.value.code == field
    assert not Share.objects.exists()


@pytest.mark.parametrize("days", [0, 365])
def test_today_and_a_year_ahead_still_go(days: int, cast: Cast, wound: Proof) -> None:
    last = TODAY + timedelta(days=days)
    assert shared(cast, wound, through=last).through == last


def test_who_may_read_it_and_until_when(cast: Cast, wound: Proof) -> None:
    row, hanna = shared(cast, wound), make_hr(cast.rijnzicht)
    assert permissions.may_read_share(hanna, row, TODAY)
    assert permissions.may_read_share(hanna, row, THROUGH)
    assert not permissions.may_read_share(hanna, row, THROUGH + timedelta(days=1))
    others = [make_hr(cast.de_linde, "Hugo"), cast.pia, cast.coen, cast.petra, cast.otto]
    assert not any(permissions.may_read_share(one, row, TODAY) for one in others)
    assert cast.ruud.account is not None
    assert permissions.may_share(cast.ruud.account, cast.ruud.pk)
    assert not permissions.may_share(hanna, cast.ruud.pk)
    actions.stop_sharing(share=row, **signed())
    row.refresh_from_db()
    assert not permissions.may_read_share(hanna, row, TODAY)


def test_the_journal_keeps_it_with_the_worker_only(cast: Cast, wound: Proof) -> None:
    row = shared(cast, wound)
    for _twice in range(2):
        actions.stop_sharing(share=row, **signed())
    lines = list(journal.entries_about(f"share:{row.pk}"))
    assert [one.event for one in lines] == ["skills.passport.shared", "skills.passport.withdrawn"]
    assert {one.worker_id for one in lines} == {cast.ruud.pk}
    assert {one.organisation_id for one in lines} == {None}
    assert lines[0].data["proofs"] == [wound.pk]
