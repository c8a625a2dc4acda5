"""Writing down what people themselves ask for: swaps, wishes in a round, and more hours."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM, day_period, week_start
from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as people_queries
from rondstroom.rooms.people.states import MoreHours
from rondstroom.rooms.rosters import actions, queries

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Round

WHERE, TEAM = "De Linde", "PG Vlinder"
SWAPS = ("Wie wil mijn dienst? Mijn zus trouwt die dag.", "Ik ruil graag voor een dag later.")
WISHES = 6
MORE = (
    ("samira@voorbeeld.invalid", 28, MoreHours.STRUCTURAL),
    ("petra@voorbeeld.invalid", 32, MoreHours.STRUCTURAL),
    ("daan@voorbeeld.invalid", 16, MoreHours.MONTH),
)


def offer_swaps(founded: Founded, writer: Writer) -> int:
    """Let two people of De Linde offer a shift to anyone; give how many could."""
    now = writer.this_morning["at"]
    organisation = founded.organisations[WHERE]
    coming = queries.assignments_at(
        organisation.pk, now + timedelta(days=5), now + timedelta(days=26)
    )
    rows = [row for row in coming.select_related("worker__account") if row.worker.account]
    done = 0
    for row in {row.worker_id: row for row in reversed(rows)}.values():
        if done == len(SWAPS):
            break
        account = row.worker.account
        assert account is not None
        note, back = SWAPS[done], done == 1
        try:
            actions.ask_swap(assignment=row, wants_return=back, note=note, by=account, at=now)
        except UnableToAct:
            continue  # a day off or a rule of the law: somebody else offers one
        done += 1
    return done


def open_round(founded: Founded, writer: Writer) -> int:
    """Open a round for a team of De Linde in weeks that are not rostered; give the wishes in it."""
    now = writer.this_morning["at"]
    organisation = founded.organisations[WHERE]
    team = next(one for one in organisations.teams_of(organisation.pk) if one.name == TEAM)
    monday = week_start(now.astimezone(AMSTERDAM).date()) + timedelta(weeks=5)
    try:
        made = actions.open_round(
            team=team,
            starts_on=monday,
            ends_on=monday + timedelta(days=6),
            wishes_until=day_period(monday - timedelta(days=14)).starts_at,
            **writer.this_morning,
        )
    except UnableToAct:
        return 0
    shifts = [one.shift for one in queries.cover_of_round(made)]
    engaged = people_queries.engaged_workers([organisation.pk], monday)
    members = [
        one for one in engaged if any(tie.team_id == team.pk for tie in one.engagements.all())
    ]
    return sum(_wishes(made, worker, shifts, writer) for worker in members[:WISHES])


def _wishes(round_: Round, worker: Worker, shifts: list[Shift], writer: Writer) -> bool:
    """Let somebody wish for the first shift that may be wished for; tell whether there was one."""
    for shift in shifts:
        try:
            actions.wish_for(round_=round_, worker=worker, shift=shift, **writer.this_morning)
        except UnableToAct:
            continue
        return True
    return False


def want_more_hours(workers: dict[str, Worker], writer: Writer) -> int:
    """Let some of the cast say that they want more hours; give how many did."""
    for email, hours, more in MORE:
        minutes = hours * 60
        people.wish_hours(
            worker=workers[email], minutes_per_week=minutes, more=more, **writer.this_morning
        )
    return len(MORE)
