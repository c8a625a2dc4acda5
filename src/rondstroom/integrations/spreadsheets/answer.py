"""What an import answers, and what it says when it cannot begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LONGEST_SHOWN = 80


class UnableToRead(Exception):
    """The file as a whole cannot be read; the text says what it is and what to do now."""


class ImportNotAllowed(Exception):
    """The account may not import for this organisation; the text says who may."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """One cell that could not be taken: the row as numbered in the file, the heading, and why."""

    row: int
    column: str
    value: str
    why: str


@dataclass(slots=True)
class ImportAnswer:
    """What was understood and done. `understood` = `created` + `updated` + `unchanged`."""

    kind: str = ""
    file: str = ""
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    created_places: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    preview: list[dict[str, str]] = field(default_factory=list)
    dry_run: bool = False

    @property
    def understood(self) -> int:
        """Rows (for a roster: cells) that were taken."""
        return self.created + self.updated + self.unchanged

    def reject(self, row: int, column: str, value: object, why: object) -> None:
        """Add a refusal, with the value cut to what fits on a screen."""
        self.rejected.append(Rejected(row, column, shown(value), str(why).rstrip(".")))

    def as_json(self) -> dict[str, Any]:
        """Give the answer as plain values, the counts first."""
        return {
            "understood": self.understood,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": [
                {"row": one.row, "column": one.column, "value": one.value, "why": one.why}
                for one in sorted(self.rejected, key=lambda one: one.row)
            ],
            "columns": self.columns,
            "created_places": self.created_places,
            "notes": self.notes,
            "kind": self.kind,
            "file": self.file,
            "dry_run": self.dry_run,
        }


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file seems to be, before anything is imported: for the page that maps columns."""

    file: str
    kind: str | None
    heading_row: int
    headings: Sequence[str]
    columns: Mapping[str, str]
    sample: Sequence[Sequence[str]]
    notes: Sequence[str]


def shown(value: object) -> str:
    """Give a value as one line of at most 80 characters."""
    text = " ".join(str("" if value is None else value).split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
