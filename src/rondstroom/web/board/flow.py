"""Show the board how many work from the pool and where those went who left; nobody by name."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import WentTo
from rondstroom.web.board import access

YEAR = timedelta(days=365)


@require_safe
@access.for_board
def flow(request: HttpRequest) -> HttpResponse:
    """Count the pool of one organisation now, and the last year's leaving by where to.

    Where few went is not told apart: in a small pool a number of one is a name.
    """
    organisation, today = access.chosen_organisation(request), timezone.localdate()
    counted = people.flow_out([organisation.pk], today - YEAR, today)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "flow": counted,
        "left": [(WentTo(kind).label, people_there) for kind, people_there in counted.left.items()],
    }
    return render(request, "board/flow.html", context)
