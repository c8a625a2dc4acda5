"""How this room writes in the journal: a line for each organisation that it concerns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.contracts.models import LendingAgreement
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def record_under(
    agreement: LendingAgreement,
    event: str,
    subject: str,
    *,
    by: Account,
    at: datetime,
    worker_id: int | None = None,
    **data: Any,
) -> None:
    """Write what happened under an agreement in the journals of both sides; never an amount."""
    sides = [one for one in (agreement.lender_id, agreement.borrower_id) if one is not None]
    told = {"agreement": agreement.pk, **data}
    lines = [journal.Line(subject, one, worker_id, told) for one in sides]
    journal.record_many(event=event, by=by, at=at, lines=lines)
