"""What an organisation asks, and what it takes over that others have seen."""

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
from django.views.decorators.http import require_http_methods, require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import ProofKind
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access

NEVER = {ProofKind.AGREEMENT, ProofKind.INDUCTION}
"""What is of one organisation or location only, and so is never taken over."""


class AcceptanceForm(forms.Form):
    """What is taken over: which kind, seen by whom, of which competence, how old."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Soort bewijs"),
        choices=[(one.value, one.label) for one in ProofKind if one not in NEVER],
    )
    issuer: forms.Field = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Gezien door"),
        required=False,
        empty_label=gettext_lazy("elke partner in de pool"),
    )
    skill: forms.Field = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Alleen deze bekwaamheid"),
        required=False,
        empty_label=gettext_lazy("alle bekwaamheden"),
    )
    max_age_months = forms.IntegerField(
        label=gettext_lazy("Hoogstens zoveel maanden oud"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=gettext_lazy("Bij een VOG: op de eerste dag bij jullie."),
    )
    starts_on = forms.DateField(
        label=gettext_lazy("Vanaf"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def __init__(self, house: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        sharing = organisations.sharing_on(today)
        partners = sharing.partners(Shared.PROOFS, house.pk)
        self.is_kept_apart = not sharing.gives(Shared.PROOFS, house.pk)
        issuer, skill = self._fields("issuer", "skill")
        issuer.queryset = organisations.all_organisations().filter(pk__in=partners)
        skill.queryset = skills.skills()

    def _fields(self, *names: str) -> list[Any]:
        chosen: list[Any] = [self.fields[name] for name in names]
        for one in chosen:
            one.label_from_instance = lambda row: row.name
        return chosen


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def acceptance(request: HttpRequest) -> HttpResponse:
    """Show what is taken over, and take a new decision."""
    house = access.chosen_organisation(request)
    form = AcceptanceForm(house, request.POST or None, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _accepted(request, house, form):
        return redirect(_here(house))
    rows = skills.acceptances_of(house.pk)
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": rows,
        "asks_fresh": skills.asks_fresh_conduct(house.branch),
        "conduct_months": skills.conduct_months(timezone.localdate()),
        "has_conduct": any(one.kind == ProofKind.CONDUCT for one in rows),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/acceptance.html", context, status=status)


@require_POST
@access.for_hr
def end(request: HttpRequest, acceptance_id: int) -> HttpResponse:
    """Take something over no more; shifts are judged again."""
    house = access.chosen_organisation(request)
    mine = (one for one in skills.acceptances_of(house.pk) if one.pk == acceptance_id)
    row = found(next(mine, None))
    actions.end_acceptance(acceptance=row, by=account_of(request), at=timezone.now())
    messages.success(request, _("Jullie nemen dit niet meer over. Diensten zijn nagekeken."))
    return redirect(_here(house))


def _here(house: Any) -> str:
    return f"{reverse('hr:acceptance')}?organisation={house.pk}"


def _accepted(request: HttpRequest, house: Any, form: AcceptanceForm) -> bool:
    told = dict(form.cleaned_data)
    told["kind"] = ProofKind(told["kind"])
    try:
        actions.accept(organisation=house, by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        form.add_error("skill", str(refusal))
        return False
    messages.success(request, _("Besloten. De diensten zijn opnieuw nagekeken."))
    return True
