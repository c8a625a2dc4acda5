"""Doing a settlement: charges in batches, then invoices, then closed; each step once.

Every step is a transaction of its own that leaves out what was done before, so a settlement that
was broken off anywhere goes on and ends in the same charges, amounts and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.actions.settling.charging import charges_for, credit_for
from rondstroom.rooms.settlement.actions.settling.invoicing import invoice_groups, make_invoice
from rondstroom.rooms.settlement.models import Charge, Run
from rondstroom.rooms.settlement.states import RUN_TRANSITIONS, RunState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

BATCH = 1_000
Step = Callable[[str], None]


def perform_run(
    *, run: Run, by: Account, at: datetime, after_step: Step = lambda _step: None
) -> Run:
    """Do what is left of a settlement; `after_step` hears of each step that is safely kept.

    Journal: `settlement.run.done` with how much; nothing when it was done already.
    """
    row = Run.objects.select_related("seller").get(pk=run.pk)
    if row.state == RunState.DONE:
        return row
    _charge(row, after_step)
    _credit(row, after_step)
    for group in invoice_groups(row):
        make_invoice(row, group)
        after_step("invoice")
    return _close(row, by, at)


def _charge(row: Run, after_step: Step) -> None:
    last = 0
    while versions := list(queries.chargeable(row).filter(pk__gt=last)[:BATCH]):
        last = versions[-1].pk
        _keep(charges_for(row, versions))
        after_step("charges")


def _credit(row: Run, after_step: Step) -> None:
    last = 0
    while originals := list(queries.creditable(row).filter(pk__gt=last)[:BATCH]):
        last = originals[-1].pk
        _keep([credit_for(row, original) for original in originals])
        after_step("credits")


def _keep(charges: Sequence[Charge]) -> None:
    """Keep what is new: what another process kept meanwhile is the same, and stays."""
    with transaction.atomic():
        Charge.objects.bulk_create(charges, ignore_conflicts=True)


@transaction.atomic
def _close(run: Run, by: Account, at: datetime) -> Run:
    row = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if RunState.DONE not in RUN_TRANSITIONS[RunState(row.state)]:
        return row
    row.state, row.done_at = RunState.DONE, at
    row.save(update_fields=["state", "done_at"])
    journal.record(
        event="settlement.run.done",
        by=by,
        at=at,
        subject=f"settlement:{row.pk}",
        organisation_id=row.seller_id,
        charges=row.charges.count(),
        invoices=row.invoices.count(),
    )
    return row
