"""A cascade ends: filled, stopped, lapsed, too late, or with nobody left to ask."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rondstroom.rooms.matching.actions.cascade.writing import settle_offers, write_down
from rondstroom.rooms.matching.models import Cascade, Offer, Step
from rondstroom.rooms.matching.states import (
    CASCADE_TRANSITIONS,
    CascadeState,
    OfferState,
    StepState,
)
from rondstroom.rooms.rosters import queries as assignments

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Assignment


def _on_shift(cascade: Cascade) -> list[Assignment]:
    return assignments.assignments_of_shifts([cascade.shift_id])[cascade.shift_id]


def _living(offers: QuerySet[Offer], **which: Any) -> list[Offer]:
    return list(offers.filter(state__in=[OfferState.OFFERED, OfferState.ACCEPTED], **which))


def finish(cascade: Cascade, state: CascadeState, reason: str, by: Account, at: datetime) -> None:
    """End a cascade; everybody who was asked and not answered yet hears how it ended.

    Journal: `matching.cascade.ended`, and a line per offer.
    """
    if state not in CASCADE_TRANSITIONS[CascadeState(cascade.state)]:
        return
    cascade.state, cascade.ended_at, cascade.end_reason = state, at, reason
    cascade.save(update_fields=["state", "ended_at", "end_reason"])
    Step.objects.filter(cascade=cascade, state=StepState.OPEN).update(
        state=StepState.CLOSED, closed_at=at
    )
    waiting = [StepState.PENDING, StepState.TO_CONFIRM]
    Step.objects.filter(cascade=cascade, state__in=waiting).update(
        state=StepState.SKIPPED, reason=_("niet meer nodig: %(why)s") % {"why": reason}
    )
    living = Offer.objects.filter(cascade=cascade).select_related("cascade__shift", "worker")
    if state == CascadeState.FILLED:
        on_it = [row.worker_id for row in _on_shift(cascade)]
        settle_offers(_living(living, worker_id__in=on_it), OfferState.BOOKED, "", by, at)
        keen = list(living.filter(state=OfferState.ACCEPTED))
        answer = _("De plaats is vergeven.")
        settle_offers(keen, OfferState.PASSED, answer, by, at)
    rest = _living(living)
    answer = _("Je hoeft niet meer te antwoorden: %(why)s.") % {"why": reason}
    settle_offers(rest, OfferState.WITHDRAWN, answer, by, at)
    write_down(cascade, "ended", by, at, outcome=str(state), reason=reason)
