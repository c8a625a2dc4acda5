"""Naming whom a newcomer can turn to on a shift."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import acquaintance, wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToAccompany(journal.UnableToAct):
    """This colleague is not there then, or the shift is over or off."""


@transaction.atomic
def choose_buddy(
    *, assignment: Assignment, buddy: Assignment | None, by: Account, at: datetime
) -> Assignment:
    """Let a colleague who is on at the same time in the team be somebody's buddy; None takes back.

    Journal: `rosters.buddy.chosen`.
    """
    row = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if row.state == AssignmentState.CANCELLED:
        raise UnableToAccompany(_("Deze inzet is geannuleerd. Laad de pagina opnieuw."))
    colleagues = acquaintance.colleagues_on(row.shift, row.worker_id)
    there = {one.pk for one in colleagues if one.shift.beside_id is None}
    if buddy is not None and buddy.pk not in there:
        raise UnableToAccompany(
            _("%(name)s werkt niet in dit team op %(when)s. Kies een collega die er dan is.")
            % {"name": buddy.worker.name, "when": wording.span(row.starts_at, row.ends_at)}
        )
    if buddy is not None and row.shift.beside_id is not None:
        _check_free(row, buddy)
    if row.buddy_id != (buddy.pk if buddy else None):
        row.buddy = buddy
        row.save(update_fields=["buddy"])
        _write_down(row, by, at)
    return row


def _check_free(row: Assignment, buddy: Assignment) -> None:
    """Refuse a colleague with whom somebody learns already: one at a time."""
    learners = Assignment.objects.filter(buddy_id=buddy.pk, shift__beside__isnull=False)
    if learners.exclude(pk=row.pk).exclude(state=AssignmentState.CANCELLED).exists():
        raise UnableToAccompany(
            _("Met %(name)s loopt al iemand mee. Kies een andere collega.")
            % {"name": buddy.worker.name}
        )


def _write_down(row: Assignment, by: Account, at: datetime) -> None:
    journal.record(
        event="rosters.buddy.chosen",
        by=by,
        at=at,
        subject=f"shift:{row.shift_id}",
        organisation_id=row.shift.organisation_id,
        worker_id=row.worker_id,
        assignment_id=row.pk,
        buddy=row.buddy.worker_id if row.buddy else None,
    )
