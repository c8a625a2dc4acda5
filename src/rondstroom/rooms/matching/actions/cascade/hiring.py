"""Hire from outside: only after every own ring, at a price seen first, by somebody who may."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching import permissions
from rondstroom.rooms.matching.actions.cascade.advancing import locked, proceed
from rondstroom.rooms.matching.actions.cascade.places import free_places
from rondstroom.rooms.matching.actions.cascade.rings import skip, window_of
from rondstroom.rooms.matching.models import Cascade, Step
from rondstroom.rooms.matching.queries.cascade.hire import hire_price
from rondstroom.rooms.matching.states import StepState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToHire(journal.UnableToAct):
    """Not allowed to hire, or this supplier is not what the cascade waits for."""


@patient
@transaction.atomic
def confirm_hire(*, step: Step, by: Account, at: datetime) -> Step:
    """Ask a supplier for the free places, at the price that is kept with it.

    Journal: `matching.hire.confirmed` with supplier, price and extra cost.
    """
    cascade, row = _waiting(step, by)
    _check_lender(cascade, row.supplier)
    price = hire_price(cascade, row.supplier, free_places(cascade))
    row.state, row.opened_at, row.closes_at = (
        StepState.OPEN,
        at,
        window_of(cascade, row.ring, at),
    )
    row.hire_cents, row.extra_cents = price.hire_cents, price.extra_cents
    row.confirmed_by, row.reached = by.name, 1
    row.save()
    _write_hire("confirmed", cascade, row, by, at)
    return row


@patient
@transaction.atomic
def refuse_hire(*, step: Step, reason: str, by: Account, at: datetime) -> Step:
    """Do not hire from this supplier, and go on. Journal: `matching.cascade.skipped`."""
    cascade, row = _waiting(step, by)
    said = reason.strip() or _("geen akkoord voor inhuur")
    skip(cascade, row, said, by, at)
    proceed(cascade, by, at)
    return row


@patient
@transaction.atomic
def supplier_declined(*, step: Step, by: Account, at: datetime) -> Step:
    """Write down that a supplier has nobody, and go on. Journal: `matching.hire.declined`."""
    cascade = locked(step.cascade_id)
    row = Step.objects.get(pk=step.pk)
    if row.state == StepState.OPEN and row.supplier:
        row.reason = _("heeft niemand")
        row.closes_at = at
        row.save(update_fields=["reason", "closes_at"])
        _write_hire("declined", cascade, row, by, at)
        proceed(cascade, by, at)
    row.refresh_from_db()
    return row


def _waiting(step: Step, by: Account) -> tuple[Cascade, Step]:
    """Give cascade and step, locked, when hire is what they wait for and this person may."""
    cascade = locked(step.cascade_id)
    row = Step.objects.get(pk=step.pk)
    if not permissions.may_hire(by, cascade.shift.organisation_id):
        raise UnableToHire(
            _("Je mag niet inhuren voor deze organisatie. Vraag iemand met de rol inhuur."),
            "permission",
        )
    if row.state != StepState.TO_CONFIRM:
        raise UnableToHire(
            _("Er wacht geen inhuur bij %(supplier)s op akkoord. Laad de pagina opnieuw.")
            % {"supplier": row.supplier},
            "state",
        )
    return cascade, row


def _check_lender(cascade: Cascade, supplier: str) -> None:
    """Refuse a supplier that lending law forbids on the day of the shift."""
    shift = cascade.shift
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    blocks = contracts.blocks_of_supplier(shift.organisation_id, supplier, day)
    if blocks:
        raise UnableToHire(
            _("%(supplier)s mag op %(day)s niemand leveren: %(why)s Vraag het aan financiën.")
            % {
                "supplier": supplier,
                "day": day.strftime("%d-%m-%Y"),
                "why": " ".join(
                    one.message.in_language((get_language() or "nl")[:2]) for one in blocks
                ),
            },
            "lender",
        )


def _write_hire(happened: str, cascade: Cascade, row: Step, by: Account, at: datetime) -> None:
    journal.record(
        event=f"matching.hire.{happened}",
        by=by,
        at=at,
        subject=f"shift:{cascade.shift_id}",
        organisation_id=cascade.shift.organisation_id,
        cascade_id=cascade.pk,
        closes_at=row.closes_at,
        supplier=row.supplier,
        hire_cents=row.hire_cents,
        extra_cents=row.extra_cents,
    )
