"""Rosters as grids, a page per team: people by days with codes, and the legend below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, day_period
from rondstroom.integrations.spreadsheets.exports.codes import ABSENT, Codes
from rondstroom.integrations.spreadsheets.exports.file import Cell, Page
from rondstroom.integrations.spreadsheets.exports.workers import hours
from rondstroom.integrations.spreadsheets.headings.fields import ROSTER_FIELDS
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import queries as rosters

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation, Team
    from rondstroom.rooms.people.models import Engagement
    from rondstroom.rooms.rosters.models import Assignment

WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
AT_ONCE = 5_000


def pages(
    organisation: Organisation, starts_on: date, ends_on: date, team_name: str
) -> tuple[list[Page], int, tuple[str, ...]]:
    """Give a page for every team with people, or for the team of this name."""
    days = [starts_on + timedelta(days=one) for one in range((ends_on - starts_on).days + 1)]
    engagements = {
        one.worker_id: one for one in people.engagements_by_number(organisation.pk).values()
    }
    book = RosterBook(engagements, days, _assignments(organisation.pk, days))
    found = []
    for team in organisations.teams_of(organisation.pk):
        if not team_name or fold(team_name) in {fold(team.name), fold(_full_name(team))}:
            page = book.page(team)
            found += [page] if page else []
    return found, book.cells, book.notes()


def _assignments(organisation_id: int, days: Sequence[date]) -> dict[int, list[Assignment]]:
    """Give who works at which team on these days, each with its shift."""
    begin = day_period(days[0]).starts_at
    end = day_period(days[-1] + timedelta(days=1)).starts_at
    shifts = {one.pk: one for one in demand.shifts_of_organisation(organisation_id, begin, end)}
    found: dict[int, list[Assignment]] = {}
    pks = list(shifts)
    for start in range(0, len(pks), AT_ONCE):
        for pk, rows in rosters.assignments_of_shifts(pks[start : start + AT_ONCE]).items():
            for row in rows:
                row.shift = shifts[pk]
                found.setdefault(shifts[pk].team_id, []).append(row)
    return found


def _full_name(team: Team) -> str:
    return f"{team.location.name} / {team.name}"


class RosterBook:
    """The rosters of one organisation on some days."""

    def __init__(
        self,
        engagements: Mapping[int, Engagement],
        days: Sequence[date],
        assignments: Mapping[int, Sequence[Assignment]],
    ) -> None:
        self.engagements, self.days, self.assignments = engagements, days, assignments
        self.cells, self.from_elsewhere = 0, 0
        self.wishes = people.wishes_for(engagements, days[0], days[-1] + timedelta(days=1))

    def page(self, team: Team) -> Page | None:
        """Give the grid of a team; None when nobody belongs to it or works there."""
        codes = Codes()
        cells: dict[tuple[int, date], list[str]] = {}
        for one in sorted(self.assignments.get(team.pk, ()), key=lambda one: one.starts_at):
            if one.worker_id not in self.engagements:
                self.from_elsewhere += 1
                continue
            day = one.starts_at.astimezone(AMSTERDAM).date()
            cells.setdefault((one.worker_id, day), []).append(codes.code_of(one.shift))
        working = {worker_id for worker_id, _day in cells}
        team_mates = [
            one for one in self.engagements.values()
            if one.team_id == team.pk or one.worker_id in working
        ]  # fmt: skip
        if not team_mates:
            return None
        rows = [self._person(one, cells) for one in sorted(team_mates, key=_by_number)]
        return Page(team.name, [*self._head(team), *rows, [], *codes.legend()])

    def _head(self, team: Team) -> Iterable[list[Cell]]:
        yield [_("Rooster %(team)s") % {"team": _full_name(team)}]
        days = [f"{WEEKDAYS[day.weekday()]} {day:%d-%m-%Y}" for day in self.days]
        yield [*(field.label for field in ROSTER_FIELDS), *days]

    def _person(
        self, engagement: Engagement, cells: Mapping[tuple[int, date], list[str]]
    ) -> list[Cell]:
        said = self.wishes.get(engagement.worker_id, {})
        row: list[Cell] = [
            engagement.personnel_number,
            engagement.worker.name,
            hours(engagement.minutes_per_week),
        ]
        for day in self.days:
            codes = cells.get((engagement.worker_id, day), [])
            away = all(said.get((day, part)) == Wish.UNAVAILABLE for part in DayPart)
            codes = [*codes, ABSENT] if away else codes
            self.cells += len(codes)
            row.append("+".join(codes))
        return row

    def notes(self) -> tuple[str, ...]:
        """Tell what the file cannot hold."""
        if not self.from_elsewhere:
            return ()
        return (
            _("Niet in dit bestand, want van collega's uit de pool zonder nummer hier: %(count)s")
            % {"count": self.from_elsewhere},
        )


def _by_number(engagement: Engagement) -> str:
    return engagement.personnel_number
