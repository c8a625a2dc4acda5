"""Answers of the register that somebody looked up and kept as CSV.

One line per registration, separated by semicolons, under the headings of `COLUMNS`; days as
2026-11-29. A measure is a short name; `suspension` says `ja` when it is a suspension.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from rondstroom.ports.professional_register import Entry, Measure, RegisterUnreachable

COLUMNS = ("number", "profession", "surname", "initials", "starts_on", "ends_on")
MORE = ("measure", "suspension")
DIGITS = 11


class UnreadableAnswers(ValueError):
    """The file is not one of answers; the text names the line."""


@dataclass
class AnswersFile:
    """A register that knows the numbers in a file, and says nothing of others."""

    entries: Mapping[str, Sequence[Entry]]
    version: str = ""
    source: str = "file"

    def knows(self, number: str) -> bool:
        """Say whether somebody looked this number up."""
        return number in self.entries

    def lookup(self, number: str) -> Sequence[Entry]:
        """Give the entries under a number; what is not in the file was not looked up.

        Raises
        ------
        RegisterUnreachable
            When the file says nothing of the number, which is not that the register has none.
        """
        if number not in self.entries:
            raise RegisterUnreachable("not in the file")
        return self.entries[number]


def read_answers(text: str, version: str = "") -> AnswersFile:
    """Read a file of answers; nothing of it counts when one line cannot be read."""
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise UnreadableAnswers(f"Kolommen ontbreken: {', '.join(missing)}.")
    found: dict[str, list[Entry]] = {}
    for line, row in enumerate(rows, start=2):
        entry = _entry(row, line)
        found.setdefault(entry.number, []).append(entry)
    return AnswersFile(found, version)


def _entry(row: Mapping[str, str | None], line: int) -> Entry:
    told = {name: (row.get(name) or "").strip() for name in COLUMNS + MORE}
    number = "".join(told["number"].split())
    if len(number) != DIGITS or not number.isdigit():
        raise UnreadableAnswers(f"Regel {line}: “{number[:20]}” is geen BIG-nummer (elf cijfers).")
    if not told["surname"] or not told["profession"]:
        raise UnreadableAnswers(f"Regel {line}: naam of beroep ontbreekt.")
    measures = [Measure(told["measure"], told["suspension"].lower() == "ja")]
    return Entry(
        number,
        told["profession"],
        (told["surname"],),
        told["initials"],
        _day(told["starts_on"], line),
        _day(told["ends_on"], line),
        measures if told["measure"] else (),
    )


def _day(text: str, line: int) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise UnreadableAnswers(
            f"Regel {line}: “{text[:20]}” is geen dag zoals 2026-11-29."
        ) from fault
