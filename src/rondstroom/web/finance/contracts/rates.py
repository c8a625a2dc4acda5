"""Propose a rate: first seen as a price with and without VAT, then sent to a second person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from flexpool.contracts.price import price_of_work
from flexpool.contracts.rule import Finding
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.forms import RateForm


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def propose(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show what a price comes to, and propose it once it was seen."""
    one = reading.agreement(request, agreement_id)
    form = RateForm(request.POST or None, agreement=one, initial=_begun(one))
    context: dict[str, Any] = {"agreement": one, "form": form}
    is_right = request.method == "POST" and form.is_valid()
    if is_right and "propose" in request.POST and _proposed(request, one, form):
        return redirect("finance:contract", one.pk)
    if is_right:
        hour = price_of_work(form.terms)
        day = form.cleaned_data["starts_on"]
        context["code"] = _code_notes(one, form)
        context |= {"hour": hour, "shift": queries.with_vat(one.pk, form.terms, day)}
    is_seen = is_right and not form.errors
    status = 422 if request.method == "POST" and not is_seen else 200
    return render(request, "finance/contracts/rate.html", context, status=status)


def _code_notes(one: Any, form: RateForm) -> tuple[Finding, ...]:
    """Give what the work code says of the wage in the price; nothing of a price for all."""
    told, function = form.cleaned_data, form.chosen_function
    code = function.code if function else ""
    return queries.pay_notes(one, code, told["kind"], form.terms.hour_cents, told["starts_on"])


def _begun(one: Any) -> dict[str, Any]:
    """Give what the form begins with: from today, or from the first day of the agreement."""
    day = max(timezone.localdate(), one.starts_on)
    return {"starts_on": day, "kind": "agreed" if one.supplier_id else "cost"}


def _proposed(request: HttpRequest, one: Any, form: RateForm) -> bool:
    told = form.cleaned_data
    try:
        actions.propose_rate(
            agreement=one,
            function=form.chosen_function,
            kind=told["kind"],
            terms=form.terms,
            pays_allowance=told["pays_allowance"],
            starts_on=told["starts_on"],
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Voorgesteld. Een tweede paar ogen keurt het tarief goed."))
    return True
