"""What people told of themselves is the same whether few or many are asked about."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import signed
from factories.moments import MONDAY, NOW
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.queries import known

pytestmark = pytest.mark.django_db
WEEK = Period(NOW, NOW + timedelta(days=7))


def told(worker_ids: list[int]) -> known.Known:
    return queries.known_of(worker_ids, MONDAY, MONDAY + timedelta(days=7), WEEK)


def test_few_and_many_are_told_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    start = NOW + timedelta(days=1)
    actions.declare_work(
        worker=cast.niels, starts_at=start, ends_at=start + timedelta(hours=8), **signed()
    )
    everybody = [one.pk for one in (cast.niels, cast.sanne, cast.joke)]
    with CaptureQueriesContext(connection) as asked:
        few = told(everybody)
    assert len(asked) == 1
    monkeypatch.setattr(known, "FEW", 0)
    with CaptureQueriesContext(connection) as asked:
        many = told(everybody)
    assert len(asked) <= 4
    for one in everybody:
        assert [tie.pk for tie in few.ties[one]] == [tie.pk for tie in many.ties[one]]
        assert few.willing.get(one, set()) == many.willing.get(one, set())
        assert few.wishes.get(one, {}) == many.wishes.get(one, {})
        assert list(few.declared.get(one, [])) == list(many.declared.get(one, []))
    assert len(few.declared[cast.niels.pk]) == 1
    assert few.willing[cast.joke.pk] == {cast.de_linde.pk, cast.molenpoort.pk}


def test_the_own_wage_comes_with_the_largest_contract(cast: Cast) -> None:
    assert queries.wage_and_contract(cast.fatima.pk, MONDAY) == (None, 16 * 60)
    actions.set_own_wage(worker=cast.fatima, hourly_cents=2150, has_tax_credit=True, **signed())
    wage, minutes = queries.wage_and_contract(cast.fatima.pk, MONDAY)
    assert wage is not None
    assert (wage.hourly_cents, minutes) == (2150, 16 * 60)
    assert queries.wage_and_contract(cast.fatima.pk, MONDAY - timedelta(days=9000))[1] == 0
