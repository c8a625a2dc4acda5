"""The list of shifts a worker may work, and the others with every reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.matching.queries import ShiftCard, ShiftList
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.cards import Card
from rondstroom.web.worker import cards
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.finding import hidden
from rondstroom.web.worker.finding.filters import ShiftFilter, filter_of
from rondstroom.web.worker.own_words import to_you
from rondstroom.web.worker.pay.known import known_wage

if TYPE_CHECKING:
    from datetime import datetime

    from rondstroom.rooms.people.models import Worker

PER_PAGE = 20
FULL_ONLY = {"matching.full"}


@require_safe
@for_worker
def shifts(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what this worker may work, by day; what was left out is asked for apart."""
    now, wanted = timezone.now(), filter_of(request)
    period = wanted.period()
    found = matching.workable_shifts(worker, period.starts_at, period.ends_at, now)
    shown = passing(wanted, found.may, worker, now)
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    wage = known_wage(worker)
    return render(
        request,
        "worker/shifts.html",
        {
            "filter": wanted,
            "page": page,
            "days": by_day([cards.card_of(worker, card, now, wage) for card in page]),
            "has_wage": wage is not None,
            "filtered_out": len(found.may) - len(shown),
            "period": period,
            "asked_for": found.offered,
        },
    )


@require_safe
@for_worker
def left_out(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show how many shifts are not in the list and why: a part of the list, read later."""
    if not request.headers.get("HX-Request"):
        return redirect("worker:others")
    wanted = filter_of(request)
    period = wanted.period()
    found = matching.hidden_counts(worker, period.starts_at, period.ends_at, timezone.now())
    return render(request, "worker/parts/left_out.html", _about(wanted, found))


@require_safe
@for_worker
def others(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show the shifts this worker may not work, each with every reason and the way out.

    What would open more stands on the first page only: it is the dearest question.
    """
    wanted, is_first = filter_of(request), request.GET.get("page", "1") == "1"
    period = wanted.period()
    found = matching.shifts_for(
        worker, period.starts_at, period.ends_at, timezone.now(), with_openings=is_first
    )
    page = Paginator(found.hidden, PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        (shift, to_you(reasons), {reason.rule for reason in reasons} == FULL_ONLY)
        for shift, reasons in page
    ]
    return render(
        request,
        "worker/others.html",
        {
            **_about(wanted, found),
            "page": page,
            "rows": rows,
            "opens": hidden.one_step_away(found.openings),
            "period": period,
        },
    )


def passing(
    wanted: ShiftFilter, found: Sequence[ShiftCard], worker: Worker, at: datetime
) -> list[ShiftCard]:
    """Give those that pass the parts of the filter that make sense."""
    wanted.offer(list(found))
    wanted.full_clean()
    known: set[int] = set()
    if wanted.cleaned_data.get("people"):
        ids = [card.shift.pk for card in found]
        known = rosters.shifts_with_acquaintances(worker.pk, ids, at)
    return [card for card in found if wanted.passes(card, known)]


def by_day(shown: list[Card]) -> list[tuple[Any, list[Card]]]:
    """Put cards under the day on which the shift begins."""
    return [
        (day, list(group))
        for day, group in groupby(shown, lambda card: timezone.localdate(card.shift.starts_at))
    ]


def _about(wanted: ShiftFilter, found: ShiftList) -> dict[str, Any]:
    """Give what both lists say about the whole."""
    return {
        "filter": wanted,
        "hidden_count": found.hidden_total,
        "hidden_words": hidden.counted(found.hidden_counts),
    }
