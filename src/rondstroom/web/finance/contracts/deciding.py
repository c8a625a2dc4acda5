"""The second pair of eyes: sign, decline, approve, confirm, and end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from rondstroom.rooms.contracts import actions, permissions
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.forms import EndForm


class InspectorForm(forms.Form):
    """The answer of the tax inspector."""

    reference = forms.CharField(label=gettext_lazy("Kenmerk van de brief"), max_length=60)
    answered_on = forms.DateField(
        label=gettext_lazy("Datum van de brief"), widget=reading.DateInput()
    )


@require_POST
@access.for_finance
def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Sign for the other side, or decline."""
    one = reading.agreement(request, agreement_id)
    found(one if permissions.may_decide_agreement(account_of(request), one) else None)
    if "yes" in request.POST:
        done = _("Getekend. De overeenkomst geldt.")
        return _told(request, one, actions.sign_agreement, done, agreement=one)
    return _told(request, one, actions.decline_agreement, _("Afgewezen."), agreement=one)


@require_POST
@access.for_finance
def end(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Let an agreement end on a day."""
    one, form = reading.agreement(request, agreement_id), EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vul de dag in vanaf wanneer de overeenkomst niet meer geldt."))
        return redirect("finance:contract", one.pk)
    day = form.cleaned_data["ends_on"]
    done = _("De overeenkomst eindigt op %(day)s.") % {"day": day.strftime("%d-%m-%Y")}
    return _told(request, one, actions.end_agreement, done, agreement=one, ends_on=day)


@require_POST
@access.for_finance
def rate(request: HttpRequest, card_id: int) -> HttpResponse:
    """Approve a rate, or decline it; who proposed it may only take it back."""
    card = reading.rate(request, card_id)
    if "yes" in request.POST:
        done = _("Goedgekeurd. Het tarief geldt.")
        return _told(request, card.agreement, actions.approve_rate, done, card=card)
    return _told(request, card.agreement, actions.decline_rate, _("Afgewezen."), card=card)


@require_POST
@access.for_finance
def vat(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Approve a VAT ground, write down the inspector's answer, or say no."""
    row = reading.vat(request, decision_id)
    if "inspector" in request.POST:
        form = InspectorForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Vul kenmerk en datum van de brief in."))
            return redirect("finance:contract_vat_one", row.pk)
        told = form.cleaned_data
        done = _("Opgeschreven wat de inspecteur bevestigde.")
        return _told(request, row.agreement, actions.confirm_vat, done, decision=row, **told)
    if "yes" in request.POST:
        done = _("Goedgekeurd. Deze btw-grond geldt.")
        return _told(request, row.agreement, actions.approve_vat, done, decision=row)
    done = _("Afgewezen. Het werk is belast met btw.")
    return _told(request, row.agreement, actions.decline_vat, done, decision=row)


def _told(
    request: HttpRequest, one: Any, action: Callable[..., Any], done: str, **told: Any
) -> HttpResponse:
    """Do it and say so, or say why not; back to the agreement."""
    try:
        action(by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("finance:contract", one.pk)
