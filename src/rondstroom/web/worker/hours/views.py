"""Telling the hours: as planned with one button, otherwise with a short form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.states import HoursKind
from rondstroom.web.components import words
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.hours.form import HoursForm
from rondstroom.web.worker.access import for_worker, own_assignment

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment
    from rondstroom.rooms.settlement.models import Hours

PER_PAGE = 20
KINDS = [HoursKind.WORKED, HoursKind.ABSENT]


@require_safe
@for_worker
def hours(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show the shifts of which the hours must still be told, and then what was told."""
    told = queries.with_current(queries.hours_of_worker(worker.pk))
    context = {
        "waiting": queries.to_register(worker.pk, timezone.now()),
        "page": Paginator(told, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "worker/hours/list.html", context)


@require_POST
@for_worker
def as_planned(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Keep the hours as they were planned; a second tap finds that it was done."""
    one = own_assignment(worker, assignment_id)
    refusal = _register(request, one, queries.planned(one), seen=0)
    if refusal:
        messages.error(request, refusal)
    return redirect("worker:hours")


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def shift_hours(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Show the hours of one shift, and take other ones."""
    one = own_assignment(worker, assignment_id)
    row = queries.hours_of_assignment(one.pk)
    form = _form(request, one, row)
    if request.method == "POST" and form.is_valid():
        refusal = _register(request, one, form.said(one), seen=form.cleaned_data["seen"])
        if not refusal:
            return redirect("worker:hours")
        form.add_error(None, refusal)
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/hours/shift.html", _about(one, row, form), status=status)


@require_POST
@for_worker
def hours_say(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Add to what is said about the hours of one shift."""
    one = own_assignment(worker, assignment_id)
    row = queries.hours_of_assignment(one.pk)
    if row is None:
        messages.info(request, _("Geef eerst je uren door."))
        return redirect("worker:shift_hours", one.pk)
    try:
        actions.answer_dispute(
            hours=row,
            text=request.POST.get("text", ""),
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    return redirect("worker:shift_hours", one.pk)


def _form(request: HttpRequest, one: Assignment, row: Hours | None) -> HoursForm:
    said = queries.said_in(queries.current_version(row)) if row else queries.planned(one)
    seen = row.version if row else 0
    return HoursForm(request.POST or None, said=said, kinds=KINDS, seen=seen)


def _register(request: HttpRequest, one: Assignment, said: queries.Said, seen: int) -> str:
    """Keep the hours; give why not, in words, or nothing."""
    try:
        actions.register_hours(
            assignment=one, said=said, by=account_of(request), at=timezone.now(), seen=seen
        )
    except UnableToAct as refusal:
        return str(refusal)
    when = words.when(one.shift)
    messages.success(request, _("Je uren van %(when)s zijn doorgegeven.") % {"when": when})
    return ""


def _about(one: Assignment, row: Hours | None, form: HoursForm) -> dict[str, Any]:
    return {
        "assignment": one,
        "shift": one.shift,
        "row": row,
        "form": form,
        "versions": queries.versions_of(row.pk) if row else [],
        "said": queries.messages_about(row.pk) if row else [],
    }
