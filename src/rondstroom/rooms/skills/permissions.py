"""Who may check evidence, and whose file one may read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.skills.models import Claim, Share


def may_verify(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may check evidence for an organisation: its HR or administrator."""
    return any(
        role.kind in {RoleKind.HR, RoleKind.ADMINISTRATOR}
        and role.organisation_id in {None, organisation_id}
        for role in accounts.roles_of(account)
    )


def may_keep_catalogue(account: Account | AnonymousUser, organisation_id: int | None) -> bool:
    """Say whether an account may change the catalogue: the region what is of everybody.

    What is of one organisation, its own HR and administrators may change too; the machine brings
    in what an operator gave it.
    """
    if getattr(account, "is_machine", False) or any(
        role.kind in {RoleKind.COORDINATOR, RoleKind.ADMINISTRATOR} and role.organisation_id is None
        for role in accounts.roles_of(account)
    ):
        return True
    return organisation_id is not None and may_verify(account, organisation_id)


def may_claim(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether an account may put in and take back claims of a worker: only the worker."""
    return people_permissions.is_self(account, worker_id)


def may_answer_claim(account: Account | AnonymousUser, claim: Claim) -> bool:
    """Say whether an account may answer a claim: who checks there, and never one's own."""
    if people_permissions.is_self(account, claim.worker_id):
        return False
    return may_verify(account, claim.organisation_id)


def may_read_file(
    account: Account | AnonymousUser, worker_id: int, organisation_id: int, on: date
) -> bool:
    """Say whether an account may read what was seen of a worker, for an organisation.

    Who checks there, of people engaged there; and of people of a partner that shares evidence by
    the arrangement of the pool, who said to want to work there: that reading is noted, and the
    worker sees it.
    """
    if not may_verify(account, organisation_id):
        return False
    employers = {one.organisation_id for one in people.engagements_of(worker_id, on)}
    if organisation_id in employers:
        return True
    partners = organisations.sharing_partners(Shared.PROOFS, [organisation_id], on)
    return not employers.isdisjoint(partners) and (
        organisation_id in people.willing_organisation_ids(worker_id)
    )


def may_record_proof(
    account: Account | AnonymousUser, worker_id: int, organisation_id: int, on: date
) -> bool:
    """Say whether an account may write down evidence of a worker: who may read, never one's own."""
    if people_permissions.is_self(account, worker_id):
        return False
    return may_read_file(account, worker_id, organisation_id, on)


def may_share(account: Account | AnonymousUser, worker_id: int) -> bool:
    """Say whether an account may show a worker's passport to an organisation: only the worker."""
    return people_permissions.is_self(account, worker_id)


def may_read_share(account: Account | AnonymousUser, share: Share, on: date) -> bool:
    """Say whether an account may read a passport that was shared: who checks there, while it lasts.

    Exactly what was shared and nothing more; taken back, or over, it is as if it never was.
    """
    if share.ended_at is not None or on > share.through:
        return False
    return may_verify(account, share.organisation_id)
