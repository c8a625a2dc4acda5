"""What people are told about their requests and lost shifts. Each reacts to a journal event."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import wording

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.matching.models import Offer, Request
    from rondstroom.rooms.rosters.models import Assignment

SIMILAR = 5


def tell_accepted(*, request_id: int, by: Account, at: datetime, **event: Any) -> None:
    """Pass on what a planner wrote with a yes; that one has the place is told by the roster."""
    if event.get("answer", "").strip():
        _tell_asker(request_id, by, at, _accepted)


def _accepted(asked: Request) -> Words:
    when = wording.span(asked.shift.starts_at, asked.shift.ends_at)
    return Words(_("Je aanvraag is bevestigd: %(when)s") % {"when": when}, asked.answer)


def tell_declined(*, request_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell a worker that the shift goes to others, with what was written about it."""
    _tell_asker(request_id, by, at, _declined)


def _declined(asked: Request) -> Words:
    when = wording.span(asked.shift.starts_at, asked.shift.ends_at)
    return Words(_("Deze dienst is het niet geworden: %(when)s") % {"when": when}, asked.answer)


def tell_offered(*, request_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell the first of the waiting list that a place came free."""
    _tell_asker(request_id, by, at, _offered)


def _offered(asked: Request) -> Words:
    when = wording.span(asked.shift.starts_at, asked.shift.ends_at)
    text = _("Er is een plaats vrij en jij bent aan de beurt. Je krijgt antwoord vóór %(due)s.") % {
        "due": wording.when(asked.answer_due_at)
    }
    return Words(_("Er is een plaats vrij: %(when)s") % {"when": when}, text)


def _tell_asker(request_id: int, by: Account, at: datetime, words: Any) -> None:
    asked = queries.request(request_id)
    account = asked.worker.account if asked is not None else None
    if asked is None or account is None:
        return
    messages.tell(
        to=[account],
        kind=MessageKind.ANSWER,
        words=lambda: words(asked),
        subject=f"shift:{asked.shift_id}",
        urgent=asked.shift.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )


def tell_ring(*, cascade_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Ask everybody of a ring that opened, at once; only who may work the shift is in a ring."""
    asked = queries.offers_with_account(cascade_id)
    if not asked:
        return
    messages.tell(
        to=[one.worker.account for one in asked if one.worker.account is not None],
        kind=MessageKind.OFFER,
        words=lambda: _asked(asked[0]),
        subject="offers",
        once=f"cascade:{cascade_id}",
        answer_by=asked[0].answer_due_at,
        by=by,
        at=at,
    )


def _asked(offer: Offer) -> Words:
    shift = offer.cascade.shift
    when = wording.span(shift.starts_at, shift.ends_at)
    text = _("Kun je deze dienst werken, bij %(where)s? Antwoord vóór %(due)s.") % {
        "where": wording.place(shift),
        "due": wording.when(offer.answer_due_at),
    }
    return Words(_("Kun je werken: %(when)s?") % {"when": when}, text)


def end_asking(*, cascade_id: int, by: Account, at: datetime, **event: Any) -> None:
    """Let an offer that was answered no longer wait in the inbox; at the end all of them."""
    offer = queries.offer(event["offer_id"]) if "offer_id" in event else None
    account = offer.worker.account if offer is not None else None
    if "offer_id" not in event or account is not None:
        messages.settle(once=f"cascade:{cascade_id}", account=account, by=by, at=at)


def tell_passed(*, offer_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell who said yes that the shift went to somebody else: nobody is left without an answer."""
    offer = queries.offer(offer_id)
    account = offer.worker.account if offer is not None else None
    if offer is None or account is None:
        return
    shift = offer.cascade.shift
    messages.tell(
        to=[account],
        kind=MessageKind.ANSWER,
        words=lambda: _passed(offer),
        subject=f"shift:{shift.pk}",
        once=f"passed:{offer_id}",
        by=by,
        at=at,
    )


def _passed(offer: Offer) -> Words:
    shift = offer.cascade.shift
    when = wording.span(shift.starts_at, shift.ends_at)
    text = offer.answer or _("De dienst is naar iemand anders gegaan. Fijn dat je wilde.")
    return Words(_("Deze dienst is het niet geworden: %(when)s") % {"when": when}, text)


def tell_lost_shift(
    *, assignment_id: int, by: Account, at: datetime, reason: str = "", **_event: Any
) -> None:
    """Tell a worker who lost a shift, and name at once what else that worker may work.

    Nobody turns up for nothing; and who counted on the hours finds others while they are there.
    """
    row = rosters.assignment(assignment_id)
    account = row.worker.account if row is not None else None
    shift = demand.shift(row.shift_id) if row is not None else None
    if row is None or shift is None or account is None or account.pk == by.pk or row.ends_at <= at:
        return
    similar = queries.similar_shifts(row.worker, shift, at, limit=SIMILAR)
    messages.tell(
        to=[account],
        kind=MessageKind.ROSTER,
        words=lambda: _lost(row, reason, [card.shift for card in similar]),
        subject=f"shift:{row.shift_id}",
        urgent=row.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )


def _lost(row: Assignment, reason: str, similar: list[Any]) -> Words:
    when = wording.span(row.starts_at, row.ends_at)
    parts = [_("Je hoeft hiervoor niet te komen."), f"{reason.rstrip('.')}." if reason else ""]
    if similar:
        named = "; ".join(wording.span(one.starts_at, one.ends_at) for one in similar)
        also = ngettext(
            "Deze andere dienst kun je wel werken: %(named)s.",
            "Deze andere diensten kun je wel werken: %(named)s.",
            len(similar),
        )
        parts.append(also % {"named": named})
    text = " ".join(part for part in parts if part)
    return Words(_("Je dienst gaat voor jou niet door: %(when)s") % {"when": when}, text)
