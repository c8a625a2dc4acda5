"""Answering who wants a vacancy, and closing one: small forms that are only sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed


@planner
@require_POST
def application_accept(request: HttpRequest, application_id: int) -> HttpResponse:
    """Give somebody the work."""
    row = access.application(request, application_id)
    try:
        actions.accept_application(application=row, answer=_answer(request), **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        text = _("%s krijgt bericht. Bij personeelszaken staat het contract klaar.")
        messages.success(request, text % row.worker.name)
    return back(request, "planner:vacancy", row.vacancy_id)


@planner
@require_POST
def application_decline(request: HttpRequest, application_id: int) -> HttpResponse:
    """Say no, with a word of explanation."""
    row = access.application(request, application_id)
    try:
        actions.decline_application(application=row, answer=_answer(request), **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%s krijgt je antwoord.") % row.worker.name)
    return back(request, "planner:vacancy", row.vacancy_id)


@planner
@require_POST
def vacancy_filled(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Count a place that was filled outside the pool."""
    row = access.vacancy(request, vacancy_id)
    return _closed(request, row, demand.fill_vacancy, _("Een plaats is als vervuld geteld."))


@planner
@require_POST
def vacancy_withdraw(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Take a vacancy back; whoever answered reads why."""
    row = access.vacancy(request, vacancy_id)
    text = _("De vacature is ingetrokken. Wie reageerde, heeft antwoord.")
    reason = " ".join(request.POST.get("reason", "").split())[:200]
    return _closed(request, row, demand.withdraw_vacancy, text, reason=reason)


def _closed(request: HttpRequest, row: Any, action: Any, text: str, **more: Any) -> HttpResponse:
    try:
        action(vacancy=row, **more, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, text)
    return back(request, "planner:vacancy", row.pk)


def _answer(request: HttpRequest) -> str:
    return request.POST.get("answer", "").strip()[:300]
