"""Suppliers in the file of an organisation, and whose people they are."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts.models import EngagementTerms, Supplier
from rondstroom.rooms.contracts.states import SupplierKind
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Engagement

EIGHT_DIGITS = re.compile(r"[0-9]{8}")


class UnableToKeepSupplier(journal.UnableToAct):
    """The supplier cannot be kept like this."""


@transaction.atomic
def add_supplier(
    *,
    organisation: Organisation,
    name: str,
    kind: SupplierKind,
    chamber_number: str = "",
    by: Account,
    at: datetime,
) -> Supplier:
    """Open a supplier's file. Journal: `contracts.supplier.added`."""
    number = chamber_number.replace(" ", "")
    row = Supplier(
        organisation=organisation, name=name.strip(), kind=SupplierKind(kind), chamber_number=number
    )
    _save(row)
    journal.record(
        event="contracts.supplier.added",
        by=by,
        at=at,
        subject=f"supplier:{row.pk}",
        organisation_id=organisation.pk,
    )
    return row


def _save(row: Supplier) -> None:
    """Save a new supplier with a name of its own."""
    if not row.name:
        raise UnableToKeepSupplier(_("Deze leverancier heeft geen naam. Vul een naam in."))
    if row.chamber_number and not EIGHT_DIGITS.fullmatch(row.chamber_number):
        raise UnableToKeepSupplier(
            _("“%(number)s” is geen KvK-nummer: dat heeft acht cijfers.")
            % {"number": row.chamber_number[:20]}
        )
    journal.check_lengths(row, UnableToKeepSupplier)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToKeepSupplier(
            _("%(name)s staat al in het dossier van %(organisation)s. Open dat.")
            % {"name": row.name, "organisation": row.organisation.name},
            code="taken",
        ) from None


@transaction.atomic
def set_supplier(
    *, engagement: Engagement, supplier: Supplier, by: Account, at: datetime
) -> EngagementTerms:
    """Say which supplier a hired person comes from. Journal: `contracts.supplier.set`."""
    if supplier.organisation_id != engagement.organisation_id:
        raise UnableToKeepSupplier(
            _("%(supplier)s staat niet in het dossier van %(organisation)s.")
            % {"supplier": supplier.name, "organisation": engagement.organisation.name}
        )
    terms, _is_new = EngagementTerms.objects.update_or_create(
        engagement=engagement, defaults={"supplier": supplier}
    )
    journal.record(
        event="contracts.supplier.set",
        by=by,
        at=at,
        subject=f"engagement:{engagement.pk}",
        organisation_id=engagement.organisation_id,
        worker_id=engagement.worker_id,
        supplier=supplier.pk,
    )
    return terms
