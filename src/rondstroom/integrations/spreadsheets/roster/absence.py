"""Days away in a grid, into availability: that somebody is not there, never why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.roster.row import Person
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import DayPart, Wish

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


def write_absence(
    people: Sequence[tuple[Person, Worker]],
    days: Sequence[date],
    answer: ImportAnswer,
    *,
    by: Account,
    at: datetime,
) -> None:
    """Say for each day away that the worker is unavailable in all parts of it."""
    known = queries.wishes_for(
        [worker.pk for _one, worker in people], min(days), max(days) + timedelta(days=1)
    )
    for person, worker in people:
        said = known.get(worker.pk, {})
        wanted: dict[tuple[date, DayPart], Wish | None] = {}
        for cell in person.cells:
            if cell.period is not None:
                continue
            words = [said.get((cell.day, part)) for part in DayPart]
            if all(word == Wish.UNAVAILABLE for word in words):
                answer.unchanged += 1
                continue
            answer.updated += any(words)
            answer.created += not any(words)
            wanted |= {(cell.day, part): Wish.UNAVAILABLE for part in DayPart}
        if wanted:
            actions.set_availability(worker=worker, wishes=wanted, by=by, at=at)
