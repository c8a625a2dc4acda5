"""Who may plan at an organisation, and who may only look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.identity import permissions as identity
from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.states import RoleKind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def may_plan(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may make shifts and assignments: planner, administrator or system."""
    return any(
        role.kind in {RoleKind.PLANNER, RoleKind.ADMINISTRATOR, RoleKind.SYSTEM}
        and role.organisation_id in {None, organisation_id}
        for role in accounts.roles_of(account)
    )


def may_see_planning(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may read the shifts: who may plan, and the region's coordinator."""
    return may_plan(account, organisation_id) or identity.is_regional(account)


def may_see_region(account: Account | AnonymousUser) -> bool:
    """Say whether an account may see the figures of all organisations together: the coordinator."""
    return identity.is_regional(account)


def may_see_figures(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may see figures of an organisation, never names: its board."""
    return identity.has_role(account, RoleKind.BOARD, organisation_id)


def may_arrange(account: Account | AnonymousUser) -> bool:
    """Say whether an account may write down what a pool agreed: the region's coordinator."""
    return identity.is_regional(account)


def may_read_journal(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may read what happened at an organisation: who may plan there."""
    return may_plan(account, organisation_id)


def may_import(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may bring in files for an organisation: who may plan there."""
    return may_plan(account, organisation_id)


def may_see_costs(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may see and change what people cost: finance or administrator."""
    return any(
        role.kind in {RoleKind.FINANCE, RoleKind.ADMINISTRATOR}
        and role.organisation_id in {None, organisation_id}
        for role in accounts.roles_of(account)
    )
