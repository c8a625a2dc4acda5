"""Who may see which worker, and who may change what the worker says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.organisations import queries as pools
from rondstroom.rooms.people import queries

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


def is_self(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether this account belongs to this worker."""
    own = queries.worker_of(account)
    return own is not None and own.pk == worker_id


def may_see_worker(
    account: Account | AnonymousUser, worker_id: int, on: date | None = None
) -> bool:
    """Say whether an account may see all that is kept of a worker.

    The worker; and planner, HR or administrator of an organisation where the worker is engaged on
    this day (today when none is given). Not the coordinator, not the partners in the pool.
    """
    if is_self(account, worker_id):
        return True
    desks = (RoleKind.PLANNER, RoleKind.HR, RoleKind.ADMINISTRATOR)
    roles = [role for role in accounts.roles_of(account) if role.kind in desks]
    if any(role.organisation_id is None for role in roles):
        return True
    held = queries.engagements_of(worker_id, on or timezone.localdate())
    return not {role.organisation_id for role in roles}.isdisjoint(
        one.organisation_id for one in held
    )


def may_see_as_candidate(
    account: Account | AnonymousUser, worker_id: int, organisation_id: int, on: date
) -> bool:
    """Say whether an account may see name, function and state of proofs of a worker, no more.

    Who may plan at the organisation, when on that day the worker is engaged there, or is engaged
    at a partner in its pool and has said to want to work there.
    """
    if not organisations.may_plan(account, organisation_id):
        return False
    employers = {one.organisation_id for one in queries.engagements_of(worker_id, on)}
    if organisation_id in employers:
        return True
    partners = pools.pool_partner_ids(organisation_id, on)
    return not employers.isdisjoint(partners) and (
        organisation_id in queries.willing_organisation_ids(worker_id)
    )


def may_see_in_region(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether an account may see name, function, employer and free days of a worker, no more.

    The region's coordinator, of who said to want to work for more than the own organisation, and
    whose employer shares availability by the arrangement of its pool. Others are only counted.
    """
    return organisations.may_see_region(account) and (
        worker_id in queries.named_in_region([worker_id], timezone.localdate())
    )


def may_set_availability(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether an account may say when a worker wants to work: only the worker."""
    return is_self(account, worker_id)


def may_pass_on_availability(
    worker: Worker, account: Account | AnonymousUser, organisation_id: int
) -> bool:
    """Say whether an organisation's system may pass on what a worker told it.

    Only of its own people, and only of who has no account here: who has one says it there.
    """
    if worker.account_id is not None or not organisations.may_plan(account, organisation_id):
        return False
    held = queries.engagements_of(worker.pk, timezone.localdate())
    return any(one.organisation_id == organisation_id for one in held)


def may_see_own_wage(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether an account may see what a worker typed about the wage: only the worker."""
    return is_self(account, worker_id)


def may_change_engagement(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may engage people at an organisation: HR, planner, administrator."""
    desks = {RoleKind.PLANNER, RoleKind.HR, RoleKind.ADMINISTRATOR}
    return any(
        role.kind in desks and role.organisation_id in {None, organisation_id}
        for role in accounts.roles_of(account)
    )
