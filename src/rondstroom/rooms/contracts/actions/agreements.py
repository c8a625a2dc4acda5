"""Agreeing who lends to whom: one side proposes, the other signs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts.actions.agreed import Agreed, UnableToAgree
from rondstroom.rooms.contracts.actions.writing import record_under
from rondstroom.rooms.contracts.models import LendingAgreement, Supplier
from rondstroom.rooms.contracts.queries.agreements import locked_agreement
from rondstroom.rooms.contracts.states import (
    AGREEMENT_TRANSITIONS,
    BASIS_OF_SUPPLIER,
    BETWEEN_ORGANISATIONS,
    AgreementState,
    Basis,
    SupplierKind,
)
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


@transaction.atomic
def propose_agreement(
    *,
    lender: Organisation,
    borrower: Organisation,
    basis: Basis,
    agreed: Agreed,
    proposing: Organisation,
    by: Account,
    at: datetime,
) -> LendingAgreement:
    """Propose that people of one organisation work at another; it holds once both have signed.

    Journal: `contracts.agreement.proposed`, for both sides.
    """
    _check(lender, borrower, Basis(basis), agreed, proposing)
    agreement = _written(
        LendingAgreement(lender=lender, borrower=borrower, basis=Basis(basis), proposing=proposing),
        agreed,
        by,
        at,
    )
    _record(agreement, "proposed", by=by, at=at)
    return agreement


def _check(
    lender: Organisation,
    borrower: Organisation,
    basis: Basis,
    agreed: Agreed,
    proposing: Organisation,
) -> None:
    """Refuse an agreement with oneself, of others, or on a basis that does not fit."""
    if proposing.pk not in {lender.pk, borrower.pk}:
        raise UnableToAgree(_("Alleen uitlener of inlener kan een overeenkomst voorstellen."))
    if lender.pk == borrower.pk:
        raise UnableToAgree(
            _("%(name)s kan niet aan zichzelf uitlenen. Kies twee organisaties.")
            % {"name": lender.name}
        )
    if basis not in BETWEEN_ORGANISATIONS:
        raise UnableToAgree(
            _("“%(basis)s” kan niet tussen twee organisaties. Leg een leverancier vast.")
            % {"basis": basis.label}
        )
    if basis == Basis.COLLEGIAL and not agreed.for_own_enterprise:
        raise UnableToAgree(
            _(
                "Collegiale hulp kan alleen met mensen die %(name)s voor het eigen werk in dienst "
                "heeft (Waadi art. 1 lid 3b). Kies anders detachering door de poolorganisatie."
            )
            % {"name": lender.name},
            code="not-for-own-enterprise",
        )


@transaction.atomic
def record_supplier_agreement(
    *, supplier: Supplier, agreed: Agreed, by: Account, at: datetime
) -> LendingAgreement:
    """Write down an agreement with a supplier that both have signed on paper; it holds at once.

    Journal: `contracts.agreement.recorded`.
    """
    if not agreed.reference.strip():
        raise UnableToAgree(
            _("Waar is de getekende overeenkomst met %(name)s te vinden? Vul het kenmerk in.")
            % {"name": supplier.name}
        )
    agreement = LendingAgreement(
        supplier=supplier,
        borrower=supplier.organisation,
        basis=BASIS_OF_SUPPLIER[SupplierKind(supplier.kind)],
        proposing=supplier.organisation,
        state=AgreementState.ACTIVE,
        decided_by=by,
        decided_at=at,
    )
    _written(agreement, agreed, by, at)
    _record(agreement, "recorded", by=by, at=at)
    return agreement


@transaction.atomic
def sign_agreement(*, agreement: LendingAgreement, by: Account, at: datetime) -> None:
    """Sign for the other side; from then on it holds. Journal: `contracts.agreement.signed`."""
    _decide(agreement, AgreementState.ACTIVE, by=by, at=at)
    _record(agreement, "signed", by=by, at=at)


@transaction.atomic
def decline_agreement(*, agreement: LendingAgreement, by: Account, at: datetime) -> None:
    """Say no to what was proposed. Journal: `contracts.agreement.declined`."""
    _decide(agreement, AgreementState.DECLINED, by=by, at=at)
    _record(agreement, "declined", by=by, at=at)


@transaction.atomic
def end_agreement(*, agreement: LendingAgreement, ends_on: date, by: Account, at: datetime) -> None:
    """Let an agreement hold up to, not including, a day. Journal: `contracts.agreement.ended`."""
    row = locked_agreement(agreement.pk)
    if row.state != AgreementState.ACTIVE or ends_on <= row.starts_on:
        raise UnableToAgree(
            _("Deze overeenkomst kan niet eindigen op %(day)s. Kies een dag na de eerste dag.")
            % {"day": ends_on}
        )
    row.ends_on = agreement.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    _record(row, "ended", by=by, at=at, ends_on=ends_on)


def _written(
    agreement: LendingAgreement, agreed: Agreed, by: Account, at: datetime
) -> LendingAgreement:
    """Save a new agreement with days in order."""
    if agreed.ends_on is not None and agreed.ends_on <= agreed.starts_on:
        raise UnableToAgree(
            _("De overeenkomst eindigt voor de eerste dag. Kies een latere laatste dag.")
        )
    for name in ("starts_on", "ends_on", "authority", "for_own_enterprise"):
        setattr(agreement, name, getattr(agreed, name))
    agreement.reference = agreed.reference.strip()
    agreement.proposed_by, agreement.proposed_at = by, at
    journal.check_lengths(agreement, UnableToAgree)
    agreement.save()
    return agreement


def _decide(
    agreement: LendingAgreement, state: AgreementState, *, by: Account, at: datetime
) -> None:
    """Move a proposed agreement to its decision, once."""
    row = locked_agreement(agreement.pk)
    if state not in AGREEMENT_TRANSITIONS[AgreementState(row.state)]:
        raise UnableToAgree(
            _("Over deze overeenkomst is al beslist: %(state)s.")
            % {"state": AgreementState(row.state).label},
            code="decided",
        )
    if row.proposed_by_id == by.pk:
        raise UnableToAgree(
            _("Je hebt deze overeenkomst zelf voorgesteld. De andere kant tekent."),
            code="four-eyes",
        )
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save(update_fields=["state", "decided_by", "decided_at"])
    agreement.state = state


def _record(
    agreement: LendingAgreement, what: str, *, by: Account, at: datetime, **data: Any
) -> None:
    """Write in the journal of both sides what happened."""
    event, subject = f"contracts.agreement.{what}", f"agreement:{agreement.pk}"
    record_under(agreement, event, subject, by=by, at=at, basis=agreement.basis, **data)
