"""What was paid of invoices, by the bank or by setting off."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.money import as_text
from flexpool.periods import AMSTERDAM
from flexpool.settlement import SetOff as Proposal
from flexpool.settlement import set_off
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.settlement import permissions, queries
from rondstroom.rooms.settlement.models import Invoice, Payment, SetOff
from rondstroom.rooms.settlement.states import PaymentKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


class UnableToPay(journal.UnableToAct):
    """Nothing was written down as paid; the text says why."""


@patient
@transaction.atomic
def record_payment(
    *, invoice: Invoice, cents: int, on_day: date, by: Account, at: datetime
) -> Payment:
    """Write down that a part of an invoice came in; never more than is open.

    Journal: `settlement.invoice.paid`.
    """
    if not permissions.may_settle(by, invoice.seller_id):
        raise UnableToPay(_("Alleen wie de factuur stuurde, schrijft op wat er binnenkwam."))
    Invoice.objects.select_for_update().get(pk=invoice.pk)
    row = queries.invoice(invoice.pk)
    assert row is not None
    left = queries.open_of(row)
    if not 0 < cents / (left or -cents or 1) <= 1:
        raise UnableToPay(
            _("Van factuur %(number)s staat %(left)s open; meer kan er niet af.")
            % {"number": row.number, "left": as_text(left)}
        )
    paid = Payment.objects.create(
        invoice=row, kind=PaymentKind.BANK, cents=cents, on_day=on_day, by_name=by.name
    )
    journal.record(
        event="settlement.invoice.paid",
        by=by,
        at=at,
        subject=f"invoice:{row.pk}",
        organisation_id=row.seller_id,
        cents=cents,
    )
    return paid


@patient
@transaction.atomic
def set_off_with(
    *, organisation: Organisation, other: Organisation, by: Account, at: datetime
) -> SetOff:
    """Let the open invoices of two organisations fall away against each other.

    The invoices stay, with their VAT; only payment is set off.
    Journal: `settlement.set-off.made`, for both.
    """
    if not permissions.may_settle(by, organisation.pk):
        raise UnableToPay(_("Voor %(name)s verreken je niet.") % {"name": organisation.name})
    found = _locked_proposal(organisation, other)
    today = at.astimezone(AMSTERDAM).date()
    row = SetOff.objects.create(
        one=organisation, other=other, cents=found.cents, on_day=today, by_name=by.name
    )
    Payment.objects.bulk_create(_parts(row, found))
    lines = [
        journal.Line(f"set-off:{row.pk}", one.pk, None, {"cents": found.cents})
        for one in (organisation, other)
    ]
    journal.record_many(event="settlement.set-off.made", by=by, at=at, lines=lines)
    return row


def _locked_proposal(organisation: Organisation, other: Organisation) -> Proposal:
    """Give what falls away, and let nobody else pay these invoices until it is kept."""
    pair = [organisation.pk, other.pk]
    both = Invoice.objects.filter(seller_id__in=pair, buyer_id__in=pair)
    list(both.select_for_update().order_by("pk"))
    found = set_off(queries.debts(pair), *pair)
    if not found.cents:
        raise UnableToPay(
            _("Er valt niets weg te strepen: %(name)s staat maar aan één kant open.")
            % {"name": other.name},
            "nothing",
        )
    return found


def _parts(row: SetOff, found: Proposal) -> list[Payment]:
    return [
        Payment(
            invoice_id=int(name),
            kind=PaymentKind.SET_OFF,
            cents=cents,
            on_day=row.on_day,
            set_off=row,
            by_name=row.by_name,
        )
        for name, cents in found.parts
    ]
