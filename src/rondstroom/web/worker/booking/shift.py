"""One shift: where to be, what to know, and booking it or asking for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.cards import Card
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.components.work_code.words import sentences
from rondstroom.web.worker import cards
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.booking.signalling import to_signal
from rondstroom.web.worker.booking.standing import Standing, standing
from rondstroom.web.worker.booking.welcome import at_home, score_of
from rondstroom.web.worker.own_words import to_you
from rondstroom.web.worker.pay.known import known_wage
from rondstroom.web.worker.pay.shift_pay import pay_of
from rondstroom.web.worker.pay.words import percentages

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

ALTERNATIVES = 3


def or_gone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say of a shift that is not here what that means, and where the others are."""

    @wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return render(request, "worker/gone.html", status=404)

    return seen


@require_safe
@for_worker
@or_gone
def shift(request: HttpRequest, worker: Worker, shift_id: int) -> HttpResponse:
    """Show one shift with the one thing the worker can do with it."""
    now = timezone.now()
    one = standing(worker, shift_id, now)
    context = {
        **_about(worker, one),
        **(at_home(one, now) if one.assignment else {}),
        **score_of(one, now),
        "questions": rosters.questions_on(one.shift, worker, timezone.localdate(now)),
        "colleagues": rosters.colleagues_on(one.shift, worker.pk) if one.is_on_it else [],
        "signals": to_signal(one.assignment, now) if one.assignment else [],
        "may_ask": not one.is_cancelled and one.shift.ends_at > now,
        "code_words": _house_rules(one),
        "instead": _instead(worker, one) if one.was_told and not one.is_over else [],
    }
    return render(request, "worker/shift.html", context)


def _house_rules(one: Standing) -> list[str]:
    """Give what the house of a shift agreed for everybody, in words."""
    day = timezone.localdate(one.shift.starts_at)
    code = contracts.work_code_on(day, one.shift.organisation_id)
    return sentences(code) if code else []


@require_POST
@for_worker
@or_gone
def sign_up(request: HttpRequest, worker: Worker, shift_id: int) -> HttpResponse:
    """Book or ask for the shift; a second click finds that it was done already."""
    return _write(request, worker, shift_id, matching.sign_up)


@require_POST
@for_worker
@or_gone
def wait(request: HttpRequest, worker: Worker, shift_id: int) -> HttpResponse:
    """Put the worker on the waiting list of a full shift."""
    return _write(request, worker, shift_id, matching.join_waiting_list)


@require_safe
@for_worker
@or_gone
def outcome(request: HttpRequest, worker: Worker, shift_id: int) -> HttpResponse:
    """Say how it went, from what the database holds: loading this page again is harmless."""
    one = standing(worker, shift_id, timezone.now())
    if not one.is_on_it and one.request is None:
        return redirect("worker:shift", shift_id=shift_id)
    return render(request, "worker/outcome.html", _about(worker, one))


def _write(request: HttpRequest, worker: Worker, shift_id: int, action: Any) -> HttpResponse:
    """Do it; what was done already stays, and what cannot be is said with other shifts."""
    wanted = found(demand.shifts_by_id([shift_id]).prefetch_related(None).first())
    try:
        action(worker=worker, shift=wanted, by=account_of(request), at=timezone.now())
    except matching.UnableToSignUp as refusal:
        return _refused(request, worker, shift_id, refusal)
    return redirect("worker:outcome", shift_id=shift_id)


def _refused(
    request: HttpRequest, worker: Worker, shift_id: int, refusal: matching.UnableToSignUp
) -> HttpResponse:
    """Say why not, and what then; or that another click of the same worker was first."""
    now = timezone.now()
    one = standing(worker, shift_id, now)
    if one.is_on_it or one.request is not None:
        return redirect("worker:outcome", shift_id=shift_id)
    context = {
        **_about(worker, one),
        "refusal": refusal,
        "reasons": to_you(refusal.reasons),
        "alternatives": _instead(worker, one),
    }
    return render(request, "worker/refused.html", context, status=409)


def _instead(worker: Worker, one: Standing) -> list[Card]:
    """Give what this worker may work around the same time, to be booked at once."""
    similar = queries.similar_shifts(worker, one.shift, one.at, limit=ALTERNATIVES)
    wage = known_wage(worker) if similar else None
    return [cards.card_of(worker, card, one.at, wage) for card in similar]


def _about(worker: Worker, one: Standing) -> dict[str, Any]:
    """Give what every page about one shift shows."""
    shift = one.shift
    pay = pay_of(shift, known_wage(worker))
    return {
        "one": one,
        "shift": shift,
        "part": people.part_of(shift.starts_at, shift.ends_at),
        "facts": [] if one.is_on_it else cards.facts_of(worker, one.eligibility),
        "button": cards.button_of(one.card),
        "pay": pay,
        "percentages": percentages(pay),
        "minutes": int((shift.ends_at - shift.starts_at).total_seconds() // 60)
        - shift.break_minutes,
    }
