"""Asking around in tests: a team with people who want to work, and a policy that is short."""

from __future__ import annotations

from typing import Any

from factories.identity import signed
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Cascade, CascadePolicy, Offer
from rondstroom.rooms.matching.queries import Supplier
from rondstroom.rooms.matching.states import Choosing, Ring, Urgency
from rondstroom.rooms.organisations.models import Organisation

HOUR = 60


def make_policy(
    organisation: Organisation, *, rings: tuple[str, ...] = tuple(Ring.values), **fields: Any
) -> CascadePolicy:
    """Let an organisation ask these rings, an hour each."""
    windows = {ring: dict.fromkeys(Urgency.values, HOUR) for ring in rings}
    asked: dict[str, Any] = {"choosing": Choosing.ORDER, **fields}
    return actions.set_cascade_policy(
        organisation=organisation, windows=windows, **asked, **signed()
    )


def bureau(hour_cents: int = 6000) -> Supplier:
    """Give a supplier of staff."""
    return Supplier("Bureau Zuid", hour_cents)


def offers_in(cascade: Cascade, ring: str) -> list[Offer]:
    """Give the offers of one ring, in order."""
    return list(
        Offer.objects.filter(cascade=cascade, step__ring=ring)
        .select_related("worker")
        .order_by("position")
    )


def offer_to(cascade: Cascade, worker: Any) -> Offer:
    """Give the offer to one person."""
    return Offer.objects.get(cascade=cascade, worker=worker)


def rings_of(cascade: Cascade) -> list[tuple[str, str]]:
    """Give each ring with its state, in order."""
    return list(cascade.steps.order_by("position").values_list("ring", "state"))
