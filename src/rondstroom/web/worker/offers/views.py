"""What I was asked for, and my answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.states import OfferState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

PER_PAGE = 20
LIVING = (OfferState.OFFERED, OfferState.ACCEPTED)


@require_safe
@for_worker
def offers(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what may still be answered, and then what came of earlier offers."""
    past = queries.offers_of(worker.pk).exclude(state__in=LIVING)
    context = {
        "living": list(queries.living_offers(worker.pk)),
        "page": Paginator(past, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "worker/offers/offers.html", context)


@require_POST
@for_worker
def answer(request: HttpRequest, worker: Worker, offer_id: int) -> HttpResponse:
    """Say yes or no; until the ring closes one may change one's mind."""
    row = queries.offer(offer_id)
    mine = found(row if row and row.worker_id == worker.pk else None)
    wants = request.POST.get("answer") == "yes"
    try:
        done = actions.answer_offer(
            offer=mine, wants=wants, by=account_of(request), at=timezone.now()
        )
    except actions.UnableToAnswerOffer as refusal:
        messages.error(request, str(refusal))
        return redirect("worker:offers")
    messages.success(request, _said(done.state))
    return redirect("worker:offers")


def _said(state: str) -> str:
    if state == OfferState.BOOKED:
        return _("De dienst is van jou. Hij staat in je rooster.")
    if state == OfferState.DECLINED:
        return _("Je hebt nee gezegd. Een reden hoeft niet.")
    return _("Je hebt ja gezegd. Na de antwoordtijd hoor je of je ingeroosterd bent.")
