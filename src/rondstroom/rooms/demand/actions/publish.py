"""Publishing shifts, taking them back, cancelling them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.actions.create import line_about, when
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import TRANSITIONS, ShiftState
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToPublishShifts(journal.UnableToAct):
    """At least one of the shifts cannot be published; none was."""


class UnableToWithdrawShift(journal.UnableToAct):
    """Only an open shift can go back to draft."""


class UnableToCancelShift(journal.UnableToAct):
    """The shift was cancelled before, or no reason was given."""


@transaction.atomic
def publish_shifts(*, shift_ids: Iterable[int], by: Account, at: datetime) -> list[Shift]:
    """Open draft shifts to the pool; all or none; give those that were not open yet.

    Journal: `demand.shift.published` for each.
    """
    wanted = set(shift_ids)
    rows = list(Shift.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    if len(rows) < len(wanted):
        raise UnableToPublishShifts(
            _("Een van de diensten bestaat niet meer. Laad de pagina opnieuw.")
        )
    drafts = [row for row in rows if row.state != ShiftState.PUBLISHED]
    for row in drafts:
        if not _may_become(row, ShiftState.PUBLISHED):
            raise UnableToPublishShifts(
                _("De dienst van %(start)s is vervallen. Er is niets gepubliceerd.")
                % {"start": when(row.starts_at)}
            )
        if row.starts_at <= at:
            raise UnableToPublishShifts(
                _("De dienst van %(start)s is al begonnen. Er is niets gepubliceerd.")
                % {"start": when(row.starts_at)}
            )
    for row in drafts:
        row.state, row.published_at = ShiftState.PUBLISHED, at
    Shift.objects.bulk_update(drafts, ["state", "published_at"])
    lines = [line_about(row) for row in drafts]
    journal.record_many(event="demand.shift.published", by=by, at=at, lines=lines)
    return drafts


def _may_become(shift: Shift, state: ShiftState) -> bool:
    """Say whether the life of a shift allows this step."""
    return state in TRANSITIONS[ShiftState(shift.state)]


@transaction.atomic
def withdraw_shift(*, shift: Shift, by: Account, at: datetime) -> None:
    """Take an open shift back to draft: workers see it no longer.

    Journal: `demand.shift.withdrawn`.
    """
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    if not _may_become(row, ShiftState.DRAFT):
        raise UnableToWithdrawShift(
            _("De dienst van %(start)s staat niet open. Er verandert niets.")
            % {"start": when(row.starts_at)}
        )
    row.state, row.published_at = ShiftState.DRAFT, None
    row.save(update_fields=["state", "published_at"])
    lines = [line_about(row)]
    journal.record_many(event="demand.shift.withdrawn", by=by, at=at, lines=lines)
    shift.refresh_from_db()


@journal.patient
@transaction.atomic
def cancel_shift(*, shift: Shift, reason: str, by: Account, at: datetime) -> None:
    """Let a shift lapse for good. Journal: `demand.shift.cancelled` with the reason.

    Rosters and matching react to that event: whoever was on it or asked for it is told.
    """
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    words = {"start": when(row.starts_at)}
    if not reason.strip():
        raise UnableToCancelShift(
            _("Waarom vervalt de dienst van %(start)s? Schrijf het erbij voor de collega's.")
            % words
        )
    if not _may_become(row, ShiftState.CANCELLED):
        raise UnableToCancelShift(
            _("De dienst van %(start)s was al vervallen. Er verandert niets.") % words
        )
    row.state = ShiftState.CANCELLED
    row.save(update_fields=["state"])
    lines = [line_about(row, reason=reason.strip())]
    journal.record_many(event="demand.shift.cancelled", by=by, at=at, lines=lines)
    shift.refresh_from_db()
