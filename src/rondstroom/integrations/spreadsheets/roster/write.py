"""A grid that was read, laid beside what is rostered: made, changed, or left as it is.

A shift in a grid becomes a shift of one place, in concept, with its person planned on it. What the
file brought in before and no longer says is taken out while it is still in concept; what workers
have been told stays, and is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.roster.present import Present
from rondstroom.integrations.spreadsheets.roster.row import Cell, Person
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment


class RosterWriter:
    """Writes the people of one grid."""

    def __init__(self, team: Team, answer: ImportAnswer, *, by: Account, at: datetime) -> None:
        self.team, self.answer = team, answer
        self.signed: dict[str, Any] = {"by": by, "at": at}
        self.removed: list[str] = []
        self.without_proof: list[str] = []
        self.against_law: list[str] = []

    def write(self, people: Sequence[tuple[Person, Worker]], present: Present) -> None:
        """First take out what no longer holds, for everybody; then put in what is new."""
        replaced = {
            person.row: self._take_out(person, worker, present) for person, worker in people
        }
        for person, worker in people:
            for cell in person.cells:
                if cell.period is not None:
                    self._put_in(person, worker, cell, present, replaced[person.row])

    def _take_out(self, person: Person, worker: Worker, present: Present) -> set[object]:
        """Cancel what this roster brought in and no longer says; give the days of it."""
        days: set[object] = set()
        for kept in present.from_this_roster(worker.pk, self.team.pk):
            if any(present.is_same(kept, cell) for cell in person.cells):
                continue
            day = present.day_of(kept)
            told = f"{person.personnel_number} {day:%d-%m-%Y}"
            if kept.state != AssignmentState.PLANNED:
                self.answer.notes.append(
                    _("%(who)s: al bekendgemaakt en daarom niet gewijzigd; doe dat in Rondstroom")
                    % {"who": told}
                )
                continue
            self._cancel(kept)
            present.forget(kept)
            days.add(day)
            if not any(cell.day == day for cell in person.cells):
                self.removed.append(told)
        return days

    def _cancel(self, kept: Assignment) -> None:
        reason = _("staat niet meer in het rooster van de roosteraar")
        rosters.cancel(assignment=kept, reason=reason, **self.signed)
        demand.cancel_shift(shift=kept.shift, reason=reason, **self.signed)

    def _put_in(
        self, person: Person, worker: Worker, cell: Cell, present: Present, replaced: set[object]
    ) -> None:
        if any(present.is_same(kept, cell) for kept in present.of(worker.pk, self.team.pk)):
            self.answer.unchanged += 1
            return
        try:
            with transaction.atomic():
                made = self._assign(person, worker, cell, present)
        except (UnableToAct, BadValue) as refusal:
            self.answer.reject(cell.row, cell.heading, cell.code, refusal)
            return
        rules = [rule for aside in made.reasons for rule in aside.get("rules", ())]
        which = f"{person.personnel_number} {cell.heading} {cell.code}"
        if any(rule.startswith("gate.") for rule in rules):
            self.without_proof.append(which)
        if any(rule.startswith("worktime.") for rule in rules):
            self.against_law.append(which)
        self.answer.updated += cell.day in replaced
        self.answer.created += cell.day not in replaced

    def _assign(self, person: Person, worker: Worker, cell: Cell, present: Present) -> Assignment:
        assert cell.period is not None
        shift = demand.create_shift(
            team=self.team,
            starts_at=cell.period.starts_at,
            ends_at=cell.period.ends_at,
            break_minutes=cell.break_minutes,
            function=cell.function,
            source_key=present.free_key(person.personnel_number, cell),
            **self.signed,
        )
        return rosters.assign(
            worker=worker,
            shift=shift,
            state=AssignmentState.PLANNED,
            # The roster exists already, elsewhere. It comes in as concept; gate and law are
            # judged again, and cannot be set aside there, when it is published here.
            taken_over_from=_("overgenomen uit %(file)s") % {"file": self.answer.file},
            **self.signed,
        )
