"""What must stand on an invoice about an organisation."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.settlement import permissions
from rondstroom.rooms.settlement.models import BillingDetails

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


class UnableToKeepDetails(journal.UnableToAct):
    """The details stay as they were; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Legal name and number, VAT number, address, account, and the reference that buyers want."""

    legal_name: str
    legal_id: str
    street: str
    postal_code: str
    city: str
    iban: str
    reference: str
    legal_scheme: str = "0106"
    vat_id: str = ""
    payment_days: int = 30


@transaction.atomic
def keep_billing_details(
    *, organisation: Organisation, details: Details, by: Account, at: datetime
) -> BillingDetails:
    """Keep what stands on invoices from now on; those that were sent stay as they are.

    Journal: `settlement.billing-details.kept`, without the details.
    """
    if not permissions.may_settle(by, organisation.pk):
        raise UnableToKeepDetails(
            _("De factuurgegevens van %(name)s verander je niet.") % {"name": organisation.name}
        )
    row = BillingDetails.objects.filter(organisation=organisation).first()
    row = row or BillingDetails(organisation=organisation)
    for name, told in asdict(details).items():
        setattr(row, name, told.strip() if isinstance(told, str) else told)
    journal.check_lengths(row, UnableToKeepDetails)
    row.save()
    journal.record(
        event="settlement.billing-details.kept",
        by=by,
        at=at,
        subject=f"organisation:{organisation.pk}",
        organisation_id=organisation.pk,
    )
    return row
