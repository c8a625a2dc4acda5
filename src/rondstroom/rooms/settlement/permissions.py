"""Who registers and agrees to hours, who settles, and who reads an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import permissions as people
from rondstroom.rooms.settlement.states import Side

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Assignment
    from rondstroom.rooms.settlement.models import Hours, Invoice


def may_register(account: Account, assignment: Assignment) -> bool:
    """Who worked tells the hours; the planner of the organisation may do it for them."""
    return people.is_self(account, assignment.worker_id) or organisations.may_plan(
        account, assignment.shift.organisation_id
    )


def may_correct(account: Account, hours: Hours) -> bool:
    """Who worked, and who plans at either organisation, may tell other hours afterwards."""
    return people.is_self(account, hours.worker_id) or _plans(account, hours)


def may_see_hours(account: Account, hours: Hours) -> bool:
    """Who worked, and who plans or does the money at either organisation; nobody else."""
    return may_correct(account, hours) or any(
        organisations.may_see_costs(account, pk) for pk in (hours.borrower_id, hours.lender_id)
    )


def may_approve(account: Account, hours: Hours, side: Side) -> bool:
    """Who plans for a side agrees for it; nobody agrees to the own hours."""
    if people.is_self(account, hours.worker_id):
        return False
    organisation_id = hours.borrower_id if side == Side.BORROWER else hours.lender_id
    return organisations.may_plan(account, organisation_id)


def may_settle(account: Account, organisation_id: int) -> bool:
    """Who does the money of an organisation settles what it lent, and sets its rules."""
    is_machine = getattr(account, "is_machine", False)  # strangers are no account at all
    return is_machine or organisations.may_see_costs(account, organisation_id)


def may_see_invoice(account: Account, invoice: Invoice) -> bool:
    """Who does the money of seller or buyer reads it; so both sides can recompute it."""
    return any(
        organisations.may_see_costs(account, pk) for pk in (invoice.seller_id, invoice.buyer_id)
    )


def may_control_hire(account: Account, organisation_id: int) -> bool:
    """Who does the money of an organisation follows its hire, and writes down measures."""
    return organisations.may_see_costs(account, organisation_id)


def _plans(account: Account, hours: Hours) -> bool:
    return any(organisations.may_plan(account, pk) for pk in (hours.borrower_id, hours.lender_id))
