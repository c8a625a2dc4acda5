"""After a shift: a word from the list about a competence, of oneself or whom one supervised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.states import SignalSide
from rondstroom.web.components.belonging import SignalForm
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from datetime import datetime

    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment


def to_signal(assignment: Assignment, at: datetime) -> list[dict[str, Any]]:
    """Give the forms beside a shift that is over: of oneself, and of whom one supervised."""
    own = queries.signal_skills(assignment, SignalSide.SELF, at)
    told = [(assignment, own)] if own else []
    told += queries.supervised_on(assignment, at)
    return [
        {
            "assignment": one,
            "is_self": one.pk == assignment.pk,
            "form": SignalForm(left, auto_id=f"signal-{one.pk}-%s"),
        }
        for one, left in told
    ]


@require_POST
@for_worker
def signal(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Keep it; the page that is shown then is the one of the own shift."""
    one, account, now = (
        found(queries.assignment(assignment_id)),
        account_of(request),
        timezone.now(),
    )
    side = SignalSide.SELF if one.worker_id == worker.pk else SignalSide.SUPERVISOR
    found(one if permissions.may_signal(account, one, side, now) else None)
    form = SignalForm(queries.signal_skills(one, side, now, worker.pk), request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies een bekwaamheid en wat opviel."))
        return redirect("worker:roster")
    try:
        actions.give_signal(assignment=one, side=side, by=account, at=now, **form.said())
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Doorgegeven. Personeelszaken bespreekt het, en meer niet."))
    return redirect("worker:roster")
