"""Writing down that a duty of lending law was seen."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.contracts.duties import duties_of
from flexpool.contracts.duty_rules import ADMITTED
from rondstroom.rooms.contracts.actions.writing import record_under
from rondstroom.rooms.contracts.models import DutySeen, LendingAgreement
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToWriteDuty(journal.UnableToAct):
    """The duty does not hold here, or what was seen is not complete."""


@transaction.atomic
def write_duty_seen(
    *,
    agreement: LendingAgreement,
    duty: str,
    reference: str,
    seen_on: date,
    valid_through: date | None = None,
    admission: str = "",
    by: Account,
    at: datetime,
) -> DutySeen:
    """Write down that a duty was seen kept, and where. Journal: `contracts.duty.seen`."""
    _check(agreement, duty, reference, admission)
    row = DutySeen(
        agreement=agreement,
        duty=duty,
        seen_on=seen_on,
        valid_through=valid_through,
        admission=admission,
        reference=reference.strip(),
        by=by,
        at=at,
    )
    _save(row)
    record_under(
        agreement, "contracts.duty.seen", f"agreement:{agreement.pk}", by=by, at=at, duty=duty
    )
    return row


def _save(row: DutySeen) -> None:
    """Save what was seen with days in order."""
    if row.valid_through is not None and row.valid_through < row.seen_on:
        raise UnableToWriteDuty(
            _("Dit was al verlopen op de dag dat je het zag. Kijk de dagen na.")
        )
    journal.check_lengths(row, UnableToWriteDuty)
    row.save()


def _check(agreement: LendingAgreement, duty: str, reference: str, admission: str) -> None:
    """Refuse a duty that does not hold, or one that nobody can find again."""
    if duty not in {rule.id for rule in duties_of(agreement.basis)}:
        raise UnableToWriteDuty(_("Deze plicht geldt niet voor deze overeenkomst."))
    if not reference.strip():
        raise UnableToWriteDuty(_("Vul in waar het te vinden is, zoals een map of een kenmerk."))
    if (duty == ADMITTED.id) != bool(admission):
        raise UnableToWriteDuty(_("Kies hoe de uitlener in het register staat."))
