"""Signals about a competence: HR talks with the colleague and says what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.states import SignalOutcome
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access


class OutcomeForm(forms.Form):
    """What came of it, from the list."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Wat kwam eruit"), choices=[("", "–"), *SignalOutcome.choices]
    )


def waiting(request: HttpRequest, organisation_ids: list[int]) -> list[dict[str, Any]]:
    """Give what waits, with the form of the answer; the own signals wait for a colleague."""
    account = account_of(request)
    return [
        {
            "signal": one,
            "form": OutcomeForm(auto_id=f"signal-{one.pk}-%s")
            if permissions.may_answer_signal(account, one)
            else None,
        }
        for one in queries.signals_waiting(organisation_ids)
    ]


@require_POST
@access.for_hr
def answer(request: HttpRequest, signal_id: int) -> HttpResponse:
    """Keep what came of a signal; the worker reads it."""
    row = found(queries.signal(signal_id))
    account = account_of(request)
    found(row if permissions.may_answer_signal(account, row) else None)
    chosen = request.POST.get("outcome", "")
    try:
        actions.answer_signal(
            signal=row,
            outcome=chosen,  # type: ignore[arg-type]  # refused in words when it is none
            by=account,
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Opgeschreven. De collega leest wat er is afgesproken."))
    return redirect("hr:queue")
