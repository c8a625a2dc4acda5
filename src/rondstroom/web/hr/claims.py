"""Claims of workers: a queue with age and owner, and the page on which one is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.skills import actions, permissions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import DeclineReason, Method, ProofKind
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access, signals

SHOWN = 30


class Seen(forms.Form):
    """How a competence was assessed."""

    method = forms.ChoiceField(
        label=gettext_lazy("Hoe is het getoetst"), choices=Method.choices, initial=Method.BOTH
    )


class No(forms.Form):
    """Why a claim is not taken over: from a closed list, nothing about the person."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reden"), choices=DeclineReason.choices, widget=forms.RadioSelect
    )


@require_safe
@access.for_hr
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, what is due first on top; and who may not work a shift now."""
    mine, now = access.organisations_of(request), timezone.now()
    ids = [row.pk for row in mine]
    waiting = list(skills.claims_waiting(ids))
    context = {
        "waiting": waiting,
        "late": sum(row.due_at < now for row in waiting),
        "organisations": mine,
        "unproven": rosters.open_gate_tasks(ids, now)[:SHOWN],
        "signals": signals.waiting(request, ids),
        "contracts": len(matching.contracts_to_make(ids)),
        "now": now,
    }
    return render(request, "hr/queue.html", context)


@require_safe
@access.for_hr
def claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Show one claim, and the two answers that it can get."""
    return _page(request, access.claim(request, claim_id), Seen(), No())


@require_POST
@access.for_hr
def take(request: HttpRequest, claim_id: int) -> HttpResponse:
    """See to a claim: colleagues then know that it has an owner."""
    row = access.claim_to_answer(request, claim_id)
    return _done(request, row, actions.take_claim, _("Je hebt deze melding op je genomen."))


@require_POST
@access.for_hr
def confirm(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Say that the evidence was seen; of a competence also how it was assessed."""
    row = access.claim_to_answer(request, claim_id)
    form = Seen(request.POST)
    if row.kind == ProofKind.SKILL and not form.is_valid():
        return _page(request, row, form, No(), status=422)
    method = form.cleaned_data["method"] if row.kind == ProofKind.SKILL else ""
    words = _("Opgeschreven: je hebt het bewijs van %(name)s gezien.") % {"name": row.worker.name}
    return _done(request, row, actions.confirm_claim, words, method=method)


@require_POST
@access.for_hr
def decline(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Say why the claim is not taken over."""
    row = access.claim_to_answer(request, claim_id)
    form = No(request.POST)
    if not form.is_valid():
        return _page(request, row, Seen(), form, status=422)
    words = _("%(name)s leest nu waarom niet, en wat te doen.") % {"name": row.worker.name}
    reason = DeclineReason(form.cleaned_data["reason"])
    return _done(request, row, actions.decline_claim, words, reason=reason)


def _page(request: HttpRequest, row: Any, seen: Seen, no: No, status: int = 200) -> HttpResponse:
    account = account_of(request)
    needs_two = row.kind in skills.policy_of(row.organisation_id).four_eyes
    context = {
        "row": row,
        "is_waiting": row.state in skills.WAITING,
        "may_answer": permissions.may_answer_claim(account, row),
        "is_own_look": row.first_look_id == account.pk,
        "needs_two": needs_two,
        "is_skill": row.kind == ProofKind.SKILL,
        "is_owner": row.owner_id == account.pk,
        "seen": seen,
        "no": no,
        "now": timezone.now(),
    }
    return render(request, "hr/claim.html", context, status=status)


def _done(
    request: HttpRequest, row: Any, action: Callable[..., Any], words: str, **told: Any
) -> HttpResponse:
    try:
        action(claim=row, by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return redirect("hr:claim", row.pk)
    messages.success(request, words)
    return redirect("hr:claim", row.pk) if action is actions.take_claim else redirect("hr:queue")
