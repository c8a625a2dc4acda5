"""Who may see and decide on agreements, rates, VAT grounds, suppliers and work codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.contracts.models import (
    LendingAgreement,
    RateCard,
    Supplier,
    VatDecision,
    WorkCodeVersion,
)
from rondstroom.rooms.identity import permissions as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions as organisations

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def may_see_agreement(account: Account | AnonymousUser, agreement: LendingAgreement) -> bool:
    """Say whether an account may see an agreement: who does finance at one of its two sides."""
    return any(organisations.may_see_costs(account, one) for one in _sides(agreement))


def may_propose(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may propose agreements and rates for an organisation: finance."""
    return organisations.may_see_costs(account, organisation_id)


def may_decide_agreement(account: Account | AnonymousUser, agreement: LendingAgreement) -> bool:
    """Say whether an account may sign for the other side: finance there, and not who proposed."""
    return agreement.proposed_by_id != account.pk and any(
        organisations.may_see_costs(account, one)
        for one in _sides(agreement)
        if one != agreement.proposing_id or agreement.lender_id is None
    )


def may_decide_rate(account: Account | AnonymousUser, card: RateCard) -> bool:
    """Say whether an account is the second pair of eyes: finance at a side, not who proposed."""
    return card.proposed_by_id != account.pk and may_see_agreement(account, card.agreement)


def may_decide_vat(account: Account | AnonymousUser, decision: VatDecision) -> bool:
    """Say whether an account is the second pair of eyes: finance at a side, not who proposed."""
    return decision.proposed_by_id != account.pk and may_see_agreement(account, decision.agreement)


def may_see_supplier(account: Account | AnonymousUser, supplier: Supplier) -> bool:
    """Say whether an account may see a supplier's file: who does finance where it is kept."""
    return organisations.may_see_costs(account, supplier.organisation_id)


def may_review_relation(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may read and keep files on self-employed people: finance there."""
    return organisations.may_see_costs(account, organisation_id)


def may_draw_up_code(
    account: Account | AnonymousUser, *, organisation_id: int | None = None
) -> bool:
    """Say whether an account may draw up a work code.

    Of an organisation: its HR or administrator. Of a pool, when none is given: the coordinator.
    """
    if organisation_id is None:
        return identity.is_regional(account)
    return any(
        identity.has_role(account, kind, organisation_id)
        for kind in (RoleKind.HR, RoleKind.ADMINISTRATOR)
    )


def may_decide_code(account: Account | AnonymousUser, row: WorkCodeVersion) -> bool:
    """Say whether an account is the second pair of eyes: who may draw up, and did not."""
    return row.proposed_by_id != account.pk and may_draw_up_code(
        account, organisation_id=row.organisation_id
    )


def _sides(agreement: LendingAgreement) -> list[int]:
    """Give the organisations of an agreement."""
    return [one for one in (agreement.lender_id, agreement.borrower_id) if one is not None]
