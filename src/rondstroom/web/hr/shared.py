"""A passport that a worker of elsewhere shows this organisation by own choice."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access


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
