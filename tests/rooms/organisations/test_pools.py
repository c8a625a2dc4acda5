"""Pools: who shares workers with whom, from a day, up to a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.organisations import make_organisation, make_pool
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions, queries

pytestmark = pytest.mark.django_db
FIRST = date(2026, 3, 1)
LAST = date(2026, 3, 31)


def test_partners_share_a_pool_and_each_is_its_own_partner() -> None:
    linde, molen, alone = map(make_organisation, ("De Linde", "Molenpoort", "Alleen"))
    make_pool(linde, molen, starts_on=FIRST)
    assert queries.pool_partner_ids(linde.pk, FIRST) == {linde.pk, molen.pk}
    assert queries.pool_partner_ids(alone.pk, FIRST) == {alone.pk}


def test_a_pool_is_found_by_name_in_any_case() -> None:
    pool = make_pool(name="Pool Één")
    assert queries.pool_by_name(" pool  ÉÉN ") == pool
    assert queries.pool_by_name("Pool") is None


def test_partners_of_partners_are_not_partners() -> None:
    linde, molen, rijn = map(make_organisation, ("De Linde", "Molenpoort", "Rijnzicht"))
    make_pool(linde, molen, name="Oost", starts_on=FIRST)
    make_pool(molen, rijn, name="West", starts_on=FIRST)
    assert queries.pool_partners([linde.pk, molen.pk], FIRST) == {
        linde.pk: {linde.pk, molen.pk},
        molen.pk: {linde.pk, molen.pk, rijn.pk},
    }


@pytest.mark.parametrize(
    ("on", "shares"),
    [
        (FIRST - timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
    ],
)
def test_a_membership_holds_from_its_first_day_up_to_its_end(on: date, shares: bool) -> None:
    linde, molen = make_organisation("De Linde"), make_organisation("Molenpoort")
    pool = make_pool(linde)
    actions.join_pool(
        pool=pool,
        organisation=molen,
        starts_on=FIRST,
        ends_on=LAST + timedelta(days=1),
        **signed(),
    )
    assert (molen.pk in queries.pool_partner_ids(linde.pk, on)) == shares
    assert list(queries.pools_of(molen.pk, on)) == ([pool] if shares else [])


def test_leaving_ends_a_membership_and_one_may_come_back() -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde, starts_on=FIRST)
    left = {"pool": pool, "organisation": linde, "ends_on": LAST}
    actions.leave_pool(**left, **signed())
    assert not queries.pools_of(linde.pk, LAST).exists()
    with pytest.raises(actions.UnableToJoinPool, match="niet mee"):
        actions.leave_pool(**left, **signed())
    actions.join_pool(pool=pool, organisation=linde, starts_on=LAST, **signed())
    assert queries.pools_of(linde.pk, LAST).exists()


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [(FIRST, None), (FIRST - timedelta(days=9), FIRST + timedelta(days=1)), (LAST, None)],
)
def test_being_a_member_twice_at_once_is_refused(starts_on: date, ends_on: date | None) -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde, starts_on=FIRST)
    with pytest.raises(actions.UnableToJoinPool, match="De Linde doet in deze tijd al mee"):
        actions.join_pool(
            pool=pool, organisation=linde, starts_on=starts_on, ends_on=ends_on, **signed()
        )


def test_a_membership_before_the_present_one_is_no_overlap() -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde, starts_on=FIRST)
    early = FIRST - timedelta(days=30)
    actions.join_pool(pool=pool, organisation=linde, starts_on=early, ends_on=FIRST, **signed())
    assert queries.pools_of(linde.pk, early).exists()


def test_stopping_before_the_first_day_is_refused() -> None:
    linde = make_organisation("De Linde")
    with pytest.raises(actions.UnableToJoinPool, match="latere einddatum"):
        actions.join_pool(
            pool=make_pool(), organisation=linde, starts_on=FIRST, ends_on=FIRST, **signed()
        )


def test_leaving_on_the_first_day_is_refused() -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde, starts_on=FIRST)
    with pytest.raises(actions.UnableToJoinPool, match="niet mee"):
        actions.leave_pool(pool=pool, organisation=linde, ends_on=FIRST, **signed())
    assert queries.pools_of(linde.pk, FIRST).exists()


def test_joining_and_leaving_stand_in_the_journal() -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde)
    actions.leave_pool(pool=pool, organisation=linde, ends_on=LAST, **signed())
    events = [line.event for line in journal.entries_about(f"pool:{pool.pk}")]
    assert events == [
        "organisations.pool.created",
        "organisations.pool.joined",
        "organisations.pool.left",
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "found"),
    [
        (FIRST - timedelta(days=9), FIRST - timedelta(days=1), False),
        (FIRST - timedelta(days=9), FIRST, True),
        (LAST, LAST + timedelta(days=9), True),
        (LAST + timedelta(days=1), LAST + timedelta(days=9), False),
    ],
)
def test_memberships_of_a_period_are_those_that_hold_on_any_of_its_days(
    starts_on: date, ends_on: date, found: bool
) -> None:
    linde = make_organisation("De Linde")
    pool = make_pool(linde, starts_on=FIRST)
    actions.leave_pool(pool=pool, organisation=linde, ends_on=LAST + timedelta(days=1), **signed())
    assert queries.memberships_in(starts_on, ends_on).exists() == found


def test_partners_of_all_take_one_query(django_assert_max_num_queries: Any) -> None:
    members = [make_organisation(f"Organisatie {number}") for number in range(12)]
    make_pool(*members)
    with django_assert_max_num_queries(1):
        found = queries.pool_partners([one.pk for one in members], FIRST)
    assert all(len(partners) == 12 for partners in found.values())


def test_all_pools_stand_in_order_of_name(cast: Cast) -> None:
    make_pool(cast.zonder_pool, name="Andere pool")
    assert [one.name for one in queries.all_pools()] == ["Andere pool", "Pool Midden-Gelderland"]
