"""A table: the heading row among title lines, its columns, and the rows that are data."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead, shown
from rondstroom.integrations.spreadsheets.headings import columns
from rondstroom.integrations.spreadsheets.headings.fields import Field
from rondstroom.integrations.spreadsheets.reading import Row, Sheet, Value
from rondstroom.integrations.spreadsheets.values.words import fold

ROWS_LOOKED_AT = 60
FEWEST_RECOGNISED = 2
TOTALS = {"totaal", "totalen", "subtotaal", "eindtotaal", "total", "totals", "som"}


@dataclass(frozen=True, slots=True)
class Table:
    """Data rows under a heading; `at` gives the column of a field."""

    sheet: str
    heading: Row
    titles: tuple[Row, ...]
    at: Mapping[str, int]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]

    def value(self, row: Row, field: str) -> Value:
        """Give the cell of a field; None when the file has no such column."""
        return row.cell(self.at.get(field))

    def heading_of(self, field: str, otherwise: str) -> str:
        """Give the heading as the file writes it, with the sheet where there are more."""
        text = self.heading.texts[self.at[field]] if field in self.at else otherwise
        return f"{text} ({self.sheet})" if self.sheet else text

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each recognised field."""
        return {field: self.heading.texts[index] for field, index in self.at.items()}


def find_heading(
    rows: Sequence[Row], fields: Sequence[Field], chosen: Mapping[str, str] | None = None
) -> Row | None:
    """Give the row, among the first sixty, in which most fields are recognised; two at least."""
    best, most = None, FEWEST_RECOGNISED - 1
    for row in rows[:ROWS_LOOKED_AT]:
        found = len(columns.assigned(row.texts, fields, chosen))
        if found > most:
            best, most = row, found
    return best


def table_under(
    sheet: Sheet,
    heading: Row,
    fields: Sequence[Field],
    chosen: Mapping[str, str] | None,
    silent: Collection[int] = (),
) -> Table:
    """Lay out the table under a heading row, with notes on what was skipped.

    Columns in `silent` are used by somebody else, such as the days of a roster.
    """
    _refuse_unknown_choice(heading, chosen)
    below = tuple(row for row in sheet.rows if row.number > heading.number)
    at, doubles = _one_column_each(heading, below, columns.assigned(heading.texts, fields, chosen))
    data, skipped = _data_rows(below, heading)
    unused = [
        text
        for index, text in enumerate(heading.texts)
        if text and index not in {*at.values(), *silent} and text not in doubles
    ]
    notes = [_("Koppen staan op regel %(row)s") % {"row": heading.number}, *doubles.values()]
    if unused:
        notes.append(_("Niet gebruikte kolommen: %(names)s") % {"names": ", ".join(unused)})
    titles = tuple(row for row in sheet.rows if row.number < heading.number and not row.is_blank)
    return Table(sheet.name, heading, titles, at, data, (*notes, *skipped))


def _refuse_unknown_choice(heading: Row, chosen: Mapping[str, str] | None) -> None:
    for field, wanted in (chosen or {}).items():
        if wanted and columns.chosen_index(heading.texts, wanted) is None:
            raise UnableToRead(
                _("Kolom “%(wanted)s” (voor %(field)s) staat niet in het bestand. Wel: %(known)s")
                % {
                    "wanted": wanted,
                    "field": field,
                    "known": ", ".join(text for text in heading.texts if text),
                }
            )


def _one_column_each(
    heading: Row, rows: Sequence[Row], found: Mapping[str, list[int]]
) -> tuple[dict[str, int], dict[str, str]]:
    """Take the best column of each field; the same heading twice must hold the same."""
    at, notes = {}, {}
    for field, (first, *others) in found.items():
        at[field] = first
        name = heading.texts[first]
        for other in others:
            if fold(heading.texts[other]) != fold(name):
                continue
            differing = next((row for row in rows if row.cell(first) != row.cell(other)), None)
            if differing is not None:
                raise UnableToRead(
                    _(
                        "Kolom “%(name)s” staat er twee keer, met verschillende waarden"
                        " (regel %(row)s). Geef een van beide een andere naam."
                    )
                    % {"name": name, "row": differing.number}
                )
            notes[name] = _("Kolom “%(name)s” staat er twee keer, met dezelfde waarden") % {
                "name": name
            }
    return at, notes


def _data_rows(rows: Sequence[Row], heading: Row) -> tuple[tuple[Row, ...], list[str]]:
    """Leave out blank rows, totals, remarks and repeated headings, and say so."""
    last = max((row.number for row in rows if not row.is_blank), default=0)
    kept: list[Row] = []
    skipped: dict[str, list[int]] = {}
    for row in rows:
        if row.number > last:
            break
        kind = _not_data(row, heading)
        if kind:
            skipped.setdefault(kind, []).append(row.number)
        else:
            kept.append(row)
    return tuple(kept), [
        _("Overgeslagen: %(what)s (regel %(rows)s)")
        % {"what": what, "rows": shown(", ".join(map(str, numbers)))}
        for what, numbers in skipped.items()
    ]


def _not_data(row: Row, heading: Row) -> str:
    """Give what a row is when it is not data."""
    filled = [text for text in row.texts if text]
    if not filled:
        return _("lege regel")
    width = len([text for text in heading.texts if text])
    first_word = re.split(r"\W+", filled[0].lower())[0]
    is_sparse = len(filled) * 2 <= max(width, 4)
    if first_word in TOTALS and (is_sparse or fold(filled[0]) == first_word):
        return _("totaalregel")
    if [fold(text) for text in row.texts] == [fold(text) for text in heading.texts]:
        return _("herhaalde koppen")
    if len(filled) == 1 and width > 3 and " " in filled[0] and row.texts[0]:
        return _("losse opmerking")
    return ""
