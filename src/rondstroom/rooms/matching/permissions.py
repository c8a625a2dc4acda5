"""Who may sign up, who answers, who may ask around, and who may hire from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.identity import permissions as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import permissions as people

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


def may_sign_up(account: Account, worker_id: int) -> bool:
    """One signs up for oneself."""
    return people.is_self(account, worker_id)


def may_answer(account: Account, organisation_id: int) -> bool:
    """Who plans for the organisation answers what is asked of it."""
    return organisations.may_plan(account, organisation_id)


def may_ask_around(account: Account, organisation_id: int) -> bool:
    """Who plans for the organisation may ask around for its shifts, and see what was answered."""
    return organisations.may_plan(account, organisation_id)


def may_apply(account: Account, worker_id: int) -> bool:
    """One answers a vacancy for oneself."""
    return people.is_self(account, worker_id)


def may_propose_vacancy(account: Account, worker_id: int) -> bool:
    """The region's desk brings vacancies to who is open to the region; the worker decides."""
    return people.may_see_in_region(account, worker_id)


def may_answer_offer(account: Account, worker_id: int) -> bool:
    """One answers for oneself."""
    return people.is_self(account, worker_id)


def may_pass_on_answer(worker: Worker, account: Account, organisation_id: int) -> bool:
    """An organisation's system passes on what own people without an account answered."""
    return people.may_pass_on_availability(worker, account, organisation_id)


def may_hire(account: Account, organisation_id: int) -> bool:
    """Hire from outside costs extra: only who holds that role at the organisation.

    Neither planners nor administrators hire without it.
    """
    return identity.has_role(account, RoleKind.HIRER, organisation_id)


def may_set_policy(account: Account, organisation_id: int) -> bool:
    """Who plans for the organisation decides how its shifts are asked around."""
    return organisations.may_plan(account, organisation_id)


def may_set_weights(account: Account, organisation_id: int) -> bool:
    """Who plans for an organisation of a pool sets how much each criterion counts there."""
    return organisations.may_plan(account, organisation_id)
