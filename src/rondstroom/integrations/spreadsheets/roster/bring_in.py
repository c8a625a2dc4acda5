"""The steps of bringing a roster in: grids, team, people, shifts, days away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportAnswer, UnableToRead, shown
from rondstroom.integrations.spreadsheets.headings.fields import ROSTER
from rondstroom.integrations.spreadsheets.headings.tables import lacks
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Sheet
from rondstroom.integrations.spreadsheets.roster.absence import write_absence
from rondstroom.integrations.spreadsheets.roster.grid import Grid, grids_of
from rondstroom.integrations.spreadsheets.roster.people import People
from rondstroom.integrations.spreadsheets.roster.present import Present
from rondstroom.integrations.spreadsheets.roster.row import Person, read_people
from rondstroom.integrations.spreadsheets.roster.write import RosterWriter
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.people.models import Worker

MOST_IN_PREVIEW = 20


class RosterFile:
    """One file with rosters of one team or more."""

    def __init__(
        self, places: Places, answer: ImportAnswer, *, team: str, by: Account, at: datetime
    ) -> None:
        self.places, self.answer, self.team = places, answer, team
        self.by, self.at = by, at
        self.people = People(places.organisation, by=by, at=at)
        self.catalogue = Catalogue()

    def bring_in(self, sheets: Sequence[Sheet], chosen: Mapping[str, str] | None) -> None:
        """Read every grid and write it."""
        for grid in grids_of(sheets, chosen, self.at.astimezone(AMSTERDAM).date()):
            missing = lacks(grid.table.at, grid.table.heading, ROSTER)
            if missing:
                raise UnableToRead(missing)
            self.answer.columns |= grid.table.headings
            self.answer.notes += grid.table.notes
            self._bring_in(grid)
        if self.people.created:
            self.answer.notes.append(
                _(
                    "Nieuwe medewerkers, met contractvorm “vast” tot het medewerkersbestand anders"
                    " zegt: %(names)s"
                )
                % {"names": ", ".join(self.people.created)}
            )

    def _bring_in(self, grid: Grid) -> None:
        team, days = self._team(grid), sorted(set(grid.days.values()))
        self._announce(team, days)
        people: list[tuple[Person, Worker]] = []
        for person in read_people(grid, self.catalogue, self.answer):
            try:
                people.append((person, self.people.worker(person, team, days[0])))
            except BadValue as refusal:
                self.answer.reject(person.row, person.heading, person.personnel_number, refusal)
        writer = RosterWriter(team, self.answer, by=self.by, at=self.at)
        writer.write(people, Present(self.places.organisation.pk, people, days))
        write_absence(people, days, self.answer, by=self.by, at=self.at)
        self._tell(writer, people)

    def _team(self, grid: Grid) -> Team:
        wanted = [_named(self.team)] if self.team else grid.teams
        known = [one for one in wanted if self.places.knows(*one)]
        try:
            return self.places.team(*[*known, *reversed(wanted), ("", "")][0])
        except BadValue as refusal:
            raise UnableToRead(
                _("Van welk team is dit rooster? %(why)s. Zet “Rooster …” boven de koppen.")
                % {"why": refusal.why}
            ) from None

    def _announce(self, team: Team, days: Sequence[date]) -> None:
        self.answer.notes.append(
            _("Rooster van %(team)s, %(first)s tot en met %(last)s")
            % {
                "team": f"{team.location.name} / {team.name}",
                "first": f"{days[0]:%d-%m-%Y}",
                "last": f"{days[-1]:%d-%m-%Y}",
            }
        )
        if days[-1] < self.at.astimezone(AMSTERDAM).date():
            self.answer.notes.append(_("Dit rooster is al voorbij. Klopt het jaar in de koppen?"))

    def _tell(self, writer: RosterWriter, people: Sequence[tuple[Person, Worker]]) -> None:
        found = {
            _("Stond er eerder in en nu niet meer, dus uit het concept gehaald"): writer.removed,
            _(
                "Overgenomen als concept; publiceren kan pas als er bewijs is van identiteit,"
                " recht op werk, diploma en VOG"
            ): writer.without_proof,
            _(
                "Overgenomen als concept; publiceren kan pas als het past binnen de arbeidstijden"
            ): writer.against_law,
        }
        self.answer.notes += [
            f"{what} ({len(which)}x): {shown(', '.join(which))}"
            for what, which in found.items()
            if which
        ]
        room = MOST_IN_PREVIEW - len(self.answer.preview)
        self.answer.preview += [_in_words(person) for person, _worker in people[: max(room, 0)]]


def _named(text: str) -> tuple[str, str]:
    """Cut "De Linde / PG Vlinder" into location and team."""
    location, _slash, team = text.rpartition("/")
    return location.strip(), team.strip()


def _in_words(person: Person) -> dict[str, str]:
    cells = shown(" · ".join(f"{cell.day:%d-%m} {cell.code}" for cell in person.cells))
    return {
        "row": str(person.row),
        "personnel_number": person.personnel_number,
        "name": person.name,
        "cells": cells,
    }
