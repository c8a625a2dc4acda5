"""Writing down the weeks behind us: shifts, who worked them, hours, and a settled month."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rondstroom.demo import cast
from rondstroom.demo.founding import Founded
from rondstroom.demo.region.history import BORROWER, BREAK, Worked
from rondstroom.demo.writing import Writer
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.actions.create import Draft, save
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.states import HoursState, Steps, TemporaryWeeks

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

SETTLED = ("Klaverveld", "Het Anker")
NOT_TOLD = timedelta(days=4)
"""Of the last days of the history nobody has told the hours yet."""
NOT_AGREED = timedelta(days=12)
"""Of the days before those, they still wait for a yes."""


def work(
    history: list[Worked],
    founded: Founded,
    workers: dict[str, Worker],
    accounts: dict[str, Account],
    writer: Writer,
) -> None:
    """Make the shifts, put people on them, tell hours of who was lent, and settle last month."""
    made = save([_draft(one, founded) for one in history], **writer.at_founding)
    known = demand.shifts(shift.pk for shift in made)
    places = [
        (workers[one.person.email], known[shift.pk])
        for one, shift in zip(history, made, strict=True)
    ]
    rows = rosters.lay_roster(places=places, **writer.at_founding)
    lent = {shift.pk for one, shift in zip(history, made, strict=True) if one.is_lent}
    _set_rules(founded, writer)
    _tell([row for row in rows if row.shift_id in lent], accounts, writer)
    for name in SETTLED:
        _settle(founded, name, writer)


def _draft(one: Worked, founded: Founded) -> Draft:
    return Draft(
        team=founded.teams[one.team],
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        break_minutes=BREAK,
        function=founded.functions[one.function],
        reason=one.reason,
        state=ShiftState.PUBLISHED,
    )


def _set_rules(founded: Founded, writer: Writer) -> None:
    """Let only De Linde ask for the yes of both sides."""
    for name, row in founded.organisations.items():
        steps = Steps.TWO if name == BORROWER else Steps.ONE
        actions.set_hours_rules(
            organisation=row,
            steps=steps,
            answer_days=5,
            temporary_weeks=TemporaryWeeks.THIRTEEN,
            **writer.this_morning,
        )


def _tell(rows: list[Assignment], accounts: dict[str, Account], writer: Writer) -> None:
    """Tell the hours as planned, and agree to all but those of the last days."""
    last = max(row.ends_at for row in rows)
    at = writer.this_morning["at"]
    planners = {
        one.organisation: accounts[one.email] for one in cast.ACCOUNTS if one.role == "planner"
    }
    for row in rows:
        if row.ends_at > last - NOT_TOLD:
            continue
        there = planners[row.shift.organisation.name]
        hours = actions.register_hours(assignment=row, said=queries.planned(row), by=there, at=at)
        for planner in (there, planners[BORROWER]):
            if hours.state != HoursState.APPROVED and row.ends_at < last - NOT_AGREED:
                hours = actions.approve_hours(hours=hours, version=1, by=planner, at=at)


def _settle(founded: Founded, name: str, writer: Writer) -> None:
    """Close the month before this one for what an organisation lent."""
    month = (writer.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    seller = founded.organisations[name]
    run = actions.close_period(seller=seller, month=month, **writer.this_morning)
    actions.perform_run(run=run, **writer.this_morning)
