"""Cancelling a booked shift, and taking back a request; both after a look at what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components import words
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker import cards
from rondstroom.web.worker.access import for_worker, own_assignment, own_request

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

LIVING = {RequestState.REQUESTED, RequestState.WAITING}


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def cancel(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Ask whether the worker is sure and say what follows; on yes, free the place."""
    one, now = own_assignment(worker, assignment_id), timezone.now()
    if one.state == AssignmentState.CANCELLED:
        messages.info(request, _("Je was al afgemeld voor deze dienst."))
        return redirect("worker:roster")
    refusal, status = "", 200
    if request.method == "POST":
        try:
            rosters.cancel(assignment=one, by=account_of(request), at=now, reason="")
        except UnableToAct as error:
            refusal, status = str(error), 409
        else:
            when = words.when(one.shift)
            messages.success(request, _("Je bent afgemeld voor %(when)s.") % {"when": when})
            return redirect("worker:roster")
    till = cards.cancel_until(one.shift)
    context = {
        "assignment": one,
        "shift": one.shift,
        "till": till,
        "in_time": now < till and one.state == AssignmentState.CONFIRMED,
        "refusal": refusal,
        "code": work_code.notes_of_shift(one.shift, now),
    }
    return render(request, "worker/cancel.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def withdraw(request: HttpRequest, worker: Worker, request_id: int) -> HttpResponse:
    """Ask whether the worker is sure; on yes, take the request back."""
    one = own_request(worker, request_id)
    if one.state not in LIVING:
        messages.info(request, _("Deze aanvraag was al beantwoord of ingetrokken."))
        return redirect("worker:requests")
    if request.method == "POST":
        try:
            matching.withdraw(request=one, by=account_of(request), at=timezone.now())
        except (UnableToAct, matching.UnableToSignUp) as error:
            messages.error(request, str(error))
        else:
            when = words.when(one.shift)
            messages.success(
                request, _("Je aanvraag voor %(when)s is ingetrokken.") % {"when": when}
            )
        return redirect("worker:requests")
    return render(request, "worker/withdraw.html", {"asked": one, "shift": one.shift})
