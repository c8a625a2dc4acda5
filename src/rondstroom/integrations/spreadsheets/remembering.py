"""Remembering which column is what, per source: the headings of a file tell where it is from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.headings import columns as headings
from rondstroom.integrations.spreadsheets.headings.fields import FIELDS
from rondstroom.integrations.spreadsheets.headings.table import ROWS_LOOKED_AT
from rondstroom.integrations.spreadsheets.reading import Row, Sheet, read_file
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.organisations import actions, queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Remembered:
    """How files with these headings were read before, and who said so when."""

    kind: str
    columns: Mapping[str, str]
    chosen_by: str
    chosen_at: datetime

    @property
    def in_words(self) -> str:
        """Whose choice it is, as people read it beside the answer."""
        day = self.chosen_at.astimezone(AMSTERDAM)
        return _("Kolommen zoals %(who)s ze op %(day)s koos voor bestanden met deze koppen") % {
            "who": self.chosen_by,
            "day": f"{day:%d-%m-%Y}",
        }


def remembered(
    content: bytes, *, organisation: Organisation, kind: str | None = None
) -> Remembered | None:
    """Give how a file with these headings was brought in before; raises as `recognise` does."""
    return of_sheets(read_file(content), organisation, kind)


def of_sheets(
    sheets: Sequence[Sheet], organisation: Organisation, kind: str | None
) -> Remembered | None:
    """Give what is remembered for the headings in these sheets."""
    found = queries.columns_chosen(
        organisation.pk, (layout_of(row) for row in _upper_rows(sheets)), kind
    )
    if found is None or not all(_fits(sheet, found.columns) for sheet in sheets):
        return None
    return Remembered(found.kind, found.columns, found.chosen_by, found.chosen_at)


def keep(
    sheets: Sequence[Sheet],
    chosen: Mapping[str, str],
    *,
    kind: str,
    organisation: Organisation,
    by: Account,
    at: datetime,
) -> None:
    """Keep what a person chose for the headings of this file; forget it when nothing differs."""
    for row in _upper_rows(sheets):
        if _has_all(row, chosen):
            differing = {} if _says_nothing_new(row, kind, chosen) else chosen
            actions.keep_columns(
                organisation=organisation,
                kind=kind,
                layout=layout_of(row),
                columns=differing,
                by=by,
                at=at,
            )


def layout_of(row: Row) -> str:
    """Give what stands for the headings; days above a roster differ each month and do not count."""
    known = [fold(text) for text in row.texts if text and not re.search(r"\d", text)]
    return hashlib.sha256("|".join(known).encode()).hexdigest() if known else ""


def _says_nothing_new(row: Row, kind: str, chosen: Mapping[str, str]) -> bool:
    guessed = headings.assigned(row.texts, FIELDS[kind], None)
    taken = headings.assigned(row.texts, FIELDS[kind], chosen)
    return {name: at[0] for name, at in guessed.items()} == {
        name: at[0] for name, at in taken.items()
    }


def _fits(sheet: Sheet, chosen: Mapping[str, str]) -> bool:
    """Tell whether every chosen column is in a sheet; one that is blank has no say."""
    upper = list(_upper_rows([sheet]))
    return not upper or any(_has_all(row, chosen) for row in upper)


def _has_all(row: Row, chosen: Mapping[str, str]) -> bool:
    wanted = [heading for heading in chosen.values() if heading]
    return bool(wanted) and all(headings.chosen_index(row.texts, one) is not None for one in wanted)


def _upper_rows(sheets: Sequence[Sheet]) -> Iterator[Row]:
    """Give the rows in which headings can stand."""
    for sheet in sheets:
        yield from (row for row in sheet.rows[:ROWS_LOOKED_AT] if not row.is_blank)
