"""What a work code finds in a roster: for one shift, before publishing, and of a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from flexpool.contracts.rule import Finding
from flexpool.contracts.work_code import judging
from flexpool.contracts.work_code.code import WorkCode
from flexpool.contracts.work_code.unsocial import unsocial_minutes
from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.queries.work_code.months import (
    Worked,
    contract_minutes,
    minutes_of,
    month_of,
    worked_at,
)
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.queries.placement import ShiftFacts, WorkerFacts

NOT_TRAINED_HERE = frozenset(
    {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED, EngagementForm.SECONDED}
)
"""Whose training is arranged by somebody else, as far as this organisation can see."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding about a worker; about one shift where there is one."""

    worker: Worker
    finding: Finding
    shift: Any = None


@dataclass(frozen=True, slots=True)
class Notes:
    """What the house agreed about a shift, as things stand now.

    `given` is found for who is given it now, the others for who cancels it now.
    """

    code: WorkCode | None = None
    given: tuple[Finding, ...] = ()
    by_employer: tuple[Finding, ...] = ()
    by_worker: tuple[Finding, ...] = ()


def notes_of_shift(shift: Shift, at: datetime) -> Notes:
    """Give what the work code says of a shift at a moment; one or two queries."""
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    code = contracts.work_code_on(day, shift.organisation_id)
    if code is None or shift.starts_at <= at:
        return Notes(code)
    return Notes(
        code,
        judging.notice_findings(code, at, shift.starts_at),
        judging.cancelling_findings(code, at, shift.starts_at, by_worker=False),
        judging.cancelling_findings(code, at, shift.starts_at, by_worker=True),
    )


def share_after(code: WorkCode, person: WorkerFacts, shift: ShiftFacts) -> tuple[Finding, ...]:
    """Find that with this shift the share of evening, night and weekend is above what was agreed.

    No query. Only of who has a contract for hours here: of others a first shift says nothing.
    """
    added = unsocial_minutes(code, shift.period, shift.break_minutes)
    first, after = month_of(shift.starts_on)
    ties = [one for one in person.ties if one.organisation_id == shift.organisation_id]
    base = contract_minutes(ties, first, after)
    if not added or not base or code.anw_most is None:
        return ()
    before = sum(
        unsocial_minutes(code, Period(busy.starts_at, busy.ends_at), busy.break_minutes)
        for busy in person.work
        if busy.organisation_id == shift.organisation_id
        and first <= busy.starts_at.astimezone(AMSTERDAM).date() < after
    )
    return judging.share_findings(_above(code), before + added, base, first)


def code_findings_of_roster(
    team: Team, starts_on: date, ends_on: date, at: datetime
) -> list[Found]:
    """Give what becomes known late when a team's roster is published now, and shares too large.

    `ends_on` is the last day. Of the organisation's code; nothing without one. Four queries.
    """
    organisation_id = team.location.organisation_id
    code = contracts.work_code_on(starts_on, organisation_id)
    if code is None:
        return []
    first, after = month_of(starts_on)[0], month_of(ends_on)[1]
    found: list[Found] = []
    for one in worked_at(organisation_id, first, after):
        here = [row for row in one.rows if row.shift.team_id == team.pk]
        planned = [
            row
            for row in here
            if row.state == AssignmentState.PLANNED
            and starts_on <= row.starts_at.astimezone(AMSTERDAM).date() <= ends_on
        ]
        found += _late(one.worker, planned, code, at)
        if here and contract_minutes(one.ties, first, after):
            found += _shares(one, _above(code), month_of(starts_on)[0], after)
    return found


def code_findings_of_month(organisation_id: int, month: date, at: datetime) -> list[Found]:
    """Give all that the code finds in a month: shares, what was known late, and training.

    Without a code nothing; five queries at most.
    """
    first, after = month_of(month)
    code = contracts.work_code_on(first, organisation_id)
    if code is None:
        return []
    found: list[Found] = []
    for one in worked_at(organisation_id, first, after):
        found += _shares(one, code, first, after)
        found += _known_late(one, code)
    return [*found, *_untrained(organisation_id, code, first.year, at)]


def _above(code: WorkCode) -> WorkCode:
    """Give the code without a least: before a month is full, too little says nothing."""
    return replace(code, anw_least=None)


def _shares(one: Worked, code: WorkCode, first: date, after: date) -> Iterator[Found]:
    """Give the shares of each month that lie outside the bounds."""
    month = first
    while month < after:
        begins, ends = month_of(month)
        rows = [
            row for row in one.rows if begins <= row.starts_at.astimezone(AMSTERDAM).date() < ends
        ]
        part = replace(one, rows=rows)
        base = part.base(begins, ends) if rows else 0
        for finding in judging.share_findings(code, part.unsocial(code), base, begins):
            yield Found(one.worker, finding)
        month = ends


def _late(worker: Worker, rows: Iterable[Any], code: WorkCode, at: datetime) -> Iterator[Found]:
    for row in rows:
        for finding in judging.notice_findings(code, at, row.starts_at):
            yield Found(worker, finding, row.shift)


def _known_late(one: Worked, code: WorkCode) -> Iterator[Found]:
    """Give the shifts that were given and known later than agreed; who chose was not given."""
    for row in one.rows:
        if row.called_at is not None:
            yield from _late(one.worker, [row], code, row.called_at)


def _untrained(organisation_id: int, code: WorkCode, year: int, at: datetime) -> Iterator[Found]:
    """Give whose training of the year is not planned yet, of who is employed here today."""
    if code.training_minutes is None:
        return
    today = at.astimezone(AMSTERDAM).date()
    trained = {
        one.worker.pk: sum(minutes_of(row) for row in one.rows if row.shift.beside_id)
        for one in worked_at(organisation_id, date(year, 1, 1), date(year + 1, 1, 1))
    }
    for worker in people.workers_of_organisation(organisation_id, today):
        ties = [one for one in worker.engagements.all() if one.organisation_id == organisation_id]
        here = [one for one in ties if EngagementForm(one.form) not in NOT_TRAINED_HERE]
        if here:
            ends = [one.ends_on for one in here if one.ends_on is not None]
            until = max(ends) if len(ends) == len(here) else None
            had, since = trained.get(worker.pk, 0), min(one.starts_on for one in here)
            for finding in judging.training_findings(code, had, year, since, until):
                yield Found(worker, finding)
