"""Putting a worker on a place of a shift."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.actions import guarding
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.queries.placement import Judge, Reason, ShiftFacts
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

Judging = Callable[["Worker", ShiftFacts, datetime], Judge]
"""Makes the judge of a worker for one shift, while both are locked."""
REST = frozenset(
    {
        "worktime.daily-rest",
        "worktime.rest-after-night",
        "worktime.rest-after-nights",
        "worktime.youth-daily-rest",
    }
)
"""The rules about rest between shifts; the others are code `law`."""


class UnableToAssign(journal.UnableToAct):
    """The worker cannot have the place; `code` is full, overlap, rest, law, gate, recheck or state.

    `recheck`: the register's last answer is too old; nobody is placed before it is asked anew.
    """

    def __init__(self, text: str, code: str, reasons: tuple[Reason, ...] = ()) -> None:
        super().__init__(text, code)
        self.reasons = reasons


@patient
@transaction.atomic
def assign(
    *,
    worker: Worker,
    shift: Shift,
    by: Account,
    at: datetime,
    state: AssignmentState = AssignmentState.CONFIRMED,
    override_reason: str = "",
    taken_over_from: str = "",
    reasons: list[Any] | None = None,
    is_call: bool = True,
    judging: Judging = placement.placing,
) -> Assignment:
    """Give the worker a free place of the shift, or raise `UnableToAssign` with the reason.

    Judged under locks: place, other work, gate, and the law over all work. A planner may set aside
    the law with `override_reason`; what another system rostered (`taken_over_from`) is taken as is.
    `is_call` is False when the worker asked. `judging` makes the judge, and may ask and refuse more
    than `placing` does. Journal: `rosters.assignment.made`, with what was set aside and why.
    Whoever has the place keeps it.
    """
    row, rostered = _locked(shift)
    if mine := [one for one in rostered if one.worker_id == worker.pk]:
        return mine[0]
    place, facts = _place(row, rostered), placement.facts_of_shift(row, len(rostered))
    judge = judging(person := people.locked_worker(worker.pk), facts, at)
    set_aside = _judged(judge, row, facts, override_reason.strip(), taken_over_from)
    why = [*(reasons or []), *set_aside]
    made = _write(person, row, place, at, _kept(state, at if is_call else None, why))
    return _write_down(made, by, at, set_aside)


def _kept(state: AssignmentState, called_at: datetime | None, reasons: list[Any]) -> dict[str, Any]:
    """Give what is kept beside who works what; a plan that is no roster yet is no call."""
    is_known = state == AssignmentState.CONFIRMED
    return {"state": state, "called_at": called_at if is_known else None, "reasons": reasons}


def _locked(shift: Shift) -> tuple[Shift, list[Assignment]]:
    """Give the shift, locked, and who is on it already.

    First the shift, then the worker, everywhere: who waits for a place holds nobody up.
    """
    row = demand.locked_shift(shift.pk)
    return row, guarding.rostered_on(row.pk)


def _place(shift: Shift, rostered: list[Assignment]) -> int:
    if shift.state == ShiftState.CANCELLED:
        text = _("De dienst van %(when)s is vervallen. Kies een andere dienst.") % {
            "when": wording.span(shift.starts_at, shift.ends_at)
        }
        raise UnableToAssign(text, "state", (Reason("matching.not-published", text),))
    place = guarding.free_place(rostered, shift.places)
    if place is None:
        raise full(shift)
    return place


def full(shift: Shift) -> UnableToAssign:
    """Give the refusal for a shift without a free place."""
    text = _("De dienst van %(when)s is vol: alle plaatsen (%(places)d) zijn bezet.") % {
        "when": wording.span(shift.starts_at, shift.ends_at),
        "places": shift.places,
    }
    return UnableToAssign(text, "full", (Reason("matching.full", text),))


def _judged(
    judge: Judge, shift: Shift, facts: ShiftFacts, override_reason: str, taken_over_from: str
) -> list[dict[str, Any]]:
    """Refuse what may not be; give what is set aside, for the record."""
    worker = judge.worker.worker
    if overlapping := judge.overlap(facts):
        raise UnableToAssign(_refusal(worker, shift, overlapping), "overlap", overlapping)
    gate, law = judge.gate(facts), judge.law(facts)
    blocking = tuple(reason for reason in (*gate, *law) if reason.is_blocking)
    if not blocking:
        return []
    barred = any(reason.is_blocking for reason in gate)
    why = taken_over_from or ("" if barred else override_reason)
    if not why:
        code = _code(gate) if barred else "rest" if any(r.rule in REST for r in blocking) else "law"
        raise UnableToAssign(_refusal(worker, shift, blocking), code, blocking)
    rules = [reason.rule for reason in blocking]
    return [{"override": why, "rules": rules, "text": wording.told(blocking)}]


def _code(gate: tuple[Reason, ...]) -> str:
    """Say `recheck` when an answer of the register is too old and nothing else stands against."""
    blocking = [reason for reason in gate if reason.is_blocking]
    return "recheck" if all(reason.is_stale for reason in blocking) else "gate"


def _refusal(worker: Worker, shift: Shift, reasons: tuple[Reason, ...]) -> str:
    return _("%(name)s kan de dienst van %(when)s niet werken. %(reasons)s") % {
        "name": worker.name,
        "when": wording.span(shift.starts_at, shift.ends_at),
        "reasons": wording.told(reasons),
    }


def _write(
    worker: Worker, shift: Shift, place: int, at: datetime, kept: dict[str, Any]
) -> Assignment:
    made = Assignment(
        worker=worker,
        shift=shift,
        place=place,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        made_at=at,
        **kept,
    )
    try:
        guarding.write(worker, made)
    except guarding.GuardRefused as refused:
        if refused.code == "full":
            raise full(made.shift) from refused
        text = _("Werkt dan al, of heeft te kort rust.")
        why = (Reason("matching.already-assigned", text),)
        raise UnableToAssign(_refusal(worker, made.shift, why), "overlap", why) from refused
    return made


def _write_down(
    made: Assignment, by: Account, at: datetime, set_aside: list[dict[str, Any]]
) -> Assignment:
    journal.record(
        event="rosters.assignment.made",
        by=by,
        at=at,
        subject=f"shift:{made.shift_id}",
        organisation_id=made.shift.organisation_id,
        worker_id=made.worker_id,
        shift_id=made.shift_id,
        assignment_id=made.pk,
        state=str(made.state),
        set_aside=set_aside,
    )
    return made
