"""VAT grounds: proposed with answers and documents, approved by another, asked of the inspector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.contracts.vat.grounds import Ground
from rondstroom.rooms.contracts.actions.writing import record_under
from rondstroom.rooms.contracts.models import LendingAgreement, VatDecision
from rondstroom.rooms.contracts.states import VAT_TRANSITIONS, VatState
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


class UnableToSetVat(journal.UnableToAct):
    """The VAT ground cannot be proposed or decided like this."""


@transaction.atomic
def propose_vat(
    *,
    agreement: LendingAgreement,
    worker: Worker | None = None,
    ground: Ground,
    answers: Mapping[str, bool],
    documents: Sequence[str],
    starts_on: date,
    by: Account,
    at: datetime,
) -> VatDecision:
    """Propose on which ground VAT is due or not; it changes nothing before another approves.

    Journal: `contracts.vat.proposed`.
    """
    seen = _checked(agreement, ground, documents, starts_on)
    decision = VatDecision.objects.create(
        agreement=agreement,
        worker=worker,
        ground=ground.value,
        answers=dict(answers),
        documents=seen,
        starts_on=starts_on,
        proposed_by=by,
        proposed_at=at,
    )
    _record(decision, "proposed", by=by, at=at)
    return decision


def _checked(
    agreement: LendingAgreement, ground: Ground, documents: Sequence[str], starts_on: date
) -> list[str]:
    """Give the documents; refuse a day before the agreement, and no VAT without documents."""
    if starts_on < agreement.starts_on:
        raise UnableToSetVat(
            _("Op %(day)s geldt de overeenkomst nog niet. Kies een latere dag.")
            % {"day": starts_on}
        )
    seen = [text.strip() for text in documents if text.strip()]
    if ground is not Ground.TAXED and not seen:
        raise UnableToSetVat(
            _("Zonder stukken blijft de btw verschuldigd. Noem waar de voorwaarden staan."),
            code="no-documents",
        )
    return seen


@transaction.atomic
def approve_vat(*, decision: VatDecision, by: Account, at: datetime) -> None:
    """Be the second pair of eyes. Without VAT it is then applied and still to be confirmed.

    Journal: `contracts.vat.approved`.
    """
    taxed = decision.ground == Ground.TAXED
    row = _moved(decision, VatState.CONFIRMED if taxed else VatState.TO_CONFIRM)
    if row.proposed_by_id == by.pk:
        raise UnableToSetVat(
            _("Je hebt deze grond zelf voorgesteld. Laat een collega of de andere kant kijken."),
            code="four-eyes",
        )
    row.decided_by, row.decided_at = by, at
    _save(row, decision)
    _record(row, "approved", by=by, at=at)


@transaction.atomic
def confirm_vat(
    *, decision: VatDecision, reference: str, answered_on: date, by: Account, at: datetime
) -> None:
    """Write down that the tax inspector confirmed. Journal: `contracts.vat.confirmed`."""
    if not reference.strip():
        raise UnableToSetVat(
            _("Noem het kenmerk van de brief van de inspecteur: daarmee kan iedereen hem vinden.")
        )
    row = _moved(decision, VatState.CONFIRMED, only_from=VatState.TO_CONFIRM)
    row.inspector_reference, row.inspector_on = reference.strip(), answered_on
    journal.check_lengths(row, UnableToSetVat)
    _save(row, decision)
    _record(row, "confirmed", by=by, at=at, answered_on=answered_on)


@transaction.atomic
def decline_vat(*, decision: VatDecision, by: Account, at: datetime) -> None:
    """Say no, or write down that the inspector did: the work is taxed, from the first day.

    Journal: `contracts.vat.declined`; what was settled without VAT is to be corrected.
    """
    row = _moved(decision, VatState.DECLINED)
    row.decided_by, row.decided_at = row.decided_by or by, row.decided_at or at
    _save(row, decision)
    _record(row, "declined", by=by, at=at)


def _moved(
    decision: VatDecision, state: VatState, only_from: VatState | None = None
) -> VatDecision:
    """Give the row, locked, in its new state; refuse a move that its life does not know."""
    row = VatDecision.objects.select_for_update().get(pk=decision.pk)
    before = VatState(row.state)
    if state not in VAT_TRANSITIONS[before] or (only_from and before != only_from):
        raise UnableToSetVat(
            _("Deze btw-grond is al %(state)s.") % {"state": before.label}, code="decided"
        )
    row.state = state
    return row


def _save(row: VatDecision, decision: VatDecision) -> None:
    """Save the row, and let who holds the older value see its state."""
    row.save()
    decision.state = row.state


def _record(decision: VatDecision, what: str, *, by: Account, at: datetime, **data: Any) -> None:
    """Write in the journal of both sides what happened to a ground."""
    record_under(
        decision.agreement,
        f"contracts.vat.{what}",
        f"vat:{decision.pk}",
        by=by,
        at=at,
        worker_id=decision.worker_id,
        ground=decision.ground,
        starts_on=decision.starts_on,
        **data,
    )
