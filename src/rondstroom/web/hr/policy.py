"""What an organisation asks before somebody may work there."""

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

from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import CLAIMABLE, ProofKind
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access


class PolicyForm(forms.Form):
    """The rules of one organisation."""

    asks_induction = forms.BooleanField(
        label=gettext_lazy("Wie op een locatie werkt, is daar ingewerkt"), required=False
    )
    four_eyes = forms.MultipleChoiceField(
        label=gettext_lazy("Hier kijken twee mensen naar"),
        choices=[(one.value, one.label) for one in ProofKind if one in CLAIMABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    claim_days = forms.IntegerField(
        label=gettext_lazy("Antwoord op een melding binnen (dagen)"), min_value=1, max_value=60
    )
    past_work_from = forms.DateField(
        label=gettext_lazy("Eerder werk moet nagevraagd zijn vanaf"),
        help_text=gettext_lazy("Leeg: altijd. Vóór deze dag is het een waarschuwing."),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    conduct_renew_months = forms.IntegerField(
        label=gettext_lazy("Een nieuwe VOG na (maanden)"),
        help_text=gettext_lazy("Leeg: nooit; de wet kent geen einde."),
        required=False,
        min_value=1,
        max_value=120,
    )
    signals_from = forms.DateField(
        label=gettext_lazy("Signalen over bekwaamheden aannemen vanaf"),
        help_text=gettext_lazy(
            "Pas als jullie ondernemingsraad instemde (WOR art. 27 lid 1 l). Leeg: niet."
        ),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    is_solo_provider = forms.BooleanField(
        label=gettext_lazy("Wij zijn een solistisch werkende zorgverlener"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def policy(request: HttpRequest) -> HttpResponse:
    """Show the rules and keep new ones; shifts are judged again at once."""
    house = access.chosen_organisation(request)
    row = skills.policy_of(house.pk)
    begun = {name: getattr(row, name) for name in PolicyForm.base_fields}
    form = PolicyForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        actions.set_policy(organisation=house, by=account_of(request), at=timezone.now(), **told)
        messages.success(request, _("Bewaard. De diensten zijn opnieuw nagekeken."))
        return redirect(f"{reverse('hr:policy')}?organisation={house.pk}")
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/policy.html", context, status=status)
