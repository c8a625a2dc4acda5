"""The skills passport: what I have, what lapses, where it counts, who read it, what opens more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.proofs.claims import own_houses
from rondstroom.web.worker.proofs.opening import opened_by

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.skills.queries import Check

SOON = timedelta(days=90)
WEEKS = 4
READINGS = 20


@require_safe
@for_worker
def passport(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show all of it on one page; nothing here is judged otherwise than at a booking."""
    now, today = timezone.now(), timezone.localdate()
    proofs = skills.proofs_of([worker.pk])[worker.pk]
    highest = skills.highest_function(proofs)
    hidden = matching.shifts_for(worker, now, now + timedelta(weeks=WEEKS), now).hidden
    own = {one.organisation_id for one in people.engagements_of(worker.pk, today)}
    context = {
        "highest": highest,
        "proofs": proofs,
        "today": today,
        "soon": today + SOON,
        "waiting": skills.claims_of_worker(worker.pk).filter(state__in=skills.WAITING).count(),
        "houses": _houses(worker, own, highest.pk if highest else None),
        "opens": opened_by(hidden, WEEKS),
        "weeks": WEEKS,
        "term": people.pool_term_of(worker.pk),
        "signals": rosters.signals_of_worker(worker.pk),
        "readings": skills.readings_of(worker.pk)[:READINGS],
    }
    return render(request, "worker/proofs/passport.html", context)


def _houses(worker: Worker, own: set[int], function_id: int | None) -> list[dict[str, Any]]:
    """Give where the worker works or wants to: does everything count there, and if not, why."""
    wanted, today = own_houses(worker), timezone.localdate()
    judged = skills.checks_at(worker.pk, wanted, today, function_id=function_id)
    return [
        {"house": house, "is_own": house.pk in own, "missing": _missing(judged[house.pk])}
        for house in organisations.all_organisations().filter(pk__in=wanted)
    ]


def _missing(checks: list[Check]) -> list[Any]:
    return [block for check in checks for block in check.blocks]
