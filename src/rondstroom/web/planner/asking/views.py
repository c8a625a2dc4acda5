"""What workers ask about shifts: the list by term, and one thread to answer in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.messages import actions
from rondstroom.rooms.messages import queries as threads
from rondstroom.rooms.rosters import queries
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed, way_back

RECENT = timedelta(days=14)


@planner
def questions(request: HttpRequest) -> HttpResponse:
    """Show every question that waits, the first due on top, and what was answered lately."""
    now = timezone.now()
    mine = [one.pk for one in access.organisations_of(request)]
    waiting = waiting_at(mine)
    context = {
        "waiting": waiting,
        "late": sum(asked.answer_by < now for asked, _shift in waiting),
        "answered": queries.threads(threads.questions_answered(mine, now - RECENT)),
        "now": now,
    }
    return render(request, "planner/asking/list.html", context)


def waiting_at(organisation_ids: list[int]) -> list[queries.Thread]:
    """Give what organisations still have to answer, with the shifts, the first due first."""
    return queries.threads(threads.questions_waiting(organisation_ids))


@planner
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show one thread; an answer sent goes to the asker at once."""
    asked = access.question(request, question_id)
    text, refusal = request.POST.get("text", ""), ""
    if request.method == "POST":
        try:
            actions.reply(question=asked, text=text, **signed(request))
        except UnableToAct as error:
            refusal = str(error)
        else:
            messages.success(request, _("%s krijgt je antwoord.") % asked.asked_by.name)
            return back(request, "planner:questions")
    context: dict[str, Any] = {
        "question": asked,
        "shift": found(queries.shift_asked_about(asked)),
        "refusal": refusal,
        "text": text,
        "next": way_back(request),
        "now": timezone.now(),
    }
    return render(request, "planner/asking/thread.html", context, status=409 if refusal else 200)
