"""Opening and closing one ring of a cascade."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.matching.actions.cascade.choosing import in_turn
from rondstroom.rooms.matching.actions.cascade.places import free_places
from rondstroom.rooms.matching.actions.cascade.writing import (
    settle_offers,
    write_down,
    write_offers,
)
from rondstroom.rooms.matching.actions.ranking import keep_decision
from rondstroom.rooms.matching.models import Cascade, Offer, Step
from rondstroom.rooms.matching.queries.cascade.policies import Policy, least_notice
from rondstroom.rooms.matching.queries.cascade.reach import Reach, numbers_of, reach_of
from rondstroom.rooms.matching.states import Decided, OfferState, Ring, StepState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.queries import placement

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account


def open_ring(cascade: Cascade, step: Step, by: Account, at: datetime) -> None:
    """Offer the shift to everybody of a ring, or skip it and say why.

    Hire waits for somebody who may hire. Journal: `matching.cascade.opened` or `skipped`, and
    `matching.offer.made` for each person.
    """
    if step.ring == Ring.AGENCY:
        _wait_for_hire(cascade, step, by, at)
        return
    facts = placement.facts_of_shift(cascade.shift)
    reach = reach_of(facts, at)[Ring(step.ring)]
    step.kept_out = dict(reach.kept_out)
    earlier = set(Offer.objects.filter(cascade=cascade).values_list("worker_id", flat=True))
    reach.people = [one for one in reach.people if one.worker.pk not in earlier]
    if reach.people:
        keep_decision(shift=facts, found=reach.everybody, kind=Decided.ASKED, by=by, at=at)
        _offer(cascade, step, reach, by, at)
    else:
        skip(cascade, step, _nobody(reach), by, at)


def _nobody(reach: Reach) -> str:
    number = sum(reach.kept_out.values())
    if number:
        return _("niemand kan deze dienst nu werken (%(number)d bekeken)") % {"number": number}
    return _("niemand in deze ring heeft de functie")


def skip(cascade: Cascade, step: Step, reason: str, by: Account, at: datetime) -> None:
    """Pass a ring over, and keep why."""
    step.state, step.reason, step.closed_at = StepState.SKIPPED, reason, at
    step.save()
    write_down(cascade, "skipped", by, at, ring=str(step.ring), reason=reason)


def _wait_for_hire(cascade: Cascade, step: Step, by: Account, at: datetime) -> None:
    if not step.supplier:
        skip(cascade, step, _("er is geen uitzendbureau toegelaten"), by, at)
        return
    step.state = StepState.TO_CONFIRM
    step.save()
    write_down(cascade, "to-confirm", by, at, ring=str(step.ring), supplier=step.supplier)


def window_of(cascade: Cascade, ring: str, at: datetime) -> datetime:
    """Give when a ring that opens now closes: after its window, and in time before the shift."""
    closes = at + Policy.from_kept(cascade.policy).window(ring, cascade.urgency)
    return min(closes, cascade.shift.starts_at - least_notice())


def _offer(cascade: Cascade, step: Step, reach: Reach, by: Account, at: datetime) -> None:
    step.state, step.opened_at = StepState.OPEN, at
    step.closes_at = window_of(cascade, step.ring, at)
    step.reached = len(reach.people)
    step.save()
    offers = Offer.objects.bulk_create(
        Offer(
            step=step,
            cascade=cascade,
            worker=one.worker,
            position=number,
            numbers=numbers_of(one),
            made_at=at,
            answer_due_at=step.closes_at,
        )
        for number, one in enumerate(reach.people, start=1)
    )
    opened: dict[str, Any] = {"ring": str(step.ring), "reached": step.reached}
    write_down(cascade, "opened", by, at, **opened, closes_at=step.closes_at)
    write_offers(offers, "made", by, at)


def close_ring(cascade: Cascade, step: Step, by: Account, at: datetime) -> None:
    """Give the free places to who wants one, in turn; tell the others.

    Who cannot be placed any more is passed over, with the reason. Journal: `booked`, `passed` and
    `expired` of `matching.offer`.
    """
    step.state, step.closed_at = StepState.CLOSED, at
    step.save(update_fields=["state", "closed_at"])
    rows = list(step.offers.select_related("worker", "cascade__shift"))
    for one in in_turn(cascade, step.position, rows):
        if one.state == OfferState.ACCEPTED and free_places(cascade):
            _book(one, cascade.shift, by, at)
    fresh = Offer.objects.filter(step=step).select_related("cascade__shift", "worker")
    answer = _("Een ander was aan de beurt.")
    settle_offers(fresh.filter(state=OfferState.ACCEPTED), OfferState.PASSED, answer, by, at)
    answer = _("Je hebt niet geantwoord; dat geeft niets.")
    settle_offers(fresh.filter(state=OfferState.OFFERED), OfferState.EXPIRED, answer, by, at)


def _book(one: Offer, shift: Shift, by: Account, at: datetime) -> None:
    """Book somebody who said yes; who cannot be booked any more hears why."""
    try:
        with transaction.atomic():
            settle_offers([one], OfferState.BOOKED, "", by, at)
            rosters.assign(worker=one.worker, shift=shift, by=by, at=at, is_call=False)
    except rosters.UnableToAssign as refused:
        one.state = OfferState.ACCEPTED
        settle_offers([one], OfferState.PASSED, str(refused)[:300], by, at)
