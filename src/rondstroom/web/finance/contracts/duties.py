"""The duties of lending law under an agreement: what each asks, what was seen, what blocks."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from flexpool.contracts.duties import duties_of
from flexpool.contracts.duty_rules import ADMITTED
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.states import AdmissionState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.words import said
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.forms import offer


class SeenForm(forms.Form):
    """What somebody saw, and where it is."""

    duty = forms.ChoiceField(label=gettext_lazy("Welke plicht?"))
    admission = forms.ChoiceField(
        label=gettext_lazy("Stand in het register van uitleners (alleen bij toelating)"),
        choices=[("", gettext_lazy("niet van toepassing")), *AdmissionState.choices],
        required=False,
    )
    seen_on = forms.DateField(label=gettext_lazy("Gezien op"), widget=reading.DateInput())
    valid_through = forms.DateField(
        label=gettext_lazy("Geldig tot en met"), widget=reading.DateInput(), required=False
    )
    reference = forms.CharField(label=gettext_lazy("Waar is het te vinden?"), max_length=200)
    marks_optional = False


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def duties(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show the checklist on today, and write down what was seen."""
    one = reading.agreement(request, agreement_id)
    form = SeenForm(request.POST or None, initial={"seen_on": timezone.localdate()})
    rules = duties_of(one.basis)
    offer(form, "duty", [(rule.id, f"{rule.source_ref}: {said(rule.title)}") for rule in rules])
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if told["duty"] != ADMITTED.id:
            told["admission"] = ""
        try:
            actions.write_duty_seen(
                agreement=one, by=account_of(request), at=timezone.now(), **told
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("finance:contract_duties", one.pk)
    status = 422 if request.method == "POST" else 200
    lines = queries.checklist(one, timezone.localdate())
    context = {"agreement": one, "lines": lines, "form": form}
    return render(request, "finance/contracts/duties.html", context, status=status)
