"""Which team a roster is of: from the title above the grid, or the name of the sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rondstroom.integrations.spreadsheets.reading import Row
from rondstroom.integrations.spreadsheets.values.dates import MONTH_WORD

_NAMED = re.compile(r"^(?:afdeling|team|unit)\s*:?\s*(.*)$", re.IGNORECASE)
_LOCATION = re.compile(r"^(?:locatie|vestiging)\s*:?\s*(.*)$", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:dienst|werk|maand|week|team)?(?:rooster|planning)\b\s*:?\s*"
    r"(?:van|voor)?\s*(?:(?:het |de )?(?:team|afdeling)\b)?\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"[\s,(–-]+(?:week|weken|wk|periode|van \d|vanaf|t/m|20\d\d|\d{{1,2}}[-/ ](?:\d|{MONTH_WORD})"
    rf"|{MONTH_WORD}).*$",
    re.IGNORECASE,
)
NO_NAMES = re.compile(r"^(blad|sheet|werkblad|rooster|planning|roster)\s*\d*$", re.IGNORECASE)


Named = tuple[str, str]
"""Location and team, each empty when nothing says so."""


def is_title(row: Row) -> bool:
    """Tell whether a row can stand above a roster: one cell, or one that names a team."""
    filled = [text for text in row.texts if text]
    return len(filled) == 1 or any(
        kind.match(text) for text in filled[:1] for kind in (_NAMED, _LOCATION, _TITLE)
    )


def teams_in_titles(titles: Sequence[Row], sheet_name: str = "") -> list[Named]:
    """Give what the team may be called, likeliest last; nothing when nothing says so.

    "Rooster PG Vlinder december 2026" may be PG Vlinder, unless a team bears the whole name;
    "Rooster De Linde / PG Vlinder" names the location too.
    """
    location, team, titled = "", "", ""
    for text in _lines(titles):
        named, at, title = _NAMED.match(text), _LOCATION.match(text), _TITLE.match(text)
        if at:
            location = location or at[1].strip()
        elif named:
            team = team or named[1].strip()
        elif title:
            titled = titled or title[1].strip()
    if team:
        return [(location, team)]
    if titled:
        without_period = _PERIOD.sub("", f" {titled}").strip(" -–:,")
        return [_cut(name, location) for name in (titled, without_period) if name]
    is_name = sheet_name and not NO_NAMES.match(sheet_name)
    return [(location, sheet_name)] if is_name else []


def _cut(name: str, location: str) -> Named:
    before, slash, after = name.rpartition(" / ")
    return (before.strip() or location, after.strip()) if slash else (location, name)


def _lines(titles: Sequence[Row]) -> list[str]:
    """Join a label and the cell after it: "Afdeling" | "PG Vlinder"."""
    found = []
    for row in titles:
        texts = [text for text in row.texts if text]
        if len(texts) >= 2 and (_NAMED.match(texts[0]) or _LOCATION.match(texts[0])):
            found += [
                f"{label} {text}" for label, text in zip(texts[::2], texts[1::2], strict=False)
            ]
        else:
            found += texts
    return found
