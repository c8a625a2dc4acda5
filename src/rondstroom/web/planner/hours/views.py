"""What waits for a yes, all at once or one by one; and what nobody has told yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import actions, queries
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.hours.reading import hours_of, rows_of

if TYPE_CHECKING:
    from rondstroom.rooms.settlement.models import Hours

PER_PAGE = 50
SHOWN = 50


@require_safe
@planner
def hours(request: HttpRequest) -> HttpResponse:
    """Show what waits for a yes, first due on top, and the shifts nobody has told of."""
    organisation = access.chosen_organisation(request)
    now = timezone.now()
    waiting = queries.with_current(queries.to_approve([organisation.pk]))
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    silent = queries.never_registered([organisation.pk], now)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "page": page,
        "rows": rows_of(page.object_list, organisation.pk),
        "silent": silent[:SHOWN],
        "silent_total": silent.count(),
        "now": now,
    }
    return render(request, "planner/hours/list.html", context)


@require_POST
@planner
def hours_approve_many(request: HttpRequest) -> HttpResponse:
    """Agree to everything that was ticked, each as it was seen."""
    seen = [_seen(request, text) for text in request.POST.getlist("seen")]
    done = actions.approve_many(seen=seen, **signed(request))
    if done.count:
        words = ngettext(
            "Akkoord met de uren van %(number)s dienst.",
            "Akkoord met de uren van %(number)s diensten.",
            done.count,
        )
        messages.success(request, words % {"number": done.count})
    for refusal in done.refusals:
        messages.error(request, refusal)
    if not seen:
        messages.info(request, _("Vink eerst aan met welke uren je akkoord gaat."))
    return redirect("planner:hours")


@require_POST
@planner
def hours_approve(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Agree to the hours of one shift."""
    row = hours_of(request, hours_id)
    version = access.number(request.POST.get("version"))
    done = _("Akkoord met de uren van %(name)s.")
    return _write(request, row, actions.approve_hours, done, version=version)


@require_POST
@planner
def hours_dispute(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Say what is wrong with the hours of one shift; they wait until that is solved."""
    row = hours_of(request, hours_id)
    done = _("%(name)s krijgt je vraag; de uren wachten zolang.")
    return _write(request, row, actions.dispute_hours, done, text=request.POST.get("text", ""))


@require_POST
@planner
def hours_say(request: HttpRequest, hours_id: int) -> HttpResponse:
    """Add to what is said about the hours of one shift."""
    row = hours_of(request, hours_id)
    done = _("Je bericht over de uren van %(name)s is bewaard.")
    return _write(request, row, actions.answer_dispute, done, text=request.POST.get("text", ""))


def _seen(request: HttpRequest, text: str) -> tuple[Hours, int]:
    """Read `12:3`: the hours with number 12, of which version 3 was shown."""
    number, _colon, version = text.partition(":")
    return hours_of(request, access.number(number)), access.number(version)


def _write(request: HttpRequest, row: Hours, action: Any, done: str, **told: Any) -> HttpResponse:
    try:
        action(hours=row, **told, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done % {"name": row.worker.name})
    return redirect("planner:shift_hours", row.pk)
