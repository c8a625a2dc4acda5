"""The steps of bringing workers in: tables, rows, doubles, and writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.headings.fields import WORKERS
from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.headings.tables import tables_of
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Sheet
from rondstroom.integrations.spreadsheets.workers.row import WorkerRow, read_worker
from rondstroom.integrations.spreadsheets.workers.write import WorkerWriter

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

MOST_IN_PREVIEW = 20


def bring_in_workers(
    sheets: Sequence[Sheet],
    chosen: Mapping[str, str] | None,
    places: Places,
    answer: ImportAnswer,
    *,
    by: Account,
    at: datetime,
) -> None:
    """Read all tables with workers and write their good rows."""
    rows = _once(_read(sheets, chosen, places, answer), answer)
    answer.preview = [_in_words(row) for row in rows[:MOST_IN_PREVIEW]]
    WorkerWriter(places, answer, by=by, at=at).write(rows)
    if any(row.form is None for row in rows):
        answer.notes.append(_("Zonder contractvorm in het bestand is een nieuw contract “vast”"))
    if rows:
        answer.notes.append(
            _(
                "Diploma, BIG en VOG zijn overgenomen zoals het bestand ze noemt. Identiteit en"
                " recht op werk staan er niet in; personeelszaken legt die vast"
            )
        )


def _read(
    sheets: Sequence[Sheet],
    chosen: Mapping[str, str] | None,
    places: Places,
    answer: ImportAnswer,
) -> list[WorkerRow]:
    tables, notes = tables_of(sheets, WORKERS, chosen)
    answer.notes += notes
    catalogue = Catalogue()
    rows: list[WorkerRow] = []
    for table in tables:
        answer.columns |= table.headings
        answer.notes += table.notes
        for row in table.rows:
            worker = read_worker(RowReader(table, row, answer), catalogue, places)
            if worker is not None:
                rows.append(worker)
    return rows


def _once(rows: Sequence[WorkerRow], answer: ImportAnswer) -> list[WorkerRow]:
    """Refuse a personnel number that comes twice."""
    seen: dict[str, int] = {}
    taken = []
    for row in rows:
        if row.personnel_number in seen:
            why = _("Dit nummer staat ook op regel %(row)s; die is genomen") % {
                "row": seen[row.personnel_number]
            }
            answer.reject(row.number, row.heading, row.personnel_number, why)
            continue
        seen[row.personnel_number] = row.number
        taken.append(row)
    return taken


def _in_words(row: WorkerRow) -> dict[str, str]:
    return {
        "row": str(row.number),
        "personnel_number": row.personnel_number,
        "name": row.name,
        "function": ", ".join(one.code for one in row.functions),
        "hours": f"{(row.weekly_minutes or 0) / 60:.1f}".replace(".", ","),
    }
