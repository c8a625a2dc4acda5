"""Requests and the waiting list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q, QuerySet, Value

from rondstroom.rooms.journal.queries import together
from rondstroom.rooms.matching.models import Offer, Request
from rondstroom.rooms.matching.states import OfferState, RequestState
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.rosters.queries.placement import Reason

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment

_LIVING = (RequestState.REQUESTED, RequestState.WAITING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many requests an organisation has to answer, how many too late, and since when."""

    requests: int
    late: int
    oldest: datetime


def awaits_register(reasons: Iterable[Reason]) -> bool:
    """Say whether only the age of the register's answer stands in the way, and nothing else."""
    against = [reason for reason in reasons if reason.is_blocking]
    return bool(against) and all(reason.is_stale for reason in against)


def held_requests(worker_id: int) -> QuerySet[Request]:
    """Give what a worker signed up for and only the register holds, the first asked on top."""
    rows = Request.objects.filter(
        worker_id=worker_id, state=RequestState.REQUESTED, awaits_register=True
    )
    return rows.select_related("worker", "shift__organisation").order_by("asked_at", "pk")


def living_request(worker_id: int, shift_id: int) -> Request | None:
    """Give the request that a worker has for a shift and that was not answered yet."""
    return Request.objects.filter(worker_id=worker_id, shift_id=shift_id, state__in=_LIVING).first()


def standing_on(worker_id: int, shift_id: int) -> tuple[Request | None, list[Assignment]]:
    """Give the living request of a worker, and who is on the shift already; one query."""
    mine = Request.objects.filter(worker_id=worker_id, shift_id=shift_id, state__in=_LIVING)
    asked, on_it = together(mine, assignments.living_on(shift_id))
    return next(iter(asked), None), on_it


def asked_and_offered(worker_id: int) -> tuple[dict[int, str], set[int]]:
    """Give shift → requested or waiting for what a worker asked and hears of, and the
    shifts that were offered and may still be answered; one query."""
    asked = Request.objects.filter(worker_id=worker_id, state__in=_LIVING)
    offered = Offer.objects.filter(
        worker_id=worker_id, state__in=[OfferState.OFFERED, OfferState.ACCEPTED]
    )
    mark = Value("")
    rows = list(
        asked.values_list("shift_id", "state").union(
            offered.values_list("cascade__shift_id", mark), all=True
        )
    )
    return (
        {shift_id: state for shift_id, state in rows if state},
        {shift_id for shift_id, state in rows if not state},
    )


def asked_for(shift_id: int) -> dict[int, str]:
    """Give worker → requested or waiting for who asked for a shift and was not answered yet."""
    rows = Request.objects.filter(shift_id=shift_id, state__in=_LIVING)
    return dict(rows.values_list("worker_id", "state"))


def request(request_id: int) -> Request | None:
    """Give one request with its worker and shift, also one that was answered."""
    return (
        Request.objects.filter(pk=request_id)
        .select_related("worker", "shift__team__location", "shift__function")
        .first()
    )


def requests_of_shift(shift_id: int) -> QuerySet[Request]:
    """Give who asks or waits for a shift, the first who asked first."""
    return (
        Request.objects.filter(shift_id=shift_id, state__in=_LIVING)
        .select_related("worker")
        .order_by("asked_at", "pk")
    )


def requests_waiting(organisation_id: int) -> QuerySet[Request]:
    """Give the requests an organisation has to answer, the first due first."""
    return (
        Request.objects.filter(shift__organisation_id=organisation_id, state=RequestState.REQUESTED)
        .select_related("worker", "shift__team__location", "shift__function")
        .order_by("answer_due_at", "pk")
    )


def requests_of(worker_id: int) -> QuerySet[Request]:
    """Give everything a worker asked for, newest first, with the answers."""
    return (
        Request.objects.filter(worker_id=worker_id)
        .select_related("shift__team__location", "shift__organisation", "shift__function")
        .order_by("-asked_at", "-pk")
    )


def requests_at(organisation_id: int) -> QuerySet[Request]:
    """Give everything ever asked of an organisation, answered or not."""
    return Request.objects.filter(shift__organisation_id=organisation_id).select_related("worker")


def waiting_at(organisation_ids: Iterable[int], at: datetime) -> dict[int, Waiting]:
    """Give what waits for an answer at organisations, by organisation; one query, no people."""
    rows = (
        Request.objects.filter(
            shift__organisation_id__in=list(organisation_ids), state=RequestState.REQUESTED
        )
        .values_list("shift__organisation_id")
        .annotate(
            waiting=Count("pk"),
            late=Count("pk", filter=Q(answer_due_at__lt=at)),
            oldest=Min("asked_at"),
        )
    )
    return {one: Waiting(*told) for one, *told in rows}
