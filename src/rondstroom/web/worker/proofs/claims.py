"""Claims: the worker says what can be shown; HR of an organisation looks and answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import CLAIMABLE, ProofKind
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

KINDS = [kind for kind in ProofKind if kind in CLAIMABLE]


class ClaimForm(forms.Form):
    """What HR must know to look: at which organisation, about what, from when, under what number.

    Only the fields that the kind asks stay.
    """

    organisation: forms.Field = forms.ModelChoiceField(
        None, label=gettext_lazy("Wie kijkt het na"), empty_label=None
    )
    function: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Functie"))
    skill: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Bekwaamheid"))
    valid_from = forms.DateField(
        label=gettext_lazy("Datum op het bewijs"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    valid_through = forms.DateField(
        label=gettext_lazy("Geldig tot en met"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    reference = forms.CharField(label=gettext_lazy("Kenmerk"), max_length=60, required=False)

    def __init__(self, worker: Worker, kind: ProofKind, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        self._choices("organisation", organisations.all_organisations(), own_houses(worker))
        self._choices("function", skills.functions())
        self._choices("skill", skills.skills())
        if kind != ProofKind.DIPLOMA:
            del self.fields["function"]
        if kind != ProofKind.SKILL:
            del self.fields["skill"]
        if kind == ProofKind.REGISTER:
            self.fields["reference"].label = _("BIG-nummer")
            self.fields["reference"].required = True

    def _choices(self, name: str, rows: Any, ids: set[int] | None = None) -> None:
        field: Any = self.fields[name]
        field.queryset = rows if ids is None else rows.filter(pk__in=ids)
        field.label_from_instance = lambda row: row.name


def own_houses(worker: Worker) -> set[int]:
    """Give where the worker is engaged today, and where the worker wants to work."""
    engaged = people.engagements_of(worker.pk, timezone.localdate())
    return {one.organisation_id for one in engaged} | people.willing_organisation_ids(worker.pk)


@require_safe
@for_worker
def claims(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what was claimed with its answer, and what can be claimed."""
    rows = list(skills.claims_of_worker(worker.pk))
    context = {
        "waiting": [row for row in rows if row.state in skills.WAITING],
        "answered": [row for row in rows if row.state not in skills.WAITING],
        "kinds": KINDS,
        "now": timezone.now(),
    }
    return render(request, "worker/proofs/claims.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def new(request: HttpRequest, worker: Worker, kind: str) -> HttpResponse:
    """Ask what can be shown, and pass it on to HR."""
    chosen: ProofKind = found(next((one for one in KINDS if one == kind), None))
    form = ClaimForm(worker, chosen, request.POST or None, initial=_begun(request, worker))
    if request.method == "POST" and form.is_valid() and _claimed(request, worker, form):
        return redirect("worker:claims")
    context = {"form": form, "kind": chosen}
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/proofs/new.html", context, status=status)


@require_POST
@for_worker
def withdraw(request: HttpRequest, worker: Worker, claim_id: int) -> HttpResponse:
    """Take a claim back that was not answered yet."""
    own = (row for row in skills.claims_of_worker(worker.pk) if row.pk == claim_id)
    row = found(next(own, None))
    try:
        actions.withdraw_claim(claim=row, by=account_of(request), at=timezone.now())
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Ingetrokken."))
    return redirect("worker:claims")


def _begun(request: HttpRequest, worker: Worker) -> dict[str, Any]:
    """Begin with the own employer, and the competence that a link named."""
    employer = people.engagements_of(worker.pk, timezone.localdate()).first()
    begun: dict[str, Any] = {"skill": request.GET.get("skill")}
    if employer is not None:
        begun["organisation"] = employer.organisation_id
    return begun


def _claimed(request: HttpRequest, worker: Worker, form: ClaimForm) -> bool:
    told = dict(form.cleaned_data)
    valid_from: date = told.pop("valid_from")
    house = told.pop("organisation")
    try:
        row = actions.make_claim(
            worker=worker,
            organisation=house,
            kind=form.kind,
            valid_from=valid_from,
            by=account_of(request),
            at=timezone.now(),
            **told,
        )
    except UnableToAct as refusal:
        place = refusal.code if refusal.code in form.fields else None
        form.add_error(place, str(refusal))
        return False
    words = {"house": house.name, "day": timezone.localtime(row.due_at)}
    words["day"] = f"{words['day']:%d-%m-%Y}"
    messages.success(
        request,
        _("Gemeld. %(house)s antwoordt uiterlijk %(day)s. Laat het echte document zien.") % words,
    )
    return True
