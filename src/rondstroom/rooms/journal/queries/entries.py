"""Reading the journal."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from rondstroom.rooms.journal.models import Entry


def entries_about(subject: str) -> QuerySet[Entry]:
    """Give what happened to one thing, oldest first."""
    return Entry.objects.filter(subject=subject)


def entries_of_organisation(organisation_id: int) -> QuerySet[Entry]:
    """Give what happened in an organisation, newest first."""
    return Entry.objects.filter(organisation_id=organisation_id).order_by("-pk")


def entries_about_worker(worker_id: int) -> QuerySet[Entry]:
    """Give what happened to a worker, newest first; the worker may read this."""
    return Entry.objects.filter(worker_id=worker_id).order_by("-pk")


def lines_about(subjects: Iterable[str], events: Iterable[str]) -> QuerySet[Entry]:
    """Give what happened of some kinds to several things, oldest first; without the data."""
    rows = Entry.objects.filter(subject__in=list(subjects), event__in=list(events))
    return rows.defer("data")


def lines_by(actor_ids: Iterable[int], since: int) -> QuerySet[Entry]:
    """Give what some accounts wrote from one line on, oldest first; without the data."""
    return Entry.objects.filter(actor_id__in=list(actor_ids), pk__gte=since).defer("data")
