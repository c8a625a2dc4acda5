"""Telling how it was at a place, after the shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, permissions
from rondstroom.rooms.rosters.states import EvaluationSide
from rondstroom.web.components.belonging import FeltForm
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker, own_assignment

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


@require_POST
@for_worker
def felt(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Keep what the worker told of the place; once, and never with the name."""
    one, side = own_assignment(worker, assignment_id), EvaluationSide.WORKER
    account = account_of(request)
    found(one if permissions.may_evaluate(account, one, side) else None)
    form = FeltForm(side, request.POST)
    answers = form.cleaned_data if form.is_valid() else {}
    try:
        actions.evaluate(assignment=one, side=side, answers=answers, by=account, at=timezone.now())
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Bedankt. Je antwoord telt mee, zonder je naam."))
    return redirect("worker:shift", shift_id=one.shift_id)
