"""What fixtures made once give back: the same rows, changes of older rows among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from factories.demand import make_shift
from factories.identity import make_account
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Team
from snapshot import made_once, once

CALLS: list[str] = []


@pytest.fixture
@once
def changed(cast: Cast) -> Shift:
    """Give a new shift, of a team that got another name."""
    CALLS.append("changed")
    cast.vlinder.name = "Vlinder en Libel"
    cast.vlinder.save()
    shift = make_shift(cast.vlinder)
    shift.remarks = "Bel aan"
    shift.save()
    return shift


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_rows_are_there_each_time_and_made_once(turn: int, cast: Cast, changed: Shift) -> None:
    assert CALLS.count("changed") == 1
    assert Team.objects.get(pk=cast.vlinder.pk).name == "Vlinder en Libel"
    assert [(shift.pk, shift.remarks) for shift in Shift.objects.all()] == [(changed.pk, "Bel aan")]
    Shift.objects.filter(pk=changed.pk).update(remarks="")


def test_beside_other_rows_it_is_made_after_all(cast: Cast) -> None:
    def make() -> int:
        CALLS.append("here")
        return int(make_shift(cast.vlinder).pk)

    first = made_once(make, "here")
    assert made_once(make, "here") != first
    assert CALLS.count("here") == 2


@once
def somebody() -> Account:
    return make_account("Nieuw")


@once
def secret(somebody: Account) -> str:
    CALLS.append("secret")
    return somebody.password


@pytest.mark.django_db
def test_what_hangs_on_something_made_anew_is_made_anew_beside_rows_that_look_alike() -> None:
    for stood_there in (0, 1, 0, 1):
        with rolled_back():
            Group.objects.bulk_create(Group(pk=7, name="elders") for _ in range(stood_there))
            account = somebody()
            Group.objects.all().delete()
            assert secret(somebody=account) == Account.objects.get(pk=account.pk).password
    assert CALLS.count("secret") == 2


@pytest.mark.django_db
def test_what_django_writes_for_itself_may_have_other_numbers() -> None:
    """As it has after a test on real transactions, which empties the tables behind it."""
    with rolled_back():
        first = somebody()
    with rolled_back():
        newest = Permission.objects.order_by("pk").last()
        Permission.objects.filter(pk=newest and newest.pk).update(id=10**6)
        assert somebody().password == first.password


@contextmanager
def rolled_back() -> Iterator[None]:
    """Leave nothing of what is done inside, as between two tests."""
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)
