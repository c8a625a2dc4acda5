"""Workers by number, account, e-mail address or calendar secret."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from rondstroom.rooms.people.models import CalendarKey, OwnWage, Worker

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def worker(worker_id: int) -> Worker | None:
    """Give a worker by number."""
    return Worker.objects.filter(pk=worker_id).first()


def locked_worker(worker_id: int) -> Worker:
    """Give a worker, and let nobody else book this worker until the transaction ends."""
    return Worker.objects.select_for_update().get(pk=worker_id)


def worker_of(account: Account | AnonymousUser) -> Worker | None:
    """Give the worker that an account belongs to."""
    if account.pk is None:
        return None
    return Worker.objects.filter(account_id=account.pk).first()


def worker_by_calendar_key(key: str) -> Worker | None:
    """Give whose calendar link has this secret."""
    digest = CalendarKey.digest_of(key)
    return Worker.objects.filter(calendar_key__digest=digest).first()


def calendar_key_made_at(worker_id: int) -> datetime | None:
    """Give when the worker's calendar link was made; None when there is none."""
    return CalendarKey.objects.filter(worker_id=worker_id).values_list("made_at", flat=True).first()


def worker_by_email(email: str) -> Worker | None:
    """Give the worker with this e-mail address, in upper or lower case."""
    wanted = email.strip().lower()
    return Worker.objects.filter(email=wanted).first() if wanted else None


def all_workers() -> QuerySet[Worker]:
    """Give every worker, to choose from."""
    return Worker.objects.order_by("name", "pk")


def workers(worker_ids: Iterable[int]) -> dict[int, Worker]:
    """Give several workers by number, with their accounts; one query."""
    return Worker.objects.select_related("account").in_bulk(list(worker_ids))


def own_wage_of(worker_id: int) -> OwnWage | None:
    """Give what a worker typed about the own wage; show it to that worker only."""
    return OwnWage.objects.filter(worker_id=worker_id).first()
