"""Agreeing to hours, one side after the other, and disagreeing with a word of explanation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.settlement import permissions, queries
from rondstroom.rooms.settlement.models import Approval, Hours, HoursVersion, Message
from rondstroom.rooms.settlement.states import HOURS_TRANSITIONS, HoursState, Side

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToApprove(journal.UnableToAct):
    """The hours do not get this yes; the text says why."""


class UnableToDiscuss(journal.UnableToAct):
    """Nothing was said about the hours; the text says why."""


@patient
@transaction.atomic
def approve_hours(*, hours: Hours, version: int, by: Account, at: datetime) -> Hours:
    """Agree to the version that one has seen: the borrower first, then the lender.

    Agreeing twice changes nothing; an older version than the last one is refused.
    Journal: `settlement.hours.approved` with the side.
    """
    row = _locked(hours)
    if row.version != version:
        raise UnableToApprove(
            _("De uren van %(name)s zijn intussen veranderd. Bekijk eerst de nieuwe opgave.")
            % {"name": row.worker.name},
            "changed",
        )
    current = queries.current_version(row)
    done = {one.side for one in queries.approvals_of(current.pk)}
    wanted = [Side.BORROWER, Side.LENDER] if queries.needs_both(row) else [Side.BORROWER]
    mine = [side for side in wanted if permissions.may_approve(by, row, side)]
    left = [side for side in wanted if side not in done]
    _check_turn(row, mine, left)
    if left and left[0] in mine:
        _agree(row, current, left, by, at)
    return row


def _check_turn(row: Hours, mine: list[Side], left: list[Side]) -> None:
    if not mine:
        raise UnableToApprove(
            _("Over de uren van %(name)s beslis je niet: dat doet de roosteraar.")
            % {"name": row.worker.name}
        )
    if left and left[0] not in mine and set(left) & set(mine):
        raise UnableToApprove(
            _("%(borrower)s moet eerst akkoord geven met de uren van %(name)s.")
            % {"borrower": row.borrower.name, "name": row.worker.name},
            "turn",
        )


def _agree(row: Hours, current: HoursVersion, left: list[Side], by: Account, at: datetime) -> None:
    Approval.objects.create(version=current, side=left[0], account_id=by.pk, name=by.name, at=at)
    _move(row, HoursState.APPROVED if len(left) == 1 else HoursState.HALF_APPROVED, at)
    _write_down(row, "approved", by, at, side=str(left[0]), version=row.version)


@dataclass(frozen=True, slots=True)
class Approved:
    """How agreeing to many went: how many got a yes, and why others did not."""

    count: int
    refusals: tuple[str, ...]


def approve_many(*, seen: Iterable[tuple[Hours, int]], by: Account, at: datetime) -> Approved:
    """Agree to many, each with the version that one has seen; what cannot be is told.

    Journal: `settlement.hours.approved` for each.
    """
    count, refusals = 0, []
    for row, version in seen:
        try:
            approve_hours(hours=row, version=version, by=by, at=at)
        except UnableToApprove as refused:
            refusals.append(str(refused))
        else:
            count += 1
    return Approved(count, tuple(refusals))


@patient
@transaction.atomic
def dispute_hours(*, hours: Hours, text: str, by: Account, at: datetime) -> Hours:
    """Disagree with hours: they wait until a new version, or a yes after all.

    Journal: `settlement.hours.disputed`; the words stay out of the journal.
    """
    row = _locked(hours)
    if HoursState.DISPUTED not in HOURS_TRANSITIONS[HoursState(row.state)]:
        raise UnableToDiscuss(
            _("De uren van %(name)s zijn al akkoord. Geef een correctie op.")
            % {"name": row.worker.name}
        )
    _say(row, text, by, at)
    Approval.objects.filter(version=queries.current_version(row)).delete()
    _move(row, HoursState.DISPUTED, at)
    _write_down(row, "disputed", by, at)
    return row


@transaction.atomic
def answer_dispute(*, hours: Hours, text: str, by: Account, at: datetime) -> Hours:
    """Add to what is said about hours. Journal: `settlement.hours.discussed`, without the words."""
    row = _locked(hours)
    _say(row, text, by, at)
    _write_down(row, "discussed", by, at)
    return row


def _say(row: Hours, text: str, by: Account, at: datetime) -> None:
    if not permissions.may_see_hours(by, row):
        raise UnableToDiscuss(_("Over deze uren praat je niet mee."))
    if not text.strip():
        raise UnableToDiscuss(
            _("Schrijf op wat er niet klopt aan de uren van %(name)s.") % {"name": row.worker.name}
        )
    said = Message(hours=row, name=by.name, text=text.strip(), at=at)
    journal.check_lengths(said, UnableToDiscuss)
    said.save()


def _locked(hours: Hours) -> Hours:
    locked = Hours.objects.select_for_update(of=("self",))
    return locked.select_related("worker", "borrower", "lender").get(pk=hours.pk)


def _move(row: Hours, state: HoursState, at: datetime) -> None:
    if state not in HOURS_TRANSITIONS[HoursState(row.state)]:
        raise AssertionError(f"hours {row.pk} cannot go from {row.state} to {state}")
    row.state = state
    row.approved_at = at if state == HoursState.APPROVED else None
    row.save(update_fields=["state", "approved_at"])


def _write_down(row: Hours, event: str, by: Account, at: datetime, **data: str | int) -> None:
    journal.record(
        event=f"settlement.hours.{event}",
        by=by,
        at=at,
        subject=f"hours:{row.pk}",
        organisation_id=row.borrower_id,
        worker_id=row.worker_id,
        **data,
    )
