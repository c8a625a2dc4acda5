"""Somebody wants to give a shift away, or swap it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.rosters import permissions, queries
from rondstroom.rooms.rosters.actions.swapping.exchanging import (
    UnableToSwap,
    check,
    handings,
    lock,
)
from rondstroom.rooms.rosters.models import Assignment, Swap
from rondstroom.rooms.rosters.queries import wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

_TERM = timedelta(hours=48)


@patient
@transaction.atomic
def ask_swap(
    *,
    assignment: Assignment,
    wanted: Worker | None = None,
    in_return: Assignment | None = None,
    wants_return: bool = False,
    note: str = "",
    by: Account,
    at: datetime,
) -> Swap:
    """Offer a shift to one colleague or to anyone, for a shift of theirs or for none.

    Until the organisation's cancel term, a planner until the shift begins. With a name, the rules
    run on both sides at once. The same twice is one. Journal: `rosters.swap.asked`.
    """
    wanted = in_return.worker if in_return is not None else wanted
    known = queries.living_swap(assignment.pk)
    if known is not None:
        return known
    _check_may(assignment, wanted, by, at)
    if wanted is not None:
        pairs = handings(assignment, wanted, in_return)
        lock(pairs)
        check(pairs, at)
    row = Swap(assignment=assignment, wanted=wanted, in_return=in_return, asked_by=by, asked_at=at)
    row.wants_return = wants_return or in_return is not None
    row.answer_by, row.note = _due(assignment, by, at), note.strip()
    return _saved(row)


def _saved(row: Swap) -> Swap:
    journal.check_lengths(row, UnableToSwap)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # another click of the same person was first
        return queries.living_swap(row.assignment_id) or row
    write_down("asked", row, row.asked_by, row.asked_at)
    return row


def _check_may(row: Assignment, wanted: Worker | None, by: Account, at: datetime) -> None:
    if row.state != AssignmentState.CONFIRMED or row.starts_at <= at:
        text = _("Deze dienst is begonnen, of staat niet vast in het rooster.")
        raise UnableToSwap(text, "state")
    if not permissions.may_cancel(by, row, at):
        raise too_late(row)
    if wanted is None:
        return
    if wanted.pk == row.worker_id:
        raise UnableToSwap(_("Kies een ander dan degene die de dienst nu heeft."), "self")
    if not queries.is_within_reach(wanted, row.shift):
        raise out_of_reach(wanted, row)


def _due(row: Assignment, by: Account, at: datetime) -> datetime:
    """Give until when it waits: two days, and not beyond the term or, for a planner, the start."""
    if permissions.may_assign(by, row.shift.organisation_id):
        return min(at + _TERM, row.starts_at)
    return min(at + _TERM, queries.cancel_until(row))


def out_of_reach(worker: Worker, row: Assignment) -> UnableToSwap:
    """Give the refusal for who does not work there and is not of a partner in the pool."""
    text = _("%(name)s werkt niet bij %(organisation)s, of wil daar niet werken vanuit de pool.")
    words = {"name": worker.name, "organisation": row.shift.organisation.name}
    return UnableToSwap(text % words, "reach")


def too_late(row: Assignment) -> UnableToSwap:
    """Give the refusal after the term, with whom to call."""
    organisation = row.shift.organisation
    text = _(
        "De dienst van %(when)s kun je niet meer zelf ruilen of overdragen: dat kon tot %(till)s."
    )
    call = (
        _("Bel %(organisation)s: %(phone)s.")
        if organisation.phone
        else _("Bel de roosteraar van %(organisation)s.")
    )
    words = {
        "when": wording.span(row.starts_at, row.ends_at),
        "till": wording.when(queries.cancel_until(row)),
        "organisation": organisation.name,
        "phone": organisation.phone,
    }
    return UnableToSwap(f"{text} {call}" % words, "term")


def write_down(happened: str, row: Swap, by: Account, at: datetime) -> None:
    """Write the journal's line about a swap."""
    shift = row.assignment.shift
    journal.record(
        event=f"rosters.swap.{happened}",
        by=by,
        at=at,
        subject=f"shift:{shift.pk}",
        organisation_id=shift.organisation_id,
        worker_id=row.assignment.worker_id,
        shift_id=shift.pk,
        swap_id=row.pk,
    )
