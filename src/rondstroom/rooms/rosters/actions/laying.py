"""Laying a whole roster at once: many people on their places, judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.actions.assigning import UnableToAssign
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.queries.assignments import assignments_of_shifts
from rondstroom.rooms.rosters.queries.gating import standing
from rondstroom.rooms.rosters.queries.placement import requirements_of
from rondstroom.rooms.rosters.queries.work import breaches, first_days, work_records
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

Place = tuple["Worker", "Shift"]


@transaction.atomic
def lay_roster(
    *,
    places: Iterable[Place],
    by: Account,
    at: datetime,
    state: AssignmentState = AssignmentState.CONFIRMED,
) -> list[Assignment]:
    """Put many workers on a place each, all or none, looked up and judged in bulk.

    The same holds as for `assign`: the placement gate, the working-time law over all work, and
    the guards of the database. Nothing can be set aside here. Shifts come with their skills
    fetched. Journal: `rosters.assignment.made` for each.
    """
    asked = sorted(places, key=lambda place: (place[1].starts_at, place[1].pk, place[0].pk))
    if not asked:
        return []
    _check_gate(asked, at)
    rows = _rows(asked, at, state)
    _save(rows)
    _check_supervised(rows, at)
    _check_law(rows)
    lines = [_line(row) for row in rows]
    journal.record_many(event="rosters.assignment.made", by=by, at=at, lines=lines)
    return rows


def _save(rows: list[Assignment]) -> None:
    try:
        with transaction.atomic():
            Assignment.objects.bulk_create(rows)
    except IntegrityError as refusal:
        text = _(
            "Iemand staat dubbel, heeft te kort rust, of een dienst is vol. Er is niets gezet."
        )
        raise UnableToAssign(text, "overlap") from refusal


def _rows(asked: list[Place], at: datetime, state: AssignmentState) -> list[Assignment]:
    """Give the rows: the next free place, and free until rested or until the next shift here."""
    taken = {
        shift_id: {row.place for row in rows}
        for shift_id, rows in assignments_of_shifts(shift.pk for _worker, shift in asked).items()
    }
    rows = []
    last: dict[int, Assignment] = {}
    for worker, shift in asked:
        used = taken[shift.pk]
        place = next(number for number in range(1, len(used) + 2) if number not in used)
        used.add(place)
        row = Assignment(
            worker=worker,
            shift=shift,
            place=place,
            state=state,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            blocked_until=_rested(worker, shift),
            made_at=at,
            called_at=at if state == AssignmentState.CONFIRMED else None,
        )
        before = last.get(worker.pk)
        if before is not None and before.ends_at <= row.starts_at:
            before.blocked_until = min(before.blocked_until, row.starts_at)
        last[worker.pk] = row
        rows.append(row)
    return rows


def _rested(worker: Worker, shift: Shift) -> datetime:
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    return shift.ends_at + translate.daily_rest(translate.age_group(worker.youth_until, day), day)


def _check_gate(asked: list[Place], at: datetime) -> None:
    """Refuse when somebody's proofs do not open the shift; alike shifts are judged once a day."""
    shifts = {shift.pk: shift for _worker, shift in asked}
    workers = {worker.pk for worker, _shift in asked}
    facts = {one.shift_id: one for one in placement.facts_of_shifts(demand.shifts_by_id(shifts))}
    requirements = requirements_of(facts.values())
    files = skills.files_of(workers)
    span = Period(min(one.starts_at for one in facts.values()), asked[-1][1].ends_at)
    houses = skills.houses(span, at.astimezone(AMSTERDAM).date())
    known = first_days(workers)
    for worker, shift in asked:
        one = facts[shift.pk]
        first = known[worker.pk].setdefault(one.organisation_id, one.starts_on)
        place = skills.Place(one.organisation_id, one.days, one.location_id, first)
        need = requirements[one.function_id, one.skills]
        blocks = skills.gate(files[worker.pk], need, place, houses)
        # Who supervises whom is judged when everybody stands on the roster.
        blocking = [one.text for one in blocks if not (one.is_warning or one.condition)]
        if blocking:
            raise _refused(worker, shift, "gate", blocking)


def _check_supervised(rows: list[Assignment], at: datetime) -> None:
    """Refuse when somebody works under supervision, and nobody on this roster supervises."""
    placed = {row.worker_id for row in rows}
    learning = set(skills.supervised_workers().filter(worker_id__in=placed))
    for one in standing((row for row in rows if row.worker_id in learning), at):
        if one.blocks:
            told = [block.text for block in one.blocks]
            raise _refused(one.assignment.worker, one.assignment.shift, "gate", told)


def _check_law(rows: list[Assignment]) -> None:
    """Refuse when the roster as it now stands breaks the law for anybody."""
    of_worker: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows:
        of_worker[row.worker_id].append(row)
    span = Period(min(row.starts_at for row in rows), max(row.ends_at for row in rows))
    for worker_id, record in work_records(of_worker, span).items():
        found = breaches(record.findings)
        if found:
            first = of_worker[worker_id][0]
            told = [finding.message.nl for finding in found]
            raise _refused(first.worker, first.shift, "law", told)


def _refused(worker: Worker, shift: Shift, code: str, reasons: list[str]) -> UnableToAssign:
    text = _("%(name)s kan het rooster vanaf %(when)s niet werken. %(reasons)s") % {
        "name": worker.name,
        "when": wording.span(shift.starts_at, shift.ends_at),
        "reasons": " ".join(reasons),
    }
    return UnableToAssign(text, code)


def _line(row: Assignment) -> journal.Line:
    data = {"shift_id": row.shift_id, "assignment_id": row.pk, "state": str(row.state)}
    data["in_bulk"] = True  # who is rostered so hears of it when the roster is published
    return journal.Line(f"shift:{row.shift_id}", row.shift.organisation_id, row.worker_id, data)
