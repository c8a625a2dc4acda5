"""How work is really shared out over the forms of contract, per organisation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from flexpool.contracts.work_code import judging
from flexpool.contracts.work_code.code import WorkCode
from flexpool.contracts.work_code.distribution import Group, Share, distribution
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.queries.work_code.months import Worked, minutes_of, worked_at
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.rosters.models import Assignment

LENT = "lent"
"""Who has no engagement here: lent by another organisation."""
CANCELLED = "rosters.assignment.cancelled"
NOTHING = WorkCode()
Cancels = dict[tuple[int, int], tuple[bool, int]]
"""By shift and worker: whether the worker cancelled, and how many hours before the start."""


def forms_at(one: Worked, on: date) -> str:
    """Give in which form somebody works here on a day; lent when in none."""
    held = [
        tie.form
        for tie in one.ties
        if tie.starts_on <= on and (tie.ends_on is None or on < tie.ends_on)
    ]
    return str(EngagementForm(held[0])) if held else LENT


def shared_out(organisations: Iterable[Organisation], first: date, after: date) -> list[Group]:
    """Give the real distribution from a day up to another, per organisation and form.

    Judged by the code of the first day; without one, shares are by evening from eight and morning
    until seven. Groups of fewer than ten people hold no figures. A few queries per organisation.
    """
    houses = list(organisations)
    codes = contracts.work_codes_on(first, [one.pk for one in houses])
    shares: list[Share] = []
    for house in houses:
        worked = worked_at(house.pk, first, after)
        cancels = _cancels(worked)
        code = codes.get(house.pk, NOTHING)
        for one in worked:
            shares += _shares(house.name, one, code, cancels)
    return distribution(shares)


def _shares(where: str, one: Worked, code: WorkCode, cancels: Cancels) -> Iterable[Share]:
    """Give what one person worked here, per form held at the time."""
    by_form: dict[str, Worked] = {}
    for row in (*one.rows, *one.cancelled):
        form = forms_at(one, row.starts_at.astimezone(AMSTERDAM).date())
        part = by_form.setdefault(form, Worked(one.worker, one.ties))
        (part.cancelled if row.state == AssignmentState.CANCELLED else part.rows).append(row)
    for form, part in by_form.items():
        given = [row for row in part.rows if row.called_at is not None]
        late = [_is_late(row, code, cancels) for row in part.cancelled]
        yield Share(
            organisation=where,
            form=form,
            person=one.worker.pk,
            minutes=part.minutes,
            unsocial=part.unsocial(code),
            given=len(given),
            in_time=sum(
                not judging.notice_findings(code, row.called_at, row.starts_at)
                for row in given
                if row.called_at is not None
            ),
            late_by_employer=late.count("employer"),
            late_by_worker=late.count("worker"),
            training=sum(minutes_of(row) for row in part.rows if row.shift.beside_id),
        )


def _cancels(worked: Iterable[Worked]) -> Cancels:
    """Give who cancelled what, and when; one query."""
    rows = {
        (row.shift_id, one.worker.pk): (row, one.worker.account_id)
        for one in worked
        for row in one.cancelled
    }
    lines = journal.lines_about({f"shift:{shift}" for shift, _worker in rows}, [CANCELLED])
    found: Cancels = {}
    for line in lines if rows else ():
        key = (int(line.subject.removeprefix("shift:")), line.worker_id or 0)
        if key in rows:
            row, account_id = rows[key]
            minutes = int((row.starts_at - line.at).total_seconds()) // 60
            found[key] = (line.actor_id == account_id, minutes)
    return found


def _is_late(row: Assignment, code: WorkCode, cancels: Cancels) -> str:
    """Say which side cancelled later than agreed; empty when it was in time or is not known."""
    by_worker, minutes = cancels.get((row.shift_id, row.worker_id), (False, None))
    hours = code.hours_before(by_worker=by_worker)
    if minutes is None or hours is None or minutes >= hours * 60:
        return ""
    return "worker" if by_worker else "employer"
