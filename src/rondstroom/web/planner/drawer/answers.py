"""Answering who asked for a shift: everybody gets an answer, with a word of explanation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries as matching_queries
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed
from rondstroom.web.planner.undo import given, remember


@planner
def requests(request: HttpRequest) -> HttpResponse:
    """Show every request that waits, with its age and its term, the first due on top."""
    mine = access.organisations_of(request)
    waiting = [row for one in mine for row in matching_queries.requests_waiting(one.pk)]
    waiting.sort(key=lambda row: (row.answer_due_at, row.pk))
    now = timezone.now()
    context = {
        "waiting": waiting,
        "late": [r for r in waiting if r.answer_due_at < now],
        "now": now,
    }
    return render(request, "planner/requests.html", context)


@planner
@require_POST
def accept(request: HttpRequest, request_id: int) -> HttpResponse:
    """Give the place to who asked for it."""
    done = _(
        "%s krijgt de dienst. Is de dienst nu vol, dan lezen de anderen die hem vroegen dat hij "
        "vergeven is."
    )
    return _answer(request, request_id, matching.accept_request, done, is_given=True)


@planner
@require_POST
def decline(request: HttpRequest, request_id: int) -> HttpResponse:
    """Say no, with a word of explanation."""
    access.asked(request, request_id)
    if not request.POST.get("answer", "").strip():
        messages.error(request, _("Schrijf een kort antwoord: wie vraagt, verdient een reden."))
        return back(request, "planner:requests")
    done = _("%s krijgt je antwoord.")
    return _answer(request, request_id, matching.decline_request, done)


def _answer(
    request: HttpRequest,
    request_id: int,
    action: Callable[..., Any],
    done: str,
    *,
    is_given: bool = False,
) -> HttpResponse:
    asked = access.asked(request, request_id)
    answer = request.POST.get("answer", "").strip()
    try:
        action(request=asked, answer=answer, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        said = done % asked.worker.name
        step = given(asked) if is_given else None
        if step is None:
            messages.success(request, said)
        else:
            remember(request, text=said, **step)
    return back(request, "planner:requests")
