"""Asking something about a shift, reading the answers, and answering for the own team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.messages import actions
from rondstroom.rooms.messages import queries as threads
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import permissions, queries
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.booking.standing import standing

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

PER_PAGE = 20


@require_POST
@for_worker
def ask(request: HttpRequest, worker: Worker, shift_id: int) -> HttpResponse:
    """Ask something about a shift that one is on or may see; then show the thread."""
    now = timezone.now()
    shift = standing(worker, shift_id, now).shift
    text = request.POST.get("text", "")
    try:
        asked = rosters.ask_about(shift=shift, text=text, by=account_of(request), at=now)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return redirect("worker:shift", shift_id=shift_id)
    messages.success(request, _("Je vraag is verstuurd. Je krijgt bericht bij een antwoord."))
    return redirect("worker:question", asked.pk)


@require_safe
@for_worker
def questions(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what waits for an answer of my team, and then what I asked myself."""
    now = timezone.now()
    mine = threads.questions_of(account_of(request))
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "for_team": queries.questions_for_team_of(worker, timezone.localdate(now)),
        "page": page,
        "mine": queries.threads(page.object_list),
        "now": now,
    }
    return render(request, "worker/asking/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def question(request: HttpRequest, worker: Worker, question_id: int) -> HttpResponse:
    """Show one thread, and take another word in it."""
    now, account = timezone.now(), account_of(request)
    one = threads.question(question_id)
    may = one is not None and permissions.may_join_question(account, one, timezone.localdate(now))
    asked = found(one if may else None)
    refusal, text = "", request.POST.get("text", "")
    if request.method == "POST":
        try:
            actions.reply(question=asked, text=text, by=account, at=now)
        except UnableToAct as error:
            refusal = str(error)
        else:
            return redirect("worker:question", asked.pk)
    context = {
        "question": asked,
        "shift": found(queries.shift_asked_about(asked)),
        "is_own": asked.asked_by_id == account.pk,
        "refusal": refusal,
        "text": text,
        "now": now,
    }
    return render(request, "worker/asking/thread.html", context, status=409 if refusal else 200)
