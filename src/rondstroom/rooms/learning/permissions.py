"""Who composes what is shown at a place, and who notes that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import permissions as people
from rondstroom.rooms.skills import permissions as skills

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def may_compose(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may say what is shown at the locations: who plans or checks there."""
    return organisations.may_plan(account, organisation_id) or skills.may_verify(
        account, organisation_id
    )


def may_guide(account: Account | AnonymousUser, worker_id: int, organisation_id: int) -> bool:
    """Say whether an account may note what a worker was shown, and name a mentor: never one's own.

    Whether the worker comes to the organisation at all is for the rosters to say.
    """
    return may_compose(account, organisation_id) and not people.is_self(account, worker_id)
