"""The hours of one shift: every version, who agreed, what was said; and telling other ones."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import actions, permissions, queries
from rondstroom.rooms.settlement.states import HoursKind, Side
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.hours.form import HoursForm
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.hours.reading import hours_of

KINDS = [HoursKind.WORKED, HoursKind.CALLED_OFF, HoursKind.ABSENT]


@require_http_methods(["GET", "HEAD", "POST"])
@planner
def shift_hours(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Show the hours of one shift, and take a correction."""
    row = hours_of(request, hours_id)
    one = found_assignment(row)
    said = queries.said_in(queries.current_version(row))
    form = _form(request, said, seen=row.version)
    if request.method == "POST" and _registered(request, one, form):
        return redirect("planner:shift_hours", row.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "planner/hours/one.html", _about(request, row, form), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@planner
def hours_new(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Tell the hours of a shift on behalf of who worked it."""
    one = access.assignment(request, assignment_id)
    row = queries.hours_of_assignment(one.pk)
    if row is not None:
        return redirect("planner:shift_hours", row.pk)
    form = _form(request, queries.planned(one), seen=0)
    if request.method == "POST" and _registered(request, one, form):
        return redirect("planner:hours")
    status = 422 if request.method == "POST" else 200
    context = {"assignment": one, "form": form}
    return render(request, "planner/hours/new.html", context, status=status)


def found_assignment(row: Any) -> Any:
    """Give the assignment of hours, with the shift and the worker that belong to them."""
    one = row.assignment
    one.worker = row.worker
    one.shift.organisation = row.borrower
    return one


def _form(request: HttpRequest, said: queries.Said, seen: int) -> HoursForm:
    return HoursForm(request.POST or None, said=said, kinds=KINDS, seen=seen)


def _registered(request: HttpRequest, one: Any, form: HoursForm) -> bool:
    if not form.is_valid():
        return False
    said, seen = form.said(one), form.cleaned_data["seen"]
    try:
        actions.register_hours(assignment=one, said=said, seen=seen, **signed(request))
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("De uren van %(name)s zijn bewaard.") % {"name": one.worker.name})
    return True


def _about(request: HttpRequest, row: Any, form: HoursForm) -> dict[str, Any]:
    """Give all that the page shows; and whether it is this reader's turn to say yes."""
    versions = queries.versions_of(row.pk)
    done = {yes.side for yes in versions[0].approvals.all()}
    wanted = [Side.BORROWER, Side.LENDER] if queries.needs_both(row) else [Side.BORROWER]
    turn = next((side for side in wanted if side not in done), None)
    return {
        "row": row,
        "form": form,
        "planned": queries.planned(found_assignment(row)),
        "current": versions[0],
        "versions": versions,
        "said": queries.messages_about(row.pk),
        "turn": turn,
        "is_mine": turn is not None and permissions.may_approve(account_of(request), row, turn),
        "now": timezone.now(),
    }
