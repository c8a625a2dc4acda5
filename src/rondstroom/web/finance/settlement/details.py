"""What stands on invoices about the organisation, and its rules for hours."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.states import Steps, TemporaryWeeks
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access

SCHEMES = [("0106", gettext_lazy("KvK-nummer")), ("0190", "OIN")]
RULES = ("steps", "answer_days", "temporary_weeks")


class DetailsForm(forms.Form):
    """Invoice details and rules together: both are set once and seldom again."""

    legal_name = forms.CharField(label=gettext_lazy("Naam op de factuur"), max_length=120)
    legal_scheme = forms.ChoiceField(label=gettext_lazy("Soort nummer"), choices=SCHEMES)
    legal_id = forms.CharField(label=gettext_lazy("KvK-nummer of OIN"), max_length=20)
    vat_id = forms.CharField(
        label=gettext_lazy("Btw-nummer"), max_length=14, required=False, help_text="NL123456789B01"
    )
    street = forms.CharField(label=gettext_lazy("Straat en huisnummer"), max_length=120)
    postal_code = forms.CharField(label=gettext_lazy("Postcode"), max_length=7)
    city = forms.CharField(label=gettext_lazy("Plaats"), max_length=80)
    iban = forms.CharField(label="IBAN", max_length=34)
    reference = forms.CharField(
        label=gettext_lazy("Referentie die op facturen aan jullie moet staan"), max_length=60
    )
    payment_days = forms.IntegerField(
        label=gettext_lazy("Betaaltermijn (dagen)"), min_value=1, max_value=90
    )
    steps = forms.ChoiceField(
        label=gettext_lazy("Wie geeft akkoord op uren van uitgeleende mensen"),
        choices=Steps.choices,
    )
    answer_days = forms.IntegerField(
        label=gettext_lazy("Antwoord op uren binnen (dagen)"), min_value=1, max_value=31
    )
    temporary_weeks = forms.TypedChoiceField(
        label=gettext_lazy("Inhuur van dezelfde persoon in een team is tijdelijk tot"),
        choices=TemporaryWeeks.choices,
        coerce=int,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def details(request: HttpRequest) -> HttpResponse:
    """Show and keep them."""
    organisation = access.chosen_organisation(request)
    form = DetailsForm(request.POST or None, initial=_begun(organisation))
    if request.method == "POST" and form.is_valid() and _kept(request, organisation, form):
        return redirect(f"{reverse('finance:settlement')}?organisation={organisation.pk}")
    status = 422 if request.method == "POST" else 200
    context = {"organisation": organisation, "form": form}
    return render(request, "finance/settlement/details.html", context, status=status)


def _begun(organisation: Any) -> dict[str, Any]:
    row = queries.billing_details_of([organisation.pk]).get(organisation.pk)
    rules = queries.rules_of(organisation.pk)
    fields = [name for name in DetailsForm.base_fields if name not in RULES]
    kept = {name: getattr(row, name) for name in fields} if row else {"payment_days": 30}
    return {**kept, **{name: getattr(rules, name) for name in RULES}}


def _kept(request: HttpRequest, organisation: Any, form: DetailsForm) -> bool:
    told = dict(form.cleaned_data)
    rules = {name: told.pop(name) for name in RULES}
    signed = {"organisation": organisation, "by": account_of(request), "at": timezone.now()}
    try:
        actions.keep_billing_details(details=actions.Details(**told), **signed)
        actions.set_hours_rules(**rules, **signed)
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Bewaard."))
    return True
