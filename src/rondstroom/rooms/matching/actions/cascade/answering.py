"""Who was asked says yes or no."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.cascade.advancing import locked, proceed
from rondstroom.rooms.matching.actions.cascade.writing import write_offers
from rondstroom.rooms.matching.models import Offer
from rondstroom.rooms.matching.states import OFFER_TRANSITIONS, OfferState, StepState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToAnswerOffer(journal.UnableToAct):
    """The time to answer is over, or this worker cannot work the shift any more."""


@patient
@transaction.atomic
def answer_offer(*, offer: Offer, wants: bool, by: Account, at: datetime) -> Offer:
    """Say yes or no to an offer; until the ring closes one may change one's mind.

    Yes is no booking yet: at the close places are given in turn, and whoever is first in turn
    does not wait for the others. Journal: `matching.offer.accepted` or `declined`.
    """
    cascade = locked(offer.cascade_id)
    row = Offer.objects.select_related("worker", "step").get(pk=offer.pk)
    row.cascade = cascade
    wanted = OfferState.ACCEPTED if wants else OfferState.DECLINED
    if row.state == wanted or (wants and row.state == OfferState.BOOKED):
        return row
    is_closed = row.step.state != StepState.OPEN or row.answer_due_at <= at
    if is_closed or wanted not in OFFER_TRANSITIONS[OfferState(row.state)]:
        raise UnableToAnswerOffer(
            _("Je kunt niet meer antwoorden: %(state)s. Kijk of er een andere dienst is.")
            % {"state": row.answer or OfferState(row.state).label},
            "closed",
        )
    if wants:
        _check_may_work(row, at)
    row.state, row.answered_at = wanted, at
    row.save(update_fields=["state", "answered_at"])
    write_offers([row], str(wanted), by, at)
    proceed(cascade, by, at)
    row.refresh_from_db()
    return row


def _check_may_work(row: Offer, at: datetime) -> None:
    shift = demand.shift(row.cascade.shift_id)
    assert shift is not None
    against = queries.eligibility(row.worker, shift, at).reasons
    if against:
        told = " ".join(f"{one.text} {one.remedy}".strip() for one in against)
        raise UnableToAnswerOffer(told, against[0].rule)
