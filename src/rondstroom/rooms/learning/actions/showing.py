"""Noting that a worker was shown something; the last step makes the proof that the gate asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.learning import queries
from rondstroom.rooms.learning.models import Tick
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills import queries as proofs
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.learning.queries import Induction
    from rondstroom.rooms.organisations.models import Location
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.skills.models import Proof


class UnableToShow(journal.UnableToAct):
    """The step is not on the list of this location now."""


@transaction.atomic
def show_steps(
    *, worker: Worker, location: Location, step_ids: Iterable[int], by: Account, at: datetime
) -> Induction:
    """Note what a worker was shown at a location; what was noted before stays as it was.

    With the last step the induction is proven: the gate asks it where the organisation wants it.
    Journal: `learning.step.shown` for each, `learning.induction.finished` with the last.
    """
    people.locked_worker(worker.pk)  # two who tick the last two steps: one of them sees the end
    before = queries.induction(worker.pk, location.pk)
    there = {line.step.pk: line for line in before.lines}
    wanted = set(step_ids)
    if not wanted <= set(there):
        raise UnableToShow(_("De lijst van deze locatie is intussen anders. Kijk hem na."))
    new = [one for one in sorted(wanted) if there[one].tick is None]
    Tick.objects.bulk_create(
        Tick(worker=worker, step_id=one, shown_by=by.name, shown_at=at) for one in new
    )
    lines = [_line(worker, location, step_id=one) for one in new]
    journal.record_many(event="learning.step.shown", by=by, at=at, lines=lines)
    after = queries.induction(worker.pk, location.pk)
    if new and after.is_finished:
        _finish(worker, location, by, at)
    return after


def _finish(worker: Worker, location: Location, by: Account, at: datetime) -> None:
    if _proofs(worker, location):
        return
    skills.record_proof(
        worker=worker,
        kind=ProofKind.INDUCTION,
        location=location,
        issuer=location.organisation,
        valid_from=at.astimezone(AMSTERDAM).date(),
        by=by,
        at=at,
    )
    lines = [_line(worker, location)]
    journal.record_many(event="learning.induction.finished", by=by, at=at, lines=lines)


@transaction.atomic
def take_back_step(
    *, worker: Worker, location: Location, step_id: int, by: Account, at: datetime
) -> Induction:
    """Note that a step was not shown after all; then the induction is not proven either.

    Journal: `learning.step.taken-back`.
    """
    people.locked_worker(worker.pk)
    gone, _each = Tick.objects.filter(
        worker=worker, step_id=step_id, step__location=location
    ).delete()
    if gone:
        lines = [_line(worker, location, step_id=step_id)]
        journal.record_many(event="learning.step.taken-back", by=by, at=at, lines=lines)
        for proof in _proofs(worker, location):
            skills.withdraw_proof(proof=proof, reason=WithdrawalReason.MISTAKE, by=by, at=at)
    return queries.induction(worker.pk, location.pk)


def _proofs(worker: Worker, location: Location) -> list[Proof]:
    held = proofs.proofs_of([worker.pk])[worker.pk]
    return [one for one in held if (one.kind, one.location_id) == ("induction", location.pk)]


def _line(worker: Worker, location: Location, **data: int) -> journal.Line:
    about = {"location_id": location.pk, **data}
    return journal.Line(f"worker:{worker.pk}", location.organisation_id, worker.pk, about)
