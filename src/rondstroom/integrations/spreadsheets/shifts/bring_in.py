"""The steps of bringing shifts in: tables, rows, keys, places, and writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.headings.fields import SHIFTS
from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.headings.tables import tables_of
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Sheet
from rondstroom.integrations.spreadsheets.shifts.row import ShiftRow, derived_key, read_shift
from rondstroom.integrations.spreadsheets.shifts.write import ShiftWriter

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

MOST_IN_PREVIEW = 20


class ShiftFile:
    """One file with shifts, read row by row."""

    def __init__(self, answer: ImportAnswer, *, state: str) -> None:
        self.answer, self.state = answer, state

    def bring_in(
        self,
        sheets: Sequence[Sheet],
        chosen: Mapping[str, str] | None,
        places: Places,
        *,
        by: Account,
        at: datetime,
    ) -> None:
        """Read all tables and write their good rows."""
        rows = self._read(sheets, chosen, places)
        self._note_past(rows, at)
        self.answer.preview = [_in_words(row) for row in rows[:MOST_IN_PREVIEW]]
        ShiftWriter(places, self.answer, state=self.state).write(rows, by=by, at=at)

    def _read(
        self, sheets: Sequence[Sheet], chosen: Mapping[str, str] | None, places: Places
    ) -> list[ShiftRow]:
        tables, notes = tables_of(sheets, SHIFTS, chosen)
        self.answer.notes += notes
        catalogue = Catalogue()
        rows: list[ShiftRow] = []
        for table in tables:
            self.answer.columns |= table.headings
            self.answer.notes += table.notes
            for row in table.rows:
                reader = RowReader(table, row, self.answer)
                shift = read_shift(reader, catalogue, places)
                if shift is not None:
                    rows.append(shift)
        return self._with_keys(rows)

    def _with_keys(self, rows: Sequence[ShiftRow]) -> list[ShiftRow]:
        """Refuse a key that comes twice; give a key to rows without one."""
        seen: dict[str, int] = {}
        times: Counter[str] = Counter()
        keyed, derived = [], 0
        for row in rows:
            key = row.key
            if not key:
                derived += 1
                first = derived_key(row, 1)
                times[first] += 1
                key = derived_key(row, times[first])
            elif key in seen:
                why = _("Dit nummer staat ook op regel %(row)s; die is genomen") % {
                    "row": seen[key]
                }
                self.answer.reject(row.number, row.heading, key, why)
                continue
            seen[key] = row.number
            keyed.append(replace(row, key=key))
        if derived:
            self.answer.notes.append(
                _("Zonder nummer, dus herkend aan plaats, dag, tijd en functie: %(count)s")
                % {"count": derived}
            )
        return keyed

    def _note_past(self, rows: Sequence[ShiftRow], at: datetime) -> None:
        past = sum(row.period.starts_at <= at for row in rows)
        if past:
            self.answer.notes.append(
                _("Al begonnen, dus niemand kan zich nog aanmelden: %(count)s") % {"count": past}
            )


def _in_words(row: ShiftRow) -> dict[str, str]:
    starts, ends = (
        moment.astimezone(AMSTERDAM) for moment in (row.period.starts_at, row.period.ends_at)
    )
    return {
        "row": str(row.number),
        "key": row.key,
        "location": row.location,
        "team": row.team,
        "starts": f"{starts:%d-%m-%Y %H:%M}",
        "ends": f"{ends:%d-%m-%Y %H:%M}",
        "function": str(getattr(row.changes.get("function"), "code", "")),
        "places": str(row.changes.get("places", 1)),
    }
