"""Who may see whom: the worker, the own employer; partners in the pool only a little."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, SINCE
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions, permissions, queries

pytestmark = pytest.mark.django_db


def test_a_worker_sees_oneself_and_no_colleague(cast: Cast) -> None:
    assert permissions.may_see_worker(cast.niels.account, cast.niels.pk)
    assert not permissions.may_see_worker(cast.niels.account, cast.sanne.pk)


def test_a_planner_sees_who_works_there_and_the_other_planner_does_not(cast: Cast) -> None:
    assert permissions.may_see_worker(cast.pia, cast.niels.pk, MONDAY)
    assert not permissions.may_see_worker(cast.bas, cast.niels.pk, MONDAY)
    assert permissions.may_see_worker(cast.bas, cast.ruud.pk, MONDAY)
    assert not permissions.may_see_worker(cast.pia, cast.ruud.pk, MONDAY)


def test_both_employers_see_who_works_at_both(cast: Cast) -> None:
    for planner in (cast.pia, cast.bas):
        assert permissions.may_see_worker(planner, cast.fatima.pk, MONDAY)


def test_seeing_ends_with_the_engagement(cast: Cast) -> None:
    engagement = queries.engagements_of(cast.niels.pk, MONDAY).get()
    actions.end_engagement(engagement=engagement, ends_on=MONDAY, **signed())
    assert permissions.may_see_worker(cast.pia, cast.niels.pk, MONDAY - timedelta(days=1))
    assert not permissions.may_see_worker(cast.pia, cast.niels.pk, MONDAY)
    assert not permissions.may_see_worker(cast.pia, cast.niels.pk, SINCE - timedelta(days=1))


def test_personnel_staff_see_their_own_people(cast: Cast) -> None:
    hr = make_role(make_account("Hanna"), RoleKind.HR, cast.de_linde)
    assert permissions.may_see_worker(hr, cast.niels.pk, MONDAY)
    assert not permissions.may_see_worker(hr, cast.ruud.pk, MONDAY)
    assert permissions.may_change_engagement(hr, cast.de_linde.pk)
    assert not permissions.may_change_engagement(hr, cast.molenpoort.pk)


def test_nobody_else_sees_anybody(cast: Cast) -> None:
    for other in (cast.coen, cast.petra, cast.otto, AnonymousUser()):
        assert not permissions.may_see_worker(other, cast.niels.pk, MONDAY)
        assert not permissions.may_change_engagement(other, cast.de_linde.pk)


def test_a_region_wide_administrator_sees_everybody(cast: Cast) -> None:
    beheer = make_role(make_account("Beheer"), RoleKind.ADMINISTRATOR, None)
    assert permissions.may_see_worker(beheer, cast.niels.pk, MONDAY)


def test_a_candidate_is_seen_where_the_candidate_wants_to_work(cast: Cast) -> None:
    assert permissions.may_see_as_candidate(cast.pia, cast.ruud.pk, cast.de_linde.pk, MONDAY)
    assert not permissions.may_see_as_candidate(cast.bas, cast.niels.pk, cast.molenpoort.pk, MONDAY)


def test_a_planner_does_not_see_candidates_of_another_organisation(cast: Cast) -> None:
    assert not permissions.may_see_as_candidate(cast.bas, cast.ruud.pk, cast.de_linde.pk, MONDAY)
    for other in (cast.coen, cast.petra, cast.otto, cast.ruud.account, AnonymousUser()):
        assert not permissions.may_see_as_candidate(other, cast.ruud.pk, cast.de_linde.pk, MONDAY)


def test_own_people_are_candidates_without_asking(cast: Cast) -> None:
    assert permissions.may_see_as_candidate(cast.pia, cast.niels.pk, cast.de_linde.pk, MONDAY)


def test_who_wants_to_work_outside_the_pool_is_no_candidate(cast: Cast) -> None:
    planner = make_role(make_account("Zora"), RoleKind.PLANNER, cast.zonder_pool)
    actions.set_willingness(worker=cast.ruud, organisations=[cast.zonder_pool], **signed())
    assert not permissions.may_see_as_candidate(planner, cast.ruud.pk, cast.zonder_pool.pk, MONDAY)


def test_oneself_is_only_oneself(cast: Cast) -> None:
    assert permissions.is_self(cast.niels.account, cast.niels.pk)
    assert not permissions.is_self(cast.niels.account, cast.sanne.pk)
    assert not permissions.is_self(cast.pia, cast.niels.pk)
    assert not permissions.is_self(AnonymousUser(), cast.niels.pk)


def test_only_the_worker_says_when(cast: Cast) -> None:
    assert permissions.may_set_availability(cast.niels.account, cast.niels.pk)
    for other in (cast.sanne.account, cast.pia, cast.coen, cast.otto, AnonymousUser()):
        assert not permissions.may_set_availability(other, cast.niels.pk)
