"""Who the people in a grid are: known by number, or made with number and name."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.lookups.names import refuse_somebody_else
from rondstroom.integrations.spreadsheets.roster.row import Person
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Team
    from rondstroom.rooms.people.models import Worker


class People:
    """The workers of one organisation during one import."""

    def __init__(self, organisation: Organisation, *, by: Account, at: datetime) -> None:
        self.organisation = organisation
        self.by, self.at = by, at
        self.created: list[str] = []
        self._known = {
            number: engagement.worker
            for number, engagement in queries.engagements_by_number(organisation.pk).items()
        }

    def worker(self, person: Person, team: Team, first_day: date) -> Worker:
        """Give the worker with this number, made when there is none.

        Raises
        ------
        BadValue
            When the number is somebody else's here, or is new and has no name.
        """
        known = self._known.get(person.personnel_number)
        if known is not None:
            if person.name:
                refuse_somebody_else(person.name, known)
            return known
        if not person.name:
            raise BadValue(_("Dit nummer is niet bekend en de naam ontbreekt"))
        return self._made(person, team, first_day)

    def _made(self, person: Person, team: Team, first_day: date) -> Worker:
        worker = actions.create_worker(name=person.name, by=self.by, at=self.at)
        actions.engage(
            worker=worker,
            organisation=self.organisation,
            # A roster does not tell; workers' files do, and change it then.
            form=EngagementForm.PERMANENT,
            personnel_number=person.personnel_number,
            minutes_per_week=person.weekly_minutes,
            team=team,
            starts_on=min(first_day, self.at.astimezone(AMSTERDAM).date()),
            by=self.by,
            at=self.at,
        )
        self._known[person.personnel_number] = worker
        self.created.append(f"{person.personnel_number} {person.name}")
        return worker
