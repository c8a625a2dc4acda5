"""A word from a list about a competence after a shift, and what HR makes of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.models import Assignment, Signal
from rondstroom.rooms.rosters.states import SignalKind, SignalOutcome, SignalSide

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.skills.models import Skill

TERM = timedelta(days=14)
"""So long HR has to answer."""


class UnableToSignal(journal.UnableToAct):
    """It is not over, too long ago, said already, not asked there, or not from the list."""


@transaction.atomic
def give_signal(
    *,
    assignment: Assignment,
    skill: Skill,
    kind: SignalKind,
    side: SignalSide,
    by: Account,
    at: datetime,
) -> Signal:
    """Say one thing from the list about a competence in a deployment: a task for HR, no more.

    Once per side and competence, in the thirty days after the shift. Journal:
    `rosters.signal.given`: that something was said, never what or of whom.
    """
    giver = people.worker_of(by)
    left = queries.signal_skills(assignment, SignalSide(side), at, giver.pk if giver else None)
    if skill not in left or kind not in SignalKind.values:
        raise _not_now()
    row = Signal(assignment=assignment, skill=skill, kind=SignalKind(kind), side=SignalSide(side))
    row.organisation_id = queries.signal_owner(assignment)
    row.given_at, row.due_at = at, at + TERM
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise _not_now() from None
    _write_down(row, "given", by, at, side=str(row.side))
    return row


def _not_now() -> UnableToSignal:
    return UnableToSignal(
        _("Dit kan één keer per bekwaamheid, in de dertig dagen na de dienst. Kies uit de lijst.")
    )


@transaction.atomic
def answer_signal(*, signal: Signal, outcome: SignalOutcome, by: Account, at: datetime) -> Signal:
    """Say what came of a signal, from the list; the worker reads it. The first answer stays.

    A level changes by its own act only. Journal: `rosters.signal.answered`, never with what.
    """
    row = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    if row.outcome:
        return row
    if outcome not in SignalOutcome.values:
        raise UnableToSignal(_("Kies wat er uit het gesprek kwam."))
    row.outcome, row.answered_at = SignalOutcome(outcome), at
    row.save(update_fields=["outcome", "answered_at"])
    _write_down(row, "answered", by, at)
    return row


@transaction.atomic
def forget_signals(*, by: Account, at: datetime) -> int:
    """Delete signals half a year after their answer, or after the term of it; give how many.

    Journal: `rosters.signal.forgotten` with the number, when there was any.
    """
    count, _each = queries.signals_to_forget(at).delete()
    if count:
        journal.record(
            event="rosters.signal.forgotten", by=by, at=at, subject="signals", count=count
        )
    return count


def _write_down(row: Signal, happened: str, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=f"rosters.signal.{happened}",
        by=by,
        at=at,
        subject=f"signal:{row.pk}",
        organisation_id=row.organisation_id,
        signal_id=row.pk,
        **data,
    )
