"""Whose evidence this desk reads: own people, who wants to work here, and who shares it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access

SOON = timedelta(days=60)
SHOWN = 60


@require_safe
@access.for_hr
def everybody(request: HttpRequest) -> HttpResponse:
    """Show people by name, and first of all what lapses in the coming two months."""
    house, today = access.chosen_organisation(request), timezone.localdate()
    asked = " ".join(request.GET.get("q", "").split())[:60]
    own = [one for one in people.workers_of_organisation(house.pk, today) if _fits(one, asked)]
    lapsing = [] if asked else _lapsing([one.pk for one in own], today)
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "asked": asked,
        "own": own[:SHOWN],
        "more": max(0, len(own) - SHOWN),
        "partners": [one for one in _from_partners(house.pk, today) if _fits(one, asked)][:SHOWN],
        "lapsing": lapsing[:SHOWN],
        "shared": [one for one in skills.shares_with(house.pk, today) if _fits(one.worker, asked)],
        "today": today,
    }
    return render(request, "hr/people.html", context)


@require_safe
@access.for_hr
def shared(request: HttpRequest, share_id: int) -> HttpResponse:
    """Show exactly what was shared, while it lasts; that somebody read it is kept."""
    row = access.share(request, share_id)
    if request.method == "GET":
        actions.note_reading(
            worker=row.worker,
            organisation=row.organisation,
            what="passport",
            by=account_of(request),
            at=timezone.now(),
        )
    context = {"share": row, "proofs": skills.shared_proofs(row), "today": timezone.localdate()}
    return render(request, "hr/shared.html", context)


def _fits(worker: Any, asked: str) -> bool:
    return asked.casefold() in worker.name.casefold()


def _lapsing(worker_ids: list[int], today: date) -> list[Any]:
    """Give what lapses soon or did lately; what is long over hides nothing that lapses now."""
    rows = skills.expiring_proofs(worker_ids, today + SOON)
    return [one for one in rows if one.valid_through and one.valid_through >= today - SOON]


def _from_partners(organisation_id: int, today: date) -> list[Any]:
    """Give who works at a partner that shares evidence and said to want to work here."""
    sharing = organisations.sharing_on(today)
    partners = sharing.partners(Shared.PROOFS, organisation_id) - {organisation_id}
    return [
        worker
        for worker in people.engaged_workers(partners, today)
        if any(one.organisation_id == organisation_id for one in worker.willing_for.all())
        and all(tie.organisation_id != organisation_id for tie in worker.engagements.all())
    ]
