"""What the codes in a roster mean: times with a break, or not being there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading import Row
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.times import read_time
from rondstroom.integrations.spreadsheets.values.words import fold

LONGEST_CODE = 8
LABELS = {"legenda", "legende", "legend", "codes", "verklaring", "dienstcodes", "afkortingen"}
# Stems of words that say somebody is not there. Why is not kept: it is nobody's business here.
ABSENT = (
    "vakantie", "verlof", "vrij", "afwezig", "ziek", "adv", "compensatie", "roostervrij",
    "nietbeschikbaar", "holiday", "leave", "absent", "sick", "off",
)  # fmt: skip
_TIME = r"\d{1,2}[:.]\d{2}|\d{4}"
_TIMES = re.compile(rf"(?<!\d)({_TIME})\s*(?:-|–|—|tot|t/m)\s*({_TIME})(?!\d)", re.IGNORECASE)
_BREAK = re.compile(r"\((\d{1,3})\s*(?:min\w*\.?|')?\)|pauze:?\s*(\d{1,3})", re.IGNORECASE)
_FUNCTION = re.compile(r"·\s*([^·]+)$")
_ONE_CELL = re.compile(r"^(\S{1,8})\s*=\s*(\S.*)$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one code stands for. Without times it is absence, or `unclear`."""

    starts: int | None = None
    ends: int | None = None
    break_minutes: int = 0
    function: str = ""
    unclear: str = ""

    @property
    def is_shift(self) -> bool:
        """Somebody works."""
        return self.starts is not None and self.ends is not None


class Legend:
    """The codes of one roster."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        self._meanings = {code: meaning_of(text) for code, text in entries}

    def __bool__(self) -> bool:
        """Some code is explained."""
        return bool(self._meanings)

    def __or__(self, other: Legend) -> Legend:
        """Give both together; the other's codes go first."""
        joined = Legend()
        joined._meanings = self._meanings | other._meanings
        return joined

    def meaning(self, text: str) -> Meaning:
        """Give what a cell stands for; a cell may also hold the times themselves.

        Raises
        ------
        BadValue
            When the code is not in the legend, or the legend gives it neither times nor absence.
        """
        found = self._meanings.get(text) or self._in_other_case(text)
        if found is None:
            found = meaning_of(text) if _TIMES.search(text) else None
        if found is None:
            raise BadValue(self._unknown(text))
        if found.unclear:
            raise BadValue(
                _("Code “%(code)s” is in de legenda “%(text)s”, zonder tijden")
                % {"code": text, "text": found.unclear}
            )
        return found

    def meanings(self, text: str) -> list[tuple[str, Meaning]]:
        """Give code and meaning; two codes in one cell, as in V+L, are two shifts."""
        try:
            return [(text, self.meaning(text))]
        except BadValue:
            parts = [part.strip() for part in re.split(r"[+/]", text)]
            if len(parts) < 2 or not all(map(self._knows, parts)):
                raise
            return [(part, self.meaning(part)) for part in parts]

    def _knows(self, text: str) -> bool:
        return text in self._meanings

    def _in_other_case(self, text: str) -> Meaning | None:
        alike = [one for code, one in self._meanings.items() if code.lower() == text.lower()]
        return alike[0] if len(alike) == 1 else None

    def _unknown(self, text: str) -> str:
        if not self._meanings:
            return _(
                "Code “%(code)s” is niet bekend: het bestand heeft geen legenda met tijden"
            ) % {"code": text}
        return _("Code “%(code)s” staat niet in de legenda. Wel: %(known)s") % {
            "code": text,
            "known": ", ".join(self._meanings),
        }


def meaning_of(text: str) -> Meaning:
    """Read "07:00-15:30 (30)" with a break in minutes, or a word for not being there."""
    found = _TIMES.search(text)
    if found is None:
        is_absence = any(fold(word).startswith(ABSENT) for word in text.split())
        is_absence = is_absence or fold(text).startswith(ABSENT)
        return Meaning() if is_absence else Meaning(unclear=text)
    try:
        starts, ends = read_time(found[1]), read_time(found[2])
    except BadValue:
        return Meaning(unclear=text)
    rest = text[found.end() :]
    minutes = _BREAK.search(rest)
    function = _FUNCTION.search(rest)
    return Meaning(
        starts,
        ends,
        int(minutes[1] or minutes[2]) if minutes else 0,
        function[1].strip() if function else "",
    )


def is_label(row: Row) -> bool:
    """Tell whether a legend begins in this row."""
    return any(fold(text) in LABELS for text in row.texts[:2])


def entries_of(rows: Iterable[Row], *, surely: bool) -> Iterator[tuple[str, str]]:
    """Give codes with their explanation; when not `surely` a legend, only those with times."""
    for row in rows:
        for code, text in _entries(row):
            if surely or _TIMES.search(text):
                yield code, text


def _entries(row: Row) -> Iterator[tuple[str, str]]:
    texts = [text for text in row.texts if text and fold(text) not in LABELS]
    while texts:
        first = texts.pop(0)
        one_cell = _ONE_CELL.match(first)
        if one_cell:
            yield one_cell[1], one_cell[2]
        elif texts and len(first) <= LONGEST_CODE and " " not in first:
            yield first, _explanation(texts)


def _explanation(texts: list[str]) -> str:
    """Take the explanation off the front: one cell, or start, end and break each in a cell."""
    taken = texts.pop(0)
    if re.fullmatch(_TIME, taken) and texts and re.fullmatch(_TIME, texts[0]):
        taken = f"{taken}-{texts.pop(0)}"
        if texts and texts[0].isdigit():
            taken += f" ({texts.pop(0)})"
    return taken
