"""The journal's lines about a cascade and its offers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.states import OFFER_TRANSITIONS, OfferState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def write_down(cascade: Cascade, happened: str, by: Account, at: datetime, **data: Any) -> None:
    """Write the line about a cascade or a step of it."""
    journal.record(
        event=f"matching.cascade.{happened}",
        by=by,
        at=at,
        subject=f"shift:{cascade.shift_id}",
        organisation_id=cascade.shift.organisation_id,
        cascade_id=cascade.pk,
        **data,
    )


def write_offers(offers: Iterable[Offer], happened: str, by: Account, at: datetime) -> None:
    """Write a line for each of several offers that the same happened to, in one statement."""
    lines = [
        journal.Line(
            f"shift:{one.cascade.shift_id}",
            one.cascade.shift.organisation_id,
            one.worker_id,
            {"offer_id": one.pk, "cascade_id": one.cascade_id, "answer": one.answer},
        )
        for one in offers
    ]
    if lines:
        journal.record_many(event=f"matching.offer.{happened}", by=by, at=at, lines=lines)


def settle_offers(
    offers: Iterable[Offer], state: OfferState, answer: str, by: Account, at: datetime
) -> None:
    """Give several offers the same end, and write it down."""
    rows = list(offers)
    for row in rows:
        if state not in OFFER_TRANSITIONS[OfferState(row.state)]:
            raise ValueError(f"an offer that is {row.state} does not become {state}")
        row.state, row.answer = state, answer
        row.answered_at = row.answered_at or at
    Offer.objects.bulk_update(rows, ["state", "answer", "answered_at"])
    write_offers(rows, str(state), by, at)
