"""The worker's calendar: a secret link to subscribe to, and one shift as a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.integrations.calendars import Entry, calendar_of
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker, own_assignment
from rondstroom.web.worker.rostered.roster import known

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

BACK = timedelta(days=60)
AHEAD = timedelta(days=365)
JUST_MADE = "worker.calendar-key"


@never_cache
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Give the calendar to whoever has the secret: calendar apps cannot sign in."""
    worker = found(people.worker_by_calendar_key(key))
    now = timezone.now()
    return _file(request, known(worker, now - BACK, now + AHEAD), "rondstroom.ics")


@never_cache
@require_safe
@for_worker
def shift_file(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Give one booked shift as a calendar file."""
    one = own_assignment(worker, assignment_id)
    found(one if one.state != AssignmentState.CANCELLED else None)
    answer = _file(request, [one], f"dienst-{timezone.localdate(one.starts_at)}.ics")
    answer["Content-Disposition"] = answer["Content-Disposition"].replace("inline", "attachment")
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def link(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Make, renew or take back the link. It is shown once: only its digest is kept."""
    if request.method == "POST":
        if request.POST.get("do") == "withdraw":
            actions.withdraw_calendar_key(worker=worker, by=account_of(request), at=timezone.now())
            messages.success(request, _("De agendalink werkt niet meer."))
        else:
            key = actions.make_calendar_key(
                worker=worker, by=account_of(request), at=timezone.now()
            )
            request.session[JUST_MADE] = key
        return redirect("worker:calendar_link")
    key = request.session.pop(JUST_MADE, "")
    address = request.build_absolute_uri(reverse("worker:calendar", args=[key])) if key else ""
    context = {
        "address": address,
        "subscribe": address.replace("https:", "webcal:").replace("http:", "webcal:"),
        "made_at": people.calendar_key_made_at(worker.pk),
    }
    return render(request, "worker/calendar.html", context)


def _file(request: HttpRequest, shown: Iterable[Assignment], name: str) -> HttpResponse:
    """Answer with a calendar file."""
    body = calendar_of(_("Mijn diensten"), [_entry(request, one) for one in shown])
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _entry(request: HttpRequest, one: Assignment) -> Entry:
    """Put a booked shift in the words of a calendar."""
    shift = one.shift
    location = shift.team.location
    where = f"{location.name}, {shift.team.name}, {shift.organisation.name}"
    title = f"{shift.function.name}, {location.name}" if shift.function else location.name
    team = shift.team
    notes = [team.where_to_be, location.how_to_arrive, location.parking, location.dress]
    notes += [location.login, team.contact or shift.organisation.phone, shift.remarks]
    return Entry(
        key=f"assignment-{one.pk}",
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        title=title,
        place=where,
        notes="\n".join(note for note in notes if note),
        link=request.build_absolute_uri(reverse("worker:shift", args=[shift.pk])),
        changed_at=one.made_at,
    )
