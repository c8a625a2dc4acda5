"""Who may make, change and see shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.organisations import permissions as organisations

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def may_change_shift(account: Account | AnonymousUser, shift: Shift) -> bool:
    """Say whether an account may change, publish or cancel a shift: who may plan there."""
    return organisations.may_plan(account, shift.organisation_id)


def may_see_shift(account: Account | AnonymousUser, shift: Shift) -> bool:
    """Say whether an account may see a shift from a desk.

    Who may plan there sees all; the region's coordinator sees what is published. Whether a worker
    may see it is for `matching` to say.
    """
    if organisations.may_plan(account, shift.organisation_id):
        return True
    return shift.state == ShiftState.PUBLISHED and (
        organisations.may_see_planning(account, shift.organisation_id)
    )
