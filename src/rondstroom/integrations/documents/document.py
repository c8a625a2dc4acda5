"""What stands in a document, whatever sets it: headings, paragraphs, lists, tables, pictures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands under the title."""

    text: str
    level: int = 1
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences; `is_notice` puts them in a frame that stands out."""

    text: str
    is_notice: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Points:
    """A list with a dot before each item."""

    items: tuple[str, ...]
    kind: str = "points"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column names the row, the others hold numbers.

    `head` and every row have the same length.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG that carries its own colours, and what it shows in words."""

    svg: str
    words: str
    kind: str = "picture"


Block = Heading | Paragraph | Points | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A title, the language it is in (`nl` or `en`), a line on top of every page, and the rest."""

    title: str
    language: str
    header: str
    blocks: tuple[Block, ...]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return asdict(self)
