"""Passports that workers share: with whom, what exactly, and until when."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from rondstroom.rooms.skills.models import Proof, Share
from rondstroom.rooms.skills.queries.proofs import living_proofs

_NAMED = ("function", "skill", "issuer", "location", "organisation")


def share(share_id: int) -> Share | None:
    """Give one share, also one that is over."""
    return Share.objects.select_related("worker", "organisation").filter(pk=share_id).first()


def shareable_proofs(worker_id: int) -> QuerySet[Proof]:
    """Give what a worker can share: the own proofs that count, with all that is named in them."""
    return living_proofs([worker_id]).select_related(*_NAMED)


def shared_proofs(share: Share) -> QuerySet[Proof]:
    """Give exactly what was shared; what counts no more is not shown as if it did."""
    rows = share.proofs.filter(withdrawn_on__isnull=True).select_related(*_NAMED)
    return rows.order_by("kind", "valid_from", "pk")


def shares_of_worker(worker_id: int) -> QuerySet[Share]:
    """Give the worker's own record of what was shared with whom, the newest first."""
    rows = Share.objects.filter(worker_id=worker_id).select_related("organisation")
    return rows.prefetch_related("proofs__skill", "proofs__function").order_by("-shared_at", "-pk")


def shares_with(organisation_id: int, on: date) -> QuerySet[Share]:
    """Give what workers share with an organisation on a day, by name."""
    rows = Share.objects.filter(
        organisation_id=organisation_id, ended_at__isnull=True, through__gte=on
    )
    return rows.select_related("worker").order_by("worker__name", "pk")
