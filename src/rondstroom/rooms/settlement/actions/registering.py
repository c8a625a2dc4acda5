"""Telling what the hours were: the first time, and every time after that."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.settlement import permissions, queries
from rondstroom.rooms.settlement.actions.checking import UnableToRegister, check_said
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.queries import Said, Tie
from rondstroom.rooms.settlement.states import HoursKind, HoursState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Assignment


@patient
@transaction.atomic
def register_hours(
    *, assignment: Assignment, said: Said, by: Account, at: datetime, seen: int = 0
) -> Hours:
    """Keep what the hours were; a change makes a new version, to which both must agree anew.

    `seen` is the version that the writer looked at, 0 when there was none: who looked at an older
    one is refused. Saying the same twice changes nothing.
    Journal: `settlement.hours.registered`, or `settlement.hours.corrected`.
    """
    people.locked_worker(assignment.worker_id)
    row = Hours.objects.select_for_update(of=("self",)).filter(assignment=assignment).first()
    if row is None:
        return _first(assignment, said, by, at)
    return _again(row, assignment, said, by, at, seen)


def _first(assignment: Assignment, said: Said, by: Account, at: datetime) -> Hours:
    if not permissions.may_register(by, assignment):
        raise UnableToRegister(_("Deze uren zijn niet van jou. Vraag het de roosteraar."))
    check_said(assignment, said, by, at)
    tie = queries.ties_for([assignment]).get(assignment.pk)
    if tie is None:
        raise UnableToRegister(
            _("Van %(name)s is op deze dag geen werkgever bekend. Vraag personeelszaken.")
            % {"name": assignment.worker.name}
        )
    row = begin(assignment, tie, at)
    if said.kind == HoursKind.WORKED:
        rosters.mark_worked(assignment_ids=[assignment.pk], by=by, at=at)
        settle_owed(row.worker_id, said, by, at)
    return keep(row, said, by, at, "registered")


def begin(assignment: Assignment, tie: Tie, at: datetime) -> Hours:
    """Open the hours of an assignment, with who employed in which form that day."""
    shift = assignment.shift
    return Hours.objects.create(
        assignment=assignment,
        worker_id=assignment.worker_id,
        lender_id=tie.lender_id,
        borrower_id=shift.organisation_id,
        team_id=shift.team_id,
        function_id=shift.function_id,
        form=tie.form,
        supplier=tie.supplier,
        shift_reason=shift.reason,
        on_day=assignment.starts_at.astimezone(AMSTERDAM).date(),
        state=HoursState.REGISTERED,
        answer_due_at=_due(shift.organisation_id, at),
    )


def _again(
    row: Hours, assignment: Assignment, said: Said, by: Account, at: datetime, seen: int
) -> Hours:
    if not permissions.may_correct(by, row):
        raise UnableToRegister(_("Deze uren zijn niet van jou. Vraag het de roosteraar."))
    if queries.said_in(queries.current_version(row)) == said:
        return row
    if seen != row.version:
        raise UnableToRegister(
            _("Iemand heeft deze uren net al opgegeven of veranderd. Kijk eerst wat er nu staat."),
            "changed",
        )
    check_said(assignment, said, by, at)
    if said.kind == HoursKind.WORKED:
        settle_owed(row.worker_id, said, by, at)
    return renew(row, said, by, at)


def renew(row: Hours, said: Said, by: Account, at: datetime) -> Hours:
    """Let another version count; both agree anew."""
    row.version += 1
    row.state, row.approved_at = HoursState.REGISTERED, None
    row.answer_due_at = _due(row.borrower_id, at)
    row.save(update_fields=["version", "state", "approved_at", "answer_due_at"])
    return keep(row, said, by, at, "corrected")


def settle_owed(worker_id: int, said: Said, by: Account, at: datetime) -> None:
    """Take what is worked off the hours owed for shifts called off then: nothing is paid twice."""
    for version in queries.worked_around(worker_id, said.starts_at, said.ends_at):
        if version.kind == HoursKind.CALLED_OFF:
            renew(version.hours, queries.still_owed(version, said), by, at)


def _due(organisation_id: int, at: datetime) -> datetime:
    return at + timedelta(days=queries.rules_of(organisation_id).answer_days)


def keep(row: Hours, said: Said, by: Account, at: datetime, event: str) -> Hours:
    """Write down a version of hours, and in the journal what happened to them."""
    HoursVersion.objects.create(
        hours=row,
        number=row.version,
        kind=said.kind,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        break_minutes=said.break_minutes,
        deviation=said.deviation,
        made_by=by.name,
        made_at=at,
    )
    journal.record(
        event=f"settlement.hours.{event}",
        by=by,
        at=at,
        subject=f"hours:{row.pk}",
        organisation_id=row.borrower_id,
        worker_id=row.worker_id,
        version=row.version,
    )
    return row
