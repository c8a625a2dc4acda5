"""Roles: a desk at one organisation, or for the region."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from factories.identity import make_account, make_role, signed
from people import Cast
from rondstroom.rooms.identity import actions, permissions, queries
from rondstroom.rooms.identity.models import Role
from rondstroom.rooms.identity.states import REGION_WIDE, RoleKind
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db
HERE, THERE = 1, 2


def test_a_role_holds_at_its_own_organisation_only() -> None:
    pia = make_account("Pia")
    actions.grant_role(account=pia, kind=RoleKind.PLANNER, organisation_id=HERE, **signed())
    assert permissions.has_role(pia, RoleKind.PLANNER, HERE)
    assert not permissions.has_role(pia, RoleKind.PLANNER, THERE)
    assert not permissions.has_role(pia, RoleKind.PLANNER, None)
    assert not permissions.has_role(pia, RoleKind.HR, HERE)
    assert queries.organisations_where(pia, RoleKind.PLANNER, RoleKind.HR) == {HERE}


def test_a_region_wide_role_holds_everywhere_and_names_no_organisation() -> None:
    coen = make_account("Coen")
    actions.grant_role(account=coen, kind=RoleKind.COORDINATOR, organisation_id=None, **signed())
    assert permissions.has_role(coen, RoleKind.COORDINATOR, HERE)
    assert permissions.is_regional(coen)
    assert queries.organisations_where(coen, RoleKind.COORDINATOR) == set()


@pytest.mark.parametrize("where", [None, HERE], ids=["for the region", "at one organisation"])
def test_the_database_itself_holds_a_role_once(where: int | None) -> None:
    account, kind = make_account(), RoleKind.COORDINATOR if where is None else RoleKind.PLANNER
    Role.objects.create(account=account, kind=kind, organisation_id=where)
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.create(account=account, kind=kind, organisation_id=where)
    Role.objects.create(account=make_account("Ander"), kind=kind, organisation_id=where)
    assert Role.objects.filter(account=account).count() == 1


@pytest.mark.parametrize("kind", sorted(set(RoleKind) - REGION_WIDE))
def test_some_roles_need_an_organisation(kind: RoleKind) -> None:
    with pytest.raises(actions.UnableToGrantRole, match="bij één organisatie"):
        actions.grant_role(account=make_account(), kind=kind, organisation_id=None, **signed())


def test_the_same_role_twice_is_one_role_and_one_line() -> None:
    pia = make_account("Pia")
    for _again in range(2):
        actions.grant_role(account=pia, kind=RoleKind.PLANNER, organisation_id=HERE, **signed())
    assert len(queries.roles_of(pia)) == 1
    lines = journal.entries_about(f"account:{pia.pk}").filter(event="identity.role.granted")
    assert [line.data for line in lines] == [{"kind": "planner"}]


def test_a_withdrawn_role_opens_nothing_and_withdrawing_twice_is_quiet() -> None:
    pia = make_account("Pia")
    given = {"account": pia, "kind": RoleKind.PLANNER, "organisation_id": HERE}
    actions.grant_role(**given, **signed())
    for _again in range(2):
        actions.withdraw_role(**given, **signed())
    assert queries.roles_of(pia) == []
    events = [line.event for line in journal.entries_about(f"account:{pia.pk}")]
    assert events.count("identity.role.withdrawn") == 1


def test_a_closed_account_has_no_roles() -> None:
    pia = make_account("Pia")
    actions.grant_role(account=pia, kind=RoleKind.PLANNER, organisation_id=HERE, **signed())
    pia.is_active = False
    pia.save()
    assert not permissions.has_role(pia, RoleKind.PLANNER, HERE)


def test_accounts_are_found_by_role_without_the_closed_ones(cast: Cast) -> None:
    left = make_role(make_account("Ander"), RoleKind.PLANNER, cast.de_linde)
    left.is_active = False
    left.save()
    assert queries.accounts_with_role(RoleKind.PLANNER, cast.de_linde.pk) == [cast.pia]
    assert queries.accounts_with_role(RoleKind.COORDINATOR, None) == [cast.coen]


def test_only_an_administrator_administers(cast: Cast) -> None:
    beheer = make_role(make_account("Beheer"), RoleKind.ADMINISTRATOR, cast.de_linde)
    assert permissions.may_administer(beheer, cast.de_linde.pk)
    assert not permissions.may_administer(beheer, cast.molenpoort.pk)
    assert not permissions.may_administer(beheer, None)
    for other in (cast.pia, cast.coen, cast.petra, cast.otto):
        assert not permissions.may_administer(other, cast.de_linde.pk)


def test_an_outsider_is_regional_nowhere(cast: Cast) -> None:
    assert not permissions.is_regional(cast.otto)
    assert not permissions.is_regional(cast.pia)
