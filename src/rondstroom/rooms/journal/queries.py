"""Reading the journal."""

from __future__ import annotations

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
