"""Taking a worker off a shift."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import permissions
from rondstroom.rooms.rosters.actions import guarding
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import wording
from rondstroom.rooms.rosters.states import ASSIGNMENT_TRANSITIONS, AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account


class UnableToCancel(journal.UnableToAct):
    """The assignment stays; the text says until when one could, and whom to call."""


@patient
@transaction.atomic
def cancel(*, assignment: Assignment, by: Account, at: datetime, reason: str = "") -> Assignment:
    """Free the place: a worker until the organisation's term, a planner always.

    Cancelling twice changes nothing. Journal: `rosters.assignment.cancelled` with what it `was`;
    matching offers the place to the first on the waiting list, settlement keeps what is owed.
    """
    shift = demand.locked_shift(assignment.shift_id)
    person = people.locked_worker(assignment.worker_id)
    row = Assignment.objects.get(pk=assignment.pk)
    if row.state == AssignmentState.CANCELLED:
        return row
    if AssignmentState.CANCELLED not in ASSIGNMENT_TRANSITIONS[AssignmentState(row.state)]:
        raise UnableToCancel(
            _("De dienst van %(when)s is gewerkt en kan niet meer worden geannuleerd.")
            % {"when": wording.span(row.starts_at, row.ends_at)}
        )
    if not permissions.may_cancel(by, row, at):
        raise _too_late(row)
    before = AssignmentState(row.state)
    free(row)
    guarding.settle_before(person, row.starts_at)
    _write_down(row, shift, by, at, reason=reason.strip(), was=before)
    return row


def _write_down(row: Assignment, shift: Shift, by: Account, at: datetime, **data: str) -> None:
    journal.record(
        event="rosters.assignment.cancelled",
        by=by,
        at=at,
        subject=f"shift:{shift.pk}",
        organisation_id=shift.organisation_id,
        worker_id=row.worker_id,
        shift_id=shift.pk,
        assignment_id=row.pk,
        **data,
    )


def free(row: Assignment) -> None:
    """Cancel an assignment and let the others close ranks."""
    row.state = AssignmentState.CANCELLED
    row.save(update_fields=["state"])
    guarding.close_ranks(row.shift_id, row.place)


def _too_late(row: Assignment) -> UnableToCancel:
    organisation = row.shift.organisation
    words = {
        "when": wording.span(row.starts_at, row.ends_at),
        "hours": organisation.cancel_term_hours,
        "until": wording.when(row.starts_at - timedelta(hours=organisation.cancel_term_hours)),
        "organisation": organisation.name,
        "phone": organisation.phone,
    }
    text = _(
        "De dienst van %(when)s kun je niet meer zelf annuleren: dat kon tot %(hours)d uur van "
        "tevoren (%(until)s)."
    )
    call = (
        _("Kun je niet komen? Bel %(organisation)s: %(phone)s.")
        if organisation.phone
        else _("Kun je niet komen? Bel de roosteraar van %(organisation)s.")
    )
    return UnableToCancel(f"{text} {call}" % words, "term")
