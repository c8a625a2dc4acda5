"""Close a month, credit corrections, set off; and what could not be charged, with why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.settlement import actions, permissions, queries
from rondstroom.rooms.settlement.states import RunKind, RunState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.finance import access

SHOWN = 24


@require_safe
@access.for_finance
def settlement(request: HttpRequest) -> HttpResponse:
    """Show what can be closed, what was, and the balance with every other organisation."""
    organisation = access.chosen_organisation(request)
    names = {one.pk: one.name for one in organisations.all_organisations()}
    balances = queries.balances_of(organisation.pk)
    runs, month = queries.runs_of(organisation.pk), _last_month()
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "month": month,
        "is_closed": runs.filter(kind=RunKind.MONTH, starts_on=month).exists(),
        "corrections": queries.waits_for_correction(organisation.pk),
        "has_details": bool(queries.billing_details_of([organisation.pk])),
        "runs": runs[:SHOWN],
        "balances": [(names[one.other_id], one) for one in balances],
    }
    return render(request, "finance/settlement/overview.html", context)


@require_POST
@access.for_finance
def close(request: HttpRequest) -> HttpResponse:
    """Close the month that is over."""
    organisation = access.chosen_organisation(request)
    return _asked(request, organisation, actions.close_period, month=_last_month())


@require_POST
@access.for_finance
def corrections(request: HttpRequest) -> HttpResponse:
    """Credit what was corrected, and charge it as it is now."""
    return _asked(request, access.chosen_organisation(request), actions.settle_corrections)


@require_POST
@access.for_finance
def set_off(request: HttpRequest, other_id: int) -> HttpResponse:
    """Let open invoices of two organisations fall away against each other."""
    organisation = access.chosen_organisation(request)
    other = found(organisations.organisation(other_id))
    try:
        actions.set_off_with(
            organisation=organisation, other=other, by=account_of(request), at=timezone.now()
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Weggestreept met %(name)s.") % {"name": other.name})
    return redirect(_here(organisation))


@require_safe
@access.for_finance
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show one settlement: how far it is, its invoices, and what could not be charged."""
    one = _own_run(request, run_id)
    context = {
        "run": one,
        "organisation": one.seller,
        "is_running": one.state == RunState.RUNNING,
        "charged": one.charges.count(),
        "invoices": queries.invoices_of(one.seller_id).filter(run=one),
        "unsettled": queries.unsettled(one),
    }
    return render(request, "finance/settlement/run.html", context)


@require_POST
@access.for_finance
def resume(request: HttpRequest, run_id: int) -> HttpResponse:
    """Go on with a settlement that was broken off."""
    one = _own_run(request, run_id)
    actions.resume_run(run=one, by=account_of(request), at=timezone.now())
    messages.info(request, _("De verrekening gaat verder waar zij was."))
    return redirect("finance:settlement_run", one.pk)


def _asked(request: HttpRequest, organisation: Any, action: Any, **told: Any) -> HttpResponse:
    try:
        made = action(seller=organisation, by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return redirect(_here(organisation))
    messages.success(request, _("De verrekening is begonnen."))
    return redirect("finance:settlement_run", made.pk)


def _own_run(request: HttpRequest, run_id: int) -> Any:
    one = found(queries.run(run_id))
    may = permissions.may_settle(account_of(request), one.seller_id)
    return found(one if may else None)


def _here(organisation: Any) -> str:
    return f"{reverse('finance:settlement')}?organisation={organisation.pk}"


def _last_month() -> date:
    """Give the first day of the last month that is over."""
    return (timezone.localdate().replace(day=1) - timedelta(days=1)).replace(day=1)
