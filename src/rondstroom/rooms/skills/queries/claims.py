"""Claims that wait and were answered, what an organisation asks, and who read whose file."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from rondstroom.rooms.skills.models import Acceptance, Claim, Decision, Policy, Reading
from rondstroom.rooms.skills.states import ClaimState

WAITING = (ClaimState.OPEN, ClaimState.ONE_LOOK)
_WITH = ("worker", "organisation", "function", "skill", "owner", "first_look")


def claim(claim_id: int) -> Claim | None:
    """Give one claim with all that is named in it."""
    return Claim.objects.select_related(*_WITH).filter(pk=claim_id).first()


def claims_waiting(organisation_ids: Iterable[int]) -> QuerySet[Claim]:
    """Give the claims without an answer at organisations, the first that is due on top."""
    rows = Claim.objects.filter(organisation_id__in=list(organisation_ids), state__in=WAITING)
    return rows.select_related(*_WITH).order_by("due_at", "pk")


def claims_of_worker(worker_id: int) -> QuerySet[Claim]:
    """Give what a worker claimed, the newest first."""
    return (
        Claim.objects.filter(worker_id=worker_id).select_related(*_WITH).order_by("-made_at", "-pk")
    )


def policy_of(organisation_id: int) -> Policy:
    """Give what an organisation decided about checking; the defaults when it decided nothing."""
    row = Policy.objects.filter(organisation_id=organisation_id).first()
    return row or Policy(organisation_id=organisation_id)


def acceptances_of(organisation_id: int) -> QuerySet[Acceptance]:
    """Give what an organisation takes over now or later from others, by kind."""
    rows = Acceptance.objects.filter(organisation_id=organisation_id, ends_on__isnull=True)
    return rows.select_related("issuer", "skill", "organisation").order_by("kind", "pk")


def decisions_of(worker_id: int, organisation_id: int) -> QuerySet[Decision]:
    """Give what people of an organisation decided about a worker, the newest first."""
    rows = Decision.objects.filter(worker_id=worker_id, organisation_id=organisation_id)
    return rows.order_by("-decided_at", "-pk")


def readings_of(worker_id: int) -> QuerySet[Reading]:
    """Give who of other organisations read a worker's file, the newest first."""
    rows = Reading.objects.filter(worker_id=worker_id).select_related("organisation")
    return rows.order_by("-read_at", "-pk")
