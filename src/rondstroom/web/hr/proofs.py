"""Writing down that evidence was seen: only the fields that its kind asks."""

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
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, Method, ProofKind, SupervisedBy
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access

KINDS = [kind for kind in ProofKind if kind != ProofKind.REGISTER]
"""What HR writes down here; what the register says has a page of its own."""

EXTRA = {
    ProofKind.DIPLOMA: {"function"},
    ProofKind.SKILL: {"skill", "method", "level", "supervised_by"},
    ProofKind.INDUCTION: {"location"},
    ProofKind.CONDUCT: {"code"},
}
ONLY_SOME = {"function", "skill", "method", "level", "supervised_by", "location", "code"}


class ProofForm(forms.Form):
    """What was seen: about what, from and through which day, under which reference."""

    function: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Functie"))
    skill: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Bekwaamheid"))
    method = forms.ChoiceField(
        label=gettext_lazy("Hoe is het getoetst"), choices=Method.choices, initial=Method.BOTH
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Niveau"), choices=Level.choices, initial=Level.INDEPENDENT
    )
    supervised_by = forms.ChoiceField(
        label=gettext_lazy("Wie begeleidt"),
        choices=[("", gettext_lazy("niemand nodig")), *SupervisedBy.choices],
        required=False,
        help_text=gettext_lazy("Alleen bij het niveau onder begeleiding."),
    )
    location: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Locatie"))
    code = forms.CharField(
        label=gettext_lazy("Profiel op de VOG"),
        max_length=10,
        required=False,
        help_text=gettext_lazy("Het nummer van het screeningsprofiel, zoals op de VOG staat."),
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Datum op het bewijs"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    valid_through = forms.DateField(
        label=gettext_lazy("Geldig tot en met"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    reference = forms.CharField(
        label=gettext_lazy("Kenmerk"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Nooit een BSN of een documentnummer van een paspoort."),
    )

    def __init__(self, kind: ProofKind, house: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = {
            "function": skills.functions(),
            "skill": skills.skills(),
            "location": organisations.locations_of(house.pk),
        }
        for name, choices in rows.items():
            field: Any = self.fields[name]
            field.queryset, field.label_from_instance = choices, lambda row: row.name
        for name in ONLY_SOME - EXTRA.get(kind, set()):
            del self.fields[name]


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def new(request: HttpRequest, worker_id: int, kind: str) -> HttpResponse:
    """Ask what was seen, and keep it."""
    worker, house = access.file_to_write(request, worker_id)
    chosen: ProofKind = found(next((one for one in KINDS if one == kind), None))
    today = timezone.localdate()
    form = ProofForm(chosen, house, request.POST or None, initial={"valid_from": today})
    is_told = request.method == "POST" and form.is_valid()
    if is_told and _kept(request, worker, house, chosen, form):
        return redirect(f"{reverse('hr:file', args=[worker.pk])}?organisation={house.pk}")
    context = {"worker": worker, "organisation": house, "kind": chosen, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/proof_new.html", context, status=status)


def _kept(request: HttpRequest, worker: Any, house: Any, kind: ProofKind, form: ProofForm) -> bool:
    told = dict(form.cleaned_data)
    if kind == ProofKind.AGREEMENT:
        told["organisation"] = house
    try:
        actions.record_proof(
            worker=worker,
            kind=kind,
            issuer=house,
            by=account_of(request),
            at=timezone.now(),
            **told,
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Opgeschreven. De diensten zijn opnieuw nagekeken."))
    return True
