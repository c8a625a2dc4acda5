"""Hire from outside: what waits for it, what it costs more, and a yes or a no."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import permissions, queries
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import found, requires
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed


def hires_here(account: Any) -> bool:
    """Tell whether the account may hire at any organisation at all."""
    return any(role.kind == RoleKind.HIRER for role in identity.roles_of(account))


hirer = requires(
    hires_here,
    gettext_lazy("Inhuren kost extra geld. Deze pagina is voor wie de rol inhuur heeft."),
)


@hirer
def hire(request: HttpRequest) -> HttpResponse:
    """Show every shift that waits for hire, with price and extra cost."""
    mine = [
        one.pk
        for one in organisations.all_organisations()
        if permissions.may_hire(access.account(request), one.pk)
    ]
    waiting = queries.hire_waiting(mine)
    before = queries.rings_before({step.cascade_id for step, _price in waiting})
    context = {"waiting": [(one, price, before[one.cascade_id]) for one, price in waiting]}
    return render(request, "planner/cascade/hire.html", context)


@hirer
@require_POST
def decide(request: HttpRequest, step_id: int) -> HttpResponse:
    """Hire, or do not, with a reason."""
    step = _step(request, step_id)
    try:
        if "confirm" in request.POST:
            matching.confirm_hire(step=step, **signed(request))
            messages.success(request, _("%s is gevraagd.") % step.supplier)
        else:
            reason = request.POST.get("reason", "")
            matching.refuse_hire(step=step, reason=reason, **signed(request))
            messages.success(request, _("Er wordt niet ingehuurd bij %s.") % step.supplier)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    return redirect("planner:hire")


@planner
@require_POST
def declined(request: HttpRequest, step_id: int) -> HttpResponse:
    """Write down that the supplier has nobody; the next one, or the end, follows."""
    step = found(queries.cascade_step(step_id))
    access.cascade(request, step.cascade_id)
    matching.supplier_declined(step=step, **signed(request))
    messages.success(request, _("%s heeft niemand; dat staat er nu bij.") % step.supplier)
    return back(request, "planner:shift", step.cascade.shift_id)


def _step(request: HttpRequest, step_id: int) -> Any:
    """Give a step of an organisation for which this person may hire."""
    step = found(queries.cascade_step(step_id))
    account = access.account(request)
    is_mine = permissions.may_hire(account, step.cascade.shift.organisation_id)
    return found(step if is_mine else None)
