"""Who shares a pool with whom, on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import signed
from factories.moments import MONDAY, period
from factories.organisations import make_organisation, make_pool
from flexpool.periods import Period
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations import queries
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.rosters.queries.placement import Pools

pytestmark = pytest.mark.django_db

WEEK = Period(
    period(MONDAY, "00:00", "12:00").starts_at,
    period(MONDAY + timedelta(days=6), "12:00", "23:00").ends_at,
)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def three() -> tuple[Organisation, Organisation, Organisation]:
    """Give A and B in one pool, B and C in another."""
    a, b, c = (make_organisation(name) for name in ("A", "B", "C"))
    make_pool(a, b, name="AB")
    make_pool(b, c, name="BC")
    return a, b, c


def test_partners_share_a_pool_and_pools_do_not_run_together(
    three: tuple[Organisation, Organisation, Organisation],
) -> None:
    a, b, c = three
    pools = Pools.during(WEEK)
    assert pools.partners(a.pk, MONDAY) == {a.pk, b.pk}
    assert pools.partners(b.pk, MONDAY) == {a.pk, b.pk, c.pk}
    assert pools.partners(c.pk, MONDAY) == {b.pk, c.pk}


def test_it_agrees_with_the_room_that_owns_pools(
    three: tuple[Organisation, Organisation, Organisation],
) -> None:
    pools = Pools.during(WEEK)
    for organisation in three:
        for day in (MONDAY, TUESDAY):
            assert pools.partners(organisation.pk, day) == queries.pool_partner_ids(
                organisation.pk, day
            )


def test_who_is_in_no_pool_has_only_itself() -> None:
    alone = make_organisation("Alleen")
    assert Pools.during(WEEK).partners(alone.pk, MONDAY) == {alone.pk}


@pytest.mark.parametrize(
    ("day", "is_partner"),
    [(MONDAY, False), (TUESDAY, True), (TUESDAY + timedelta(days=1), True)],
)
def test_a_membership_holds_from_its_first_day(day: date, is_partner: bool) -> None:
    a, b = make_organisation("A"), make_organisation("B")
    pool = make_pool(a)
    organisations.join_pool(pool=pool, organisation=b, starts_on=TUESDAY, **signed())
    assert (b.pk in Pools.during(WEEK).partners(a.pk, day)) is is_partner


@pytest.mark.parametrize(("day", "is_partner"), [(MONDAY, True), (TUESDAY, False)])
def test_a_membership_holds_up_to_its_last_day(day: date, is_partner: bool) -> None:
    a, b = make_organisation("A"), make_organisation("B")
    pool = make_pool(a, b)
    membership = pool.memberships.get(organisation=b)
    membership.ends_on = TUESDAY
    membership.save()
    assert (b.pk in Pools.during(WEEK).partners(a.pk, day)) is is_partner


def test_ever_holds_everybody_of_the_period(
    three: tuple[Organisation, Organisation, Organisation],
) -> None:
    a, b, c = three
    pools = Pools.during(WEEK)
    assert pools.partners_ever([a.pk]) == {a.pk, b.pk}
    assert pools.partners_ever([a.pk, c.pk]) == {a.pk, b.pk, c.pk}
    assert pools.partners_ever([]) == set()


def test_one_query_for_any_number_of_days(
    three: tuple[Organisation, Organisation, Organisation],
) -> None:
    with CaptureQueriesContext(connection) as seen:
        pools = Pools.during(WEEK)
        for number in range(7):
            for organisation in three:
                pools.partners(organisation.pk, MONDAY + timedelta(days=number))
    assert len(seen) == 1
