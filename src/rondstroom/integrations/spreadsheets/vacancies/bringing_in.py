"""A file with vacancies comes in: every line that can be is kept, every other is named with why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import (
    ImportAnswer,
    ImportNotAllowed,
    UnableToRead,
)
from rondstroom.integrations.spreadsheets.reading import Row, read_file
from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.vacancies.columns import (
    COLUMNS,
    NEEDED,
    READERS,
)
from rondstroom.integrations.spreadsheets.vacancies.taking_out import PREFIX
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Team

LONGEST_KEY = 80


class _Refused(Exception):
    """A cell cannot be taken: which field, and why."""

    def __init__(self, field: str, why: object) -> None:
        super().__init__(str(why))
        self.field = field


def import_vacancies(
    content: bytes,
    name: str,
    *,
    organisation: Organisation,
    by: Account,
    at: datetime,
    dry_run: bool = False,
) -> ImportAnswer:
    """Bring in vacancies by number: new ones are posted, known ones changed; again changes nothing.

    A column that is not there leaves what is kept as it is. Teams and functions must be known.

    Raises
    ------
    UnableToRead
        When the file as a whole cannot be used.
    ImportNotAllowed
        When the account may not plan at the organisation.
    """
    _require_planner(by, organisation)
    rows = [row for sheet in read_file(content)[:1] for row in sheet.rows if not row.is_blank]
    places = _places(rows[0]) if rows else {}
    _require_headings(places)
    answer = ImportAnswer("vacancies", name, dry_run=dry_run)
    answer.columns = {field: COLUMNS[field] for field in places}
    with transaction.atomic():
        _Writer(organisation, places, answer, by, at).write(rows[1:])
        transaction.set_rollback(dry_run)
    return answer


def _require_planner(by: Account, organisation: Organisation) -> None:
    if not (by.is_machine or permissions.may_import(by, organisation.pk)):
        raise ImportNotAllowed(
            _("%(name)s mag niet inlezen voor %(organisation)s")
            % {"name": by.name, "organisation": organisation.name}
        )


def _require_headings(places: dict[str, int]) -> None:
    if any(field not in places for field in NEEDED):
        wanted = ", ".join(COLUMNS[field] for field in NEEDED)
        text = _("In de eerste regel horen ten minste de koppen %(wanted)s.")
        raise UnableToRead(text % {"wanted": wanted})


def _places(heading: Row) -> dict[str, int]:
    known = {fold(head): field for field, head in COLUMNS.items()}
    known |= {fold(field): field for field in COLUMNS}
    found = [(known.get(fold(text)), place) for place, text in enumerate(heading.texts)]
    return {field: place for field, place in found if field}


class _Writer:
    """The lines of one file on their way into one organisation."""

    def __init__(
        self,
        organisation: Organisation,
        places: dict[str, int],
        answer: ImportAnswer,
        by: Account,
        at: datetime,
    ) -> None:
        self.organisation, self.places, self.answer = organisation, places, answer
        self.signed: dict[str, Any] = {"by": by, "at": at}
        self.teams = list(organisations.teams_of(organisation.pk))

    def write(self, rows: list[Row]) -> None:
        """Write each line by itself: a bad one never stops another."""
        seen: set[str] = set()
        for row in rows:
            cells = {
                field: row.cells[place] if place < len(row.cells) else None
                for field, place in self.places.items()
            }
            try:
                self._line(cells, seen)
            except _Refused as why:
                column = COLUMNS.get(why.field, COLUMNS["source_key"])
                self.answer.reject(row.number, column, as_text(cells.get(why.field)), why)

    def _line(self, cells: dict[str, Value], seen: set[str]) -> None:
        key = as_text(cells["source_key"])
        if not key or len(key) > LONGEST_KEY or key in seen:
            raise _Refused("source_key", _("Elke regel heeft een eigen nummer, tot 80 tekens"))
        seen.add(key)
        said = self._said(cells)
        known = self._known(key)
        try:
            with transaction.atomic():
                self._keep(key, known, said)
        except (actions.UnableToPostVacancy, actions.UnableToCloseVacancy) as refused:
            raise _Refused(refused.code, refused) from None

    def _keep(self, key: str, known: Vacancy | None, said: dict[str, Any]) -> None:
        if known is None:
            if key.startswith(PREFIX):
                raise _Refused("source_key", _("Dit nummer is niet van deze organisatie"))
            actions.post_vacancy(source_key=key, **said, **self.signed)
            self.answer.created += 1
        elif _is_same(known, said):
            self.answer.unchanged += 1
        else:
            actions.change_vacancy(vacancy=known, **said, **self.signed)
            self.answer.updated += 1

    def _known(self, key: str) -> Vacancy | None:
        number = key.removeprefix(PREFIX)
        if key.startswith(PREFIX) and number.isdecimal() and len(number) < 12:
            found = queries.vacancy(int(number))
            mine = found is not None and found.organisation_id == self.organisation.pk
            return found if mine else None
        return queries.vacancies_by_source_key(self.organisation.pk, [key]).get(key)

    def _said(self, cells: dict[str, Value]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for field in (one for one in READERS if one in cells):
            try:
                said[field] = READERS[field](cells[field])
            except BadValue as why:
                raise _Refused(field, why) from None
        said["team"] = self._team(as_text(cells.get("location")), as_text(cells["team"]))
        said["function"] = skills.function_by_text(as_text(cells["function"]))
        if said["function"] is None:
            raise _Refused("function", _("Deze functie is hier niet bekend"))
        return said

    def _team(self, location: str, name: str) -> Team:
        found = [
            one
            for one in self.teams
            if fold(one.name) == fold(name)
            and (not location or fold(one.location.name) == fold(location))
        ]
        if len(found) != 1:
            raise _Refused("team", _("Dit is niet één bekend team; noem locatie en team"))
        return found[0]


def _is_same(known: Vacancy, said: dict[str, Any]) -> bool:
    """Say whether a line says what is kept: so a closed vacancy in the file is no mistake."""
    kept = {field: getattr(known, field) for field in said}
    told = dict(said)
    if "pattern" in told:
        told["pattern"] = queries.cells_kept(told["pattern"])
    told["forms"] = sorted({str(one) for one in told["forms"]})
    return bool(kept == told)
