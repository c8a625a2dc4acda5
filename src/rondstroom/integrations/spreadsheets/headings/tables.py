"""All tables of one kind in a file: a workbook may have one on every sheet."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from rondstroom.integrations.spreadsheets.answer import UnableToRead, shown
from rondstroom.integrations.spreadsheets.headings.columns import candidates
from rondstroom.integrations.spreadsheets.headings.fields import (
    AVAILABILITY,
    FIELDS,
    NEEDED,
    ROSTER,
    SHIFTS,
    WORKERS,
)
from rondstroom.integrations.spreadsheets.headings.rosters import is_heading
from rondstroom.integrations.spreadsheets.headings.table import Table, find_heading, table_under
from rondstroom.integrations.spreadsheets.reading import Row, Sheet

FEWEST_TO_TELL = 3
KINDS_IN_WORDS = {
    SHIFTS: _l("diensten"),
    WORKERS: _l("medewerkers"),
    ROSTER: _l("een rooster"),
    AVAILABILITY: _l("beschikbaarheid"),
}


def tables_of(
    sheets: Sequence[Sheet], kind: str, chosen: Mapping[str, str] | None
) -> tuple[list[Table], list[str]]:
    """Give the tables with their headings recognised, and notes on the sheets that have none.

    Raises
    ------
    UnableToRead
        When no sheet has what is needed; tells what was expected and what was found.
    """
    tables, notes, lacking = [], [], ""
    for sheet in sheets:
        found = _table_of(sheet, kind, chosen)
        missing = lacks(found.at, found.heading, kind) if found else _("Geen herkenbare koppen")
        if found and is_heading(found.heading):
            raise UnableToRead(_no_heading(sheets, kind))
        if found and not missing:
            tables.append(replace(found, sheet=sheet.name if len(sheets) > 1 else ""))
            continue
        lacking = lacking or (missing if found else "")
        words = {"name": sheet.name, "why": missing}
        notes.append(_("Blad “%(name)s” is overgeslagen: %(why)s") % words)
    if not tables:
        raise UnableToRead(lacking or _no_heading(sheets, kind))
    return tables, notes


def _table_of(sheet: Sheet, kind: str, chosen: Mapping[str, str] | None) -> Table | None:
    heading = find_heading(sheet.rows, FIELDS[kind], chosen)
    return table_under(sheet, heading, FIELDS[kind], chosen) if heading else None


def lacks(at: Container[str], heading: Row, kind: str) -> str:
    """Tell which column a table lacks; nothing when it has all that is needed."""
    for names in NEEDED[kind]:
        if not any(name in at for name in names):
            return _("Geen kolom gevonden voor %(wanted)s. Gevonden koppen: %(found)s") % {
                "wanted": _(" of ").join(
                    f"“{field.label}”" for field in FIELDS[kind] if field.name in names
                ),
                "found": shown(", ".join(text for text in heading.texts if text)),
            }
    return ""


def kind_of(sheets: Sequence[Sheet]) -> str | None:
    """Give what a file seems to hold: the kind of which most headings are recognised."""
    if any(is_heading(row) for sheet in sheets for row in sheet.rows[:60]):
        return ROSTER
    kinds = (SHIFTS, WORKERS, AVAILABILITY)
    found = {kind: max(map(len, _recognised(sheets, kind)), default=0) for kind in kinds}
    best = max(found, key=lambda kind: found[kind])
    return best if found[best] >= FEWEST_TO_TELL or _has_all(sheets, best) else None


def _recognised(sheets: Sequence[Sheet], kind: str) -> Iterator[dict[str, list[int]]]:
    for sheet in sheets:
        heading = find_heading(sheet.rows, FIELDS[kind])
        if heading is not None:
            yield candidates(heading.texts, FIELDS[kind])


def _has_all(sheets: Sequence[Sheet], kind: str) -> bool:
    return any(not lacks(found, Row(0, ()), kind) for found in _recognised(sheets, kind))


def _no_heading(sheets: Sequence[Sheet], kind: str) -> str:
    seems = kind_of(sheets)
    if seems and seems != kind:
        return _("Dit lijkt een bestand met %(seems)s, niet met %(kind)s. Kies die soort.") % {
            "seems": KINDS_IN_WORDS[seems],
            "kind": KINDS_IN_WORDS[kind],
        }
    first = next((row.texts for one in sheets for row in one.rows if not row.is_blank), ())
    return _(
        "Geen herkenbare koppen gevonden. Verwacht onder meer: %(wanted)s. Eerste regel: %(found)s"
    ) % {
        "wanted": ", ".join(field.label for field in FIELDS[kind][:6]),
        "found": shown(" | ".join(first)),
    }
