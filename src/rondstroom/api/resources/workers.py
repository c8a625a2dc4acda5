"""Workers of the organisation, and what they say about when they want to work."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.problems import Problem
from rondstroom.api.resources import own
from rondstroom.api.values.people import (
    AvailabilityChanges,
    AvailabilityOut,
    WorkerOut,
    worker_of,
)
from rondstroom.api.values.plain import Day, Id
from rondstroom.rooms.people import actions, permissions, queries

router = Router(tags=["workers"])
LONGEST_DAYS = 366


class Days(Schema):
    """From the first day up to, not including, the last."""

    starts_on: Day
    ends_on: Day


@router.get("/workers", response=Page[WorkerOut])
@reads("workers:read")
def list_workers(request: HttpRequest, wanted: Query[Asked]) -> Any:
    """Give who works for the organisation today."""
    organisation_id = caller_of(request).organisation_id
    rows = queries.workers_of_organisation(organisation_id, timezone.localdate())
    return page_of(rows, wanted, lambda some: [worker_of(row, organisation_id) for row in some])


@router.get("/workers/{worker_id}", response=WorkerOut)
@reads("workers:read")
def one_worker(request: HttpRequest, worker_id: Id) -> Any:
    """Give one worker of the organisation."""
    return worker_of(own.worker(request, worker_id), caller_of(request).organisation_id)


@router.get("/workers/{worker_id}/availability", response=list[AvailabilityOut])
@reads("availability:read")
def availability(request: HttpRequest, worker_id: Id, days: Query[Days]) -> Any:
    """Give what a worker says about the parts of these days, at most a year."""
    row = own.worker(request, worker_id)
    _check(days)
    return _said(row, days)


@router.put("/workers/{worker_id}/availability", response=list[AvailabilityOut])
@writes("availability:write")
def pass_on_availability(request: HttpRequest, worker_id: Id, body: AvailabilityChanges) -> Any:
    """Pass on what a worker told you; who has an account here says it there, and is refused."""
    row = own.worker(request, worker_id)
    caller = caller_of(request)
    if not permissions.may_pass_on_availability(row, caller.account, caller.organisation_id):
        text = _("%(name)s heeft een eigen account en zegt zelf wanneer het kan.")
        raise Problem("refused", text % {"name": row.name}, {"refusal": "says-it-there"})
    wishes = {(one.on_date, one.part): one.wish for one in body.items}
    actions.set_availability(worker=row, wishes=wishes, **caller.signed)
    named = [day for day, _part in wishes]
    if not named:
        return 200, []
    last = Days(starts_on=min(named), ends_on=max(named))
    return 200, [one.model_dump(mode="json") for one in _said(row, last, with_last=True)]


def _check(days: Days) -> None:
    if not 0 < (days.ends_on - days.starts_on).days <= LONGEST_DAYS:
        raise own.invalid("ends_on", _("Vraag 1 tot 366 dagen; de laatste dag telt niet mee."))


def _said(row: Any, days: Days, *, with_last: bool = False) -> list[AvailabilityOut]:
    end = days.ends_on + timedelta(days=1) if with_last else days.ends_on
    said = queries.availability_of(row.pk, days.starts_on, end)
    return [
        AvailabilityOut(on_date=day, part=part, wish=wish)
        for (day, part), wish in sorted(said.items())
    ]
