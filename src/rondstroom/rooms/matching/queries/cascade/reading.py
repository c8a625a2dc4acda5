"""What was asked, when, with which answer; for the planner and for who was asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.matching.models import Cascade, Offer, Step
from rondstroom.rooms.matching.states import CascadeState, OfferState, StepState

LIVING = (OfferState.OFFERED, OfferState.ACCEPTED)
WITHOUT_A_SHIFT = (
    OfferState.DECLINED,
    OfferState.EXPIRED,
    OfferState.PASSED,
    OfferState.WITHDRAWN,
)


def _whole() -> QuerySet[Cascade]:
    offers = Offer.objects.select_related("worker").order_by("position", "pk")
    steps = Step.objects.order_by("position").prefetch_related(Prefetch("offers", queryset=offers))
    return Cascade.objects.select_related(
        "shift__team__location", "shift__organisation", "shift__function", "started_by"
    ).prefetch_related(Prefetch("steps", queryset=steps))


def one_cascade(cascade_id: int) -> Cascade | None:
    """Give one cascade with its steps and offers."""
    return _whole().filter(pk=cascade_id).first()


def cascades_of_shift(shift_id: int) -> list[Cascade]:
    """Give every cascade of a shift with steps and offers, the newest first; three queries."""
    return list(_whole().filter(shift_id=shift_id).order_by("-pk"))


def running_cascades(organisation_ids: Iterable[int]) -> dict[int, Cascade]:
    """Give shift → the cascade that runs for it, at these organisations."""
    rows = _whole().filter(
        shift__organisation_id__in=list(organisation_ids), state=CascadeState.RUNNING
    )
    return {row.shift_id: row for row in rows}


def running_steps(organisation_ids: Iterable[int]) -> dict[int, Step]:
    """Give shift → the ring that is asked now, or waits for a yes to hire; one query."""
    rows = Step.objects.filter(
        state__in=(StepState.OPEN, StepState.TO_CONFIRM),
        cascade__state=CascadeState.RUNNING,
        cascade__shift__organisation_id__in=list(organisation_ids),
    )
    return {row.cascade.shift_id: row for row in rows.select_related("cascade")}


def cascades_due(at: datetime) -> list[int]:
    """Give the cascades of which a ring's time is over, the longest over first."""
    due = Step.objects.filter(
        state=StepState.OPEN, closes_at__lte=at, cascade__state=CascadeState.RUNNING
    )
    return list(due.order_by("closes_at", "pk").values_list("cascade_id", flat=True))


def offer(offer_id: int) -> Offer | None:
    """Give one offer with its shift and worker."""
    return _offers().filter(pk=offer_id).first()


def _offers() -> QuerySet[Offer]:
    return Offer.objects.select_related(
        "worker",
        "step",
        "cascade__shift__team__location",
        "cascade__shift__organisation",
        "cascade__shift__function",
    )


def offers_with_account(cascade_id: int) -> list[Offer]:
    """Give who may answer in the ring that is open and can be told so: who has an account."""
    asked = _offers().filter(
        cascade_id=cascade_id,
        state=OfferState.OFFERED,
        step__state=StepState.OPEN,
        worker__account__isnull=False,
    )
    return list(asked.select_related("worker__account").order_by("position"))


def offers_of(worker_id: int) -> QuerySet[Offer]:
    """Give everything that was offered to a worker, with what came of it, the newest first."""
    return _offers().filter(worker_id=worker_id).order_by("-made_at", "-pk")


def offers_at(organisation_id: int) -> QuerySet[Offer]:
    """Give everything that was offered of an organisation's shifts, answered or not."""
    return _offers().filter(cascade__shift__organisation_id=organisation_id)


def living_offers(worker_id: int) -> QuerySet[Offer]:
    """Give the offers that a worker may still answer, the first due first."""
    return offers_of(worker_id).filter(state__in=LIVING).order_by("answer_due_at", "pk")


def offers_to_forget(at: datetime) -> QuerySet[Offer]:
    """Give the offers that led to no shift and are kept for their term (PRIV-04)."""
    on = at.astimezone(AMSTERDAM).date()
    weeks = int(lookup("verification.retention.declined_offer_weeks", on).value)
    return Offer.objects.filter(
        state__in=WITHOUT_A_SHIFT, answer_due_at__lt=at - timedelta(weeks=weeks)
    )
