"""Where the grids are in a file: title, headings with days, people, and the legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.headings.bare_days import bare_days, with_month
from rondstroom.integrations.spreadsheets.headings.days import dates_of, day_headings
from rondstroom.integrations.spreadsheets.headings.fields import ROSTER_FIELDS
from rondstroom.integrations.spreadsheets.headings.rosters import is_heading
from rondstroom.integrations.spreadsheets.headings.table import Table, table_under
from rondstroom.integrations.spreadsheets.reading import Row, Sheet
from rondstroom.integrations.spreadsheets.roster.legend import Legend, entries_of, is_label
from rondstroom.integrations.spreadsheets.roster.title import Named, is_title, teams_in_titles
from rondstroom.integrations.spreadsheets.values.refusal import BadValue


@dataclass(frozen=True, slots=True)
class Grid:
    """One roster: its people as a table, the date of each day column, and the codes."""

    teams: Sequence[Named]
    table: Table
    days: Mapping[int, date]
    legend: Legend

    def heading(self, index: int) -> str:
        """Give the heading of a day column as written, with the sheet if there are more."""
        text = self.table.heading.texts[index]
        return f"{text} ({self.table.sheet})" if self.table.sheet else text


def grids_of(sheets: Sequence[Sheet], chosen: Mapping[str, str] | None, today: date) -> list[Grid]:
    """Give every roster in a file: sheets side by side, and blocks below each other.

    Raises
    ------
    UnableToRead
        When nothing looks like a roster, or the days in its headings fit no year.
    """
    blocks = [block for sheet in sheets for block in _blocks(sheet)]
    if not blocks:
        raise UnableToRead(
            _(
                "Geen rooster gevonden. Verwacht: een regel met koppen als Persnr, Naam en dagen"
                " (ma 07-12, di 08-12 …), en daaronder per medewerker een regel met codes."
            )
        )
    several = len({block.name for block in blocks}) > 1
    grids = [_grid(block, chosen, today, several=several) for block in blocks]
    return _completed(grids, _legend_apart(sheets))


def _completed(grids: Sequence[Grid], apart: Legend) -> list[Grid]:
    """Let weeks below each other share the title and the legend that stand there once."""
    everywhere = Legend()
    for grid in grids:
        everywhere |= grid.legend
    found: list[Grid] = []
    for grid in grids:
        same_sheet = found and found[-1].table.sheet == grid.table.sheet
        teams = grid.teams or (found[-1].teams if same_sheet else [])
        legend = apart | (grid.legend or everywhere)
        found.append(replace(grid, teams=teams, legend=legend))
    return found


def _legend_apart(sheets: Sequence[Sheet]) -> Legend:
    """Give the legend on sheets that hold no roster."""
    legend = Legend()
    for sheet in sheets:
        if not any(is_heading(row) for row in sheet.rows):
            legend |= Legend(entries_of(sheet.rows, surely=False))
    return legend


def _blocks(sheet: Sheet) -> list[Sheet]:
    """Cut a sheet before the title of each roster in it."""
    starts = [number for number, row in enumerate(sheet.rows) if is_heading(row)]
    blocks, begin = [], 0
    for place, start in enumerate(starts):
        end = len(sheet.rows)
        if place + 1 < len(starts):
            end = _title_before(sheet.rows, start, starts[place + 1])
        blocks.append(Sheet(sheet.name, sheet.rows[begin:end]))
        begin = end
    return blocks


def _title_before(rows: Sequence[Row], heading: int, next_heading: int) -> int:
    """Give where the next roster begins: its title, and a legend between title and headings."""
    begin, titled = next_heading, False
    while begin - 1 > heading:
        row = rows[begin - 1]
        is_codes = any(entries_of([row], surely=False)) and not titled
        if row.is_blank or is_label(row) or not (is_title(row) or is_codes):
            break
        titled = titled or is_title(row)
        begin -= 1
    return begin


def _grid(block: Sheet, chosen: Mapping[str, str] | None, today: date, *, several: bool) -> Grid:
    at = next(number for number, row in enumerate(block.rows) if is_heading(row))
    titles, heading, below = block.rows[:at], block.rows[at], block.rows[at + 1 :]
    cut = next((number for number, row in enumerate(below) if is_label(row)), len(below))
    people, explained = below[:cut], below[cut:]
    legend = Legend(entries_of(titles, surely=False)) | Legend(entries_of(explained, surely=True))
    try:
        bare = bare_days(heading.cells)
        days = dates_of(with_month(bare, titles) if bare else day_headings(heading.cells), today)
    except BadValue as refusal:
        raise UnableToRead(refusal.why) from None
    sheet = Sheet(block.name if several else "", (heading, *people))
    table = table_under(sheet, heading, ROSTER_FIELDS, chosen, silent=set(days))
    return Grid(teams_in_titles(titles, block.name), table, days, legend)
