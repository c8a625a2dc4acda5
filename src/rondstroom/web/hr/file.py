"""One worker's file for one organisation: the nine checks, what was seen, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, Matter, SupervisedBy, WithdrawalReason
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access
from rondstroom.web.hr.proofs import KINDS

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import Check


class Word(forms.Form):
    """What HR decides on exactly what the gate asks."""

    matter = forms.ChoiceField(choices=Matter.choices, widget=forms.HiddenInput)
    about = forms.CharField(max_length=120, widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=gettext_lazy("Besluit"),
        choices=[("yes", gettext_lazy("mag hier werken")), ("no", gettext_lazy("mag hier niet"))],
        widget=forms.RadioSelect,
    )
    valid_through = forms.DateField(
        label=gettext_lazy("Geldt tot en met"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One check, with the form of the decision when a person must decide."""

    check: Check
    form: Word | None = None


@require_safe
@access.for_hr
def file(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Show the file; that somebody of another organisation read it is kept for the worker."""
    worker, house = access.file(request, worker_id)
    today = timezone.localdate()
    held = people.engagements_of(worker.pk, today)
    ties = [one for one in held if one.organisation_id == house.pk]
    if request.method == "GET" and not ties:
        account, now = account_of(request), timezone.now()
        actions.note_reading(worker=worker, organisation=house, what="file", by=account, at=now)
    proofs = skills.proofs_of([worker.pk])[worker.pk]
    context = {
        "worker": worker,
        "organisation": house,
        "ties": ties,
        "is_self": people_permissions.is_self(request.user, worker.pk),
        "asked": [_asked(check) for check in _checks(worker.pk, house.pk, proofs, today)],
        "proofs": proofs,
        "mine": {row.pk for row in access.organisations_of(request)},
        "ours": {None, house.pk},
        "answers": skills.registrations_of(worker.pk),
        "decisions": skills.decisions_of(worker.pk, house.pk),
        "kinds": KINDS,
        "reasons": WithdrawalReason.choices,
        "levels": Level.choices,
        "supervisors": SupervisedBy.choices,
        "today": today,
    }
    return render(request, "hr/file.html", context)


@require_POST
@access.for_hr
def decide(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Decide for this organisation on what the gate asked a person to decide."""
    worker, house = access.file_to_write(request, worker_id)
    form = Word(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies eerst wat je besluit."))
        return redirect(address(worker, house))
    told = form.cleaned_data
    try:
        actions.decide(
            worker=worker,
            organisation=house,
            matter=Matter(told["matter"]),
            about=told["about"],
            is_allowed=told["answer"] == "yes",
            valid_from=timezone.localdate(),
            valid_through=told["valid_through"],
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Je besluit staat erin. De diensten zijn opnieuw nagekeken."))
    return redirect(address(worker, house))


@require_POST
@access.for_hr
def withdraw(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Let a proof count no more, with a reason from the list."""
    row = found(skills.proof(proof_id))
    worker, house = access.file_to_write(request, row.worker_id)
    row = found(row if row.issuer_id in {None, house.pk} else None)
    reason = request.POST.get("reason", "")
    if reason not in WithdrawalReason.values:
        messages.error(request, _("Kies eerst waarom dit bewijs niet meer telt."))
        return redirect(address(worker, house))
    actions.withdraw_proof(
        proof=row, reason=WithdrawalReason(reason), by=account_of(request), at=timezone.now()
    )
    messages.success(request, _("Dit bewijs telt niet meer. De diensten zijn opnieuw nagekeken."))
    return redirect(address(worker, house))


def address(worker: Any, house: Any) -> str:
    """Give where the file of a worker lies for an organisation."""
    return f"{reverse('hr:file', args=[worker.pk])}?organisation={house.pk}"


def _checks(worker_id: int, house_id: int, proofs: list[Any], today: date) -> list[Check]:
    """Judge an ordinary shift of today in the highest function of which a diploma was seen."""
    highest = skills.highest_function(proofs)
    function_id = highest.pk if highest else None
    return skills.checks_of(worker_id, house_id, today, function_id=function_id)


def _asked(check: Check) -> Asked:
    block = next((one for one in check.blocks if one.matter and not one.is_warning), None)
    if check.state != "decide" or block is None:
        return Asked(check)
    return Asked(check, Word(initial={"matter": block.matter, "about": block.about}))
