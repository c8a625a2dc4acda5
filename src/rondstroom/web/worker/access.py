"""Who may sit at this desk: a worker, and only at the own things."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.context import remember_worker
from rondstroom.web.components.guard import found, requires, signed_in

if TYPE_CHECKING:
    from rondstroom.rooms.matching.models import Request
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

View = Callable[..., HttpResponse]
WHY = _(
    "Deze werkplek is voor zorgmedewerkers. "
    "Je account hoort niet bij een zorgmedewerker in de pool."
)


def for_worker(view: View) -> View:
    """Let only workers in, and hand the view who it is."""

    @requires(signed_in)
    @wraps(view)
    def with_worker(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        worker = people.worker_of(request.user)
        if worker is None:
            raise PermissionDenied(str(WHY))
        remember_worker(request, worker)
        return view(request, worker, *args, **kwargs)

    return with_worker


def own_assignment(worker: Worker, assignment_id: int) -> Assignment:
    """Give an assignment of this worker; a concept of the planner is not shown."""
    one = rosters.assignment(assignment_id)
    mine = one is not None and one.worker_id == worker.pk
    return found(one if one and mine and one.state != AssignmentState.PLANNED else None)


def own_request(worker: Worker, request_id: int) -> Request:
    """Give a request of this worker."""
    one = matching.request(request_id)
    return found(one if one and one.worker_id == worker.pk else None)
