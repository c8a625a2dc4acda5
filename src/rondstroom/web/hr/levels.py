"""How far somebody is with a competence, and who must be there: set from the file."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, ProofKind, SupervisedBy
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access
from rondstroom.web.hr.file import address


class LevelForm(forms.Form):
    """The level as shown, and who supervises."""

    level = forms.ChoiceField(choices=Level.choices)
    supervised_by = forms.ChoiceField(choices=[("", ""), *SupervisedBy.choices], required=False)


@require_POST
@access.for_hr
def set_level(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Say how far somebody is now with a competence that was seen here."""
    row = found(skills.proof(proof_id))
    worker, house = access.file_to_write(request, row.worker_id)
    is_ours = row.kind == ProofKind.SKILL and row.issuer_id in {None, house.pk}
    row, form = found(row if is_ours else None), LevelForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies een niveau uit de lijst."))
        return redirect(address(worker, house))
    told, by, at = form.cleaned_data, account_of(request), timezone.now()
    try:
        actions.set_level(proof=row, organisation=house, **told, by=by, at=at)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het niveau staat erin. De diensten zijn opnieuw nagekeken."))
    return redirect(address(worker, house))
