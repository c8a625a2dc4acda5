"""Who may plan where: the table of the cast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from factories.identity import make_account, make_role
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions

pytestmark = pytest.mark.django_db
PLANNING = [permissions.may_plan, permissions.may_read_journal, permissions.may_import]


@pytest.mark.parametrize("may", PLANNING)
def test_a_planner_plans_at_home_and_nowhere_else(may: Callable[..., bool], cast: Cast) -> None:
    assert may(cast.pia, cast.de_linde.pk)
    assert not may(cast.pia, cast.molenpoort.pk)
    assert may(cast.bas, cast.molenpoort.pk)
    assert not may(cast.bas, cast.de_linde.pk)


@pytest.mark.parametrize("may", PLANNING)
def test_nobody_else_plans(may: Callable[..., bool], cast: Cast) -> None:
    others = [cast.coen, cast.petra, cast.otto, cast.niels.account, AnonymousUser()]
    assert not any(may(one, cast.de_linde.pk) for one in others)


def test_an_administrator_plans_at_home_or_when_regional_everywhere(cast: Cast) -> None:
    at_home = make_role(make_account("Thuis"), RoleKind.ADMINISTRATOR, cast.de_linde)
    regional = make_role(make_account("Overal"), RoleKind.ADMINISTRATOR, None)
    assert permissions.may_plan(at_home, cast.de_linde.pk)
    assert not permissions.may_plan(at_home, cast.molenpoort.pk)
    assert permissions.may_plan(regional, cast.molenpoort.pk)


def test_the_coordinator_looks_and_does_not_touch(cast: Cast) -> None:
    assert permissions.may_see_planning(cast.coen, cast.de_linde.pk)
    assert not permissions.may_plan(cast.coen, cast.de_linde.pk)
    assert permissions.may_see_planning(cast.pia, cast.de_linde.pk)
    assert not permissions.may_see_planning(cast.bas, cast.de_linde.pk)
    assert not permissions.may_see_planning(cast.otto, cast.de_linde.pk)


def test_only_the_coordinator_sees_the_figures_of_all_together(cast: Cast) -> None:
    assert permissions.may_see_region(cast.coen)
    others = [cast.pia, cast.bas, cast.petra, cast.otto, cast.niels.account, AnonymousUser()]
    assert not any(permissions.may_see_region(one) for one in others)
