"""What is offered to whom while a shift of the organisation is asked around."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.problems import Problem
from rondstroom.api.resources import own
from rondstroom.api.values.offers import OfferOut, offers_of
from rondstroom.api.values.plain import Id, Number
from rondstroom.rooms.matching import actions, permissions, queries

router = Router(tags=["offers"])
States = Literal["offered", "accepted", "declined", "expired", "booked", "passed", "withdrawn"]


class Wanted(Asked):
    """Which offers."""

    state: States | None = None
    shift: Number | None = None
    worker: Number | None = None


@router.get("/offers", response=Page[OfferOut])
@reads("offers:read")
def list_offers(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give what was offered to whom, with what came of it; never the points of the ranking."""
    asked = {
        "state": wanted.state,
        "cascade__shift_id": wanted.shift,
        "worker_id": wanted.worker,
    }
    rows = queries.offers_at(caller_of(request).organisation_id)
    given = {name: value for name, value in asked.items() if value is not None}
    return page_of(rows.filter(**given), wanted, offers_of)


@router.get("/offers/{offer_id}", response=OfferOut)
@reads("offers:read")
def one_offer(request: HttpRequest, offer_id: Id) -> Any:
    """Give one offer."""
    return offers_of([own.offered(request, offer_id)])[0]


@router.post("/offers/{offer_id}/accept", response=OfferOut)
@writes("offers:write")
def accept(request: HttpRequest, offer_id: Id) -> Any:
    """Pass on a yes; it is no booking yet: places are given when the ring closes."""
    return _answer(request, offer_id, wants=True)


@router.post("/offers/{offer_id}/decline", response=OfferOut)
@writes("offers:write")
def decline(request: HttpRequest, offer_id: Id) -> Any:
    """Pass on a no; nobody asks why."""
    return _answer(request, offer_id, wants=False)


def _answer(request: HttpRequest, offer_id: int, *, wants: bool) -> Any:
    row = own.offered(request, offer_id)
    caller = caller_of(request)
    if not permissions.may_pass_on_answer(row.worker, caller.account, caller.organisation_id):
        text = _("%(name)s antwoordt zelf: alleen voor eigen mensen zonder account kan dat hier.")
        raise Problem("refused", text % {"name": row.worker.name}, {"refusal": "says-it-there"})
    actions.answer_offer(offer=row, wants=wants, **caller.signed)
    return 200, offers_of([own.offered(request, offer_id)])[0]
