"""A worker gets an account to sign in with: once, and never somebody else's."""

from __future__ import annotations

import pytest

from factories.identity import make_account, signed
from factories.people import make_worker
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def aylin() -> Worker:
    """Give a worker who was brought in from a file: without an account."""
    return make_worker("Aylin", with_account=False)


def test_the_worker_can_sign_in_with_it(aylin: Worker) -> None:
    account = make_account("Aylin")
    actions.connect_account(worker=aylin, account=account, **signed())
    assert queries.worker_of(account) == aylin
    assert aylin.account == account


def test_it_stands_in_the_journal(aylin: Worker) -> None:
    actions.connect_account(worker=aylin, account=make_account("Aylin"), **signed())
    entry = journal.entries_about_worker(aylin.pk).get(event="people.account.connected")
    assert entry.actor_name == signed()["by"].name


def test_the_same_twice_changes_nothing(aylin: Worker) -> None:
    account = make_account("Aylin")
    for _again in range(2):
        actions.connect_account(worker=aylin, account=account, **signed())
    written = journal.entries_about_worker(aylin.pk).filter(event="people.account.connected")
    assert written.count() == 1


def test_an_account_is_not_taken_from_another_worker(aylin: Worker) -> None:
    bas = make_worker("Bas")
    with pytest.raises(actions.UnableToConnectAccount, match="Aylin") as refusal:
        actions.connect_account(worker=aylin, account=bas.account, **signed())
    assert refusal.value.code == "taken"
    assert queries.worker_of(bas.account) == bas
    aylin.refresh_from_db()
    assert aylin.account is None


def test_a_worker_does_not_lose_the_account_that_is_there(aylin: Worker) -> None:
    first = make_account("Aylin")
    actions.connect_account(worker=aylin, account=first, **signed())
    with pytest.raises(actions.UnableToConnectAccount):
        actions.connect_account(worker=aylin, account=make_account("Other"), **signed())
    assert queries.worker_of(first) == aylin
