"""When people can work, from a file: a line for each day and part of it, never with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.headings.fields import AVAILABILITY
from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.headings.tables import tables_of
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Sheet, Value
from rondstroom.integrations.spreadsheets.values import dates, words
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.people import actions, permissions, queries
from rondstroom.rooms.people.states import DayPart, Wish

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

FURTHEST_DAYS = 370
MOST_IN_PREVIEW = 20
WHOLE_DAY = "heledag"
PARTS = {
    "dag": DayPart.DAY, "day": DayPart.DAY, "overdag": DayPart.DAY,
    "avond": DayPart.EVENING, "evening": DayPart.EVENING,
    "nacht": DayPart.NIGHT, "night": DayPart.NIGHT,
    WHOLE_DAY: WHOLE_DAY, "etmaal": WHOLE_DAY, "allday": WHOLE_DAY,
}  # fmt: skip
WISHES = {
    "beschikbaar": Wish.AVAILABLE, "ja": Wish.AVAILABLE, "available": Wish.AVAILABLE,
    "lieverniet": Wish.RATHER_NOT, "rathernot": Wish.RATHER_NOT,
    "niet": Wish.UNAVAILABLE, "nee": Wish.UNAVAILABLE, "nietbeschikbaar": Wish.UNAVAILABLE,
    "unavailable": Wish.UNAVAILABLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A good line: who says what about which parts of a day."""

    reader: RowReader
    worker: Worker
    day: date
    parts: tuple[DayPart, ...]
    wish: Wish


class AvailabilityFile:
    """One file with availability, read line by line and laid down per person."""

    def __init__(self, places: Places, answer: ImportAnswer, *, by: Account, at: datetime) -> None:
        self.organisation, self.answer = places.organisation, answer
        self.by, self.at = by, at
        self._known = queries.engagements_by_number(self.organisation.pk)
        self._lines: dict[tuple[int, date, DayPart], int] = {}

    def bring_in(self, sheets: Sequence[Sheet], chosen: Mapping[str, str] | None) -> None:
        """Read all tables and write their good lines."""
        tables, notes = tables_of(sheets, AVAILABILITY, chosen)
        self.answer.notes += notes
        of_worker: dict[int, list[SaidRow]] = {}
        for table in tables:
            self.answer.columns |= table.headings
            self.answer.notes += table.notes
            for row in table.rows:
                said = self._read(RowReader(table, row, self.answer))
                if said is not None:
                    of_worker.setdefault(said.worker.pk, []).append(said)
        rows = [row for some in of_worker.values() for row in some]
        self.answer.preview = [_in_words(row) for row in rows[:MOST_IN_PREVIEW]]
        self._write(of_worker)

    def _read(self, reader: RowReader) -> SaidRow | None:
        worker = reader.read("personnel_number", self._worker)
        day = reader.read("date", self._day)
        part = reader.read("part", _part)
        wish = reader.read("wish", lambda value: words.read_choice(value, WISHES))
        if worker is None or day is None or part is None or wish is None or reader.is_bad:
            return None
        parts = tuple(DayPart) if part == WHOLE_DAY else (DayPart(part),)
        said = SaidRow(reader, worker, day, parts, Wish(wish))
        return said if self._is_first(said) else None

    def _worker(self, value: Value) -> Worker:
        number = words.read_words(value, 40)
        if not number:
            raise BadValue(_("Personeelsnummer ontbreekt"))
        if number not in self._known:
            raise BadValue(
                _("Dit nummer is hier niet bekend; lees eerst de medewerkers in of kijk het na")
            )
        return self._known[number].worker

    def _day(self, value: Value) -> date:
        day = dates.read_date(value)
        if (day - self.at.astimezone(AMSTERDAM).date()).days > FURTHEST_DAYS:
            raise BadValue(_("Dit is meer dan een jaar vooruit"))
        return day

    def _is_first(self, said: SaidRow) -> bool:
        """Refuse what another line of the file says already about the same part of a day."""
        cells = [(said.worker.pk, said.day, part) for part in said.parts]
        other = next((self._lines[cell] for cell in cells if cell in self._lines), None)
        if other is not None:
            why = _("Over dit dagdeel gaat ook regel %(row)s; die is genomen") % {"row": other}
            said.reader.refuse("part" if said.reader.has("part") else "date", why)
            return False
        self._lines |= dict.fromkeys(cells, said.reader.row.number)
        return True

    def _write(self, of_worker: Mapping[int, Sequence[SaidRow]]) -> None:
        days = [row.day for rows in of_worker.values() for row in rows]
        if not days:
            return
        known = queries.wishes_for(of_worker, min(days), max(days) + timedelta(days=1))
        for worker_id, rows in of_worker.items():
            said = known.get(worker_id, {})
            wanted = dict(self._differing(rows, said))
            if wanted:
                actions.set_availability(
                    worker=rows[0].worker, wishes=wanted, by=self.by, at=self.at
                )

    def _differing(
        self, rows: Sequence[SaidRow], said: Mapping[queries.Cell, Wish]
    ) -> Iterator[tuple[queries.Cell, Wish]]:
        """Give what is new, counting lines; what this file may not say is refused."""
        may = self._may_pass_on(rows[0].worker)
        for row in rows:
            cells = [(row.day, part) for part in row.parts]
            if all(said.get(cell) == row.wish for cell in cells):
                self.answer.unchanged += 1
            elif hindrance := self._hindrance(row, may=may):
                row.reader.refuse(*hindrance)
            else:
                is_new = not any(cell in said for cell in cells)
                self.answer.created += is_new
                self.answer.updated += not is_new
                yield from ((cell, row.wish) for cell in cells)

    def _hindrance(self, row: SaidRow, *, may: bool) -> tuple[str, str] | None:
        if not may:
            return "personnel_number", _(
                "%s heeft hier een account of werkt hier niet meer, en zegt zelf wanneer het kan"
            ) % row.worker.name
        if row.day < self.at.astimezone(AMSTERDAM).date():
            return "date", _("Deze dag is voorbij")
        return None

    def _may_pass_on(self, worker: Worker) -> bool:
        if self.by.is_machine:
            return worker.account_id is None
        return permissions.may_pass_on_availability(worker, self.by, self.organisation.pk)


def _part(value: Value) -> str:
    """Give the part of the day; nothing written means all of it."""
    return words.read_choice(value, PARTS) if words.read_words(value, 40) else WHOLE_DAY


def _in_words(row: SaidRow) -> dict[str, str]:
    return {
        "row": str(row.reader.row.number),
        "name": row.worker.name,
        "date": f"{row.day:%d-%m-%Y}",
        "part": ", ".join(str(part.label) for part in row.parts),
        "wish": str(row.wish.label),
    }
