"""Text files line by line, where every error says which file and which line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

MOST = 1_000_000_000
"""No number in a planning file is larger: solvers add a million of them within 64 bits."""
MOST_DAYS = 3660
"""Ten years: the longest horizon that is read."""
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")


class UnableToRead(ValueError):
    """A file is not what it should be; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that means something, with its place."""

    file: str
    number: int
    text: str

    def fail(self, why: str) -> NoReturn:
        """Refuse this line.

        Raises
        ------
        UnableToRead
            Always.
        """
        raise UnableToRead(f"{self.file}, line {self.number}: {why}")

    def whole(self, text: str, what: str, least: int | None = 0, most: int = MOST) -> int:
        """Read a whole number, of at least `least` and at most `most`."""
        if not _WHOLE.fullmatch(text.strip()):
            self.fail(f"{what} should be a whole number, not {text.strip()[:60]!r}")
        return self.within(int(text), what, least, most)

    def within(self, value: int, what: str, least: int | None = 0, most: int = MOST) -> int:
        """Give a number back when it is at least `least` and at most `most`."""
        if least is not None and value < least:
            self.fail(f"{what} should be at least {least}, not {value}")
        if abs(value) > most:
            self.fail(f"{what} should be at most {most}")
        return value

    def fields(self, count: int, what: str, separator: str = ",") -> list[str]:
        """Split into exactly so many fields."""
        parts = [part.strip() for part in self.text.split(separator)]
        if len(parts) != count:
            self.fail(f"{what}: expected {count} fields, found {len(parts)}: {self.text!r}")
        return parts

    def words(self) -> list[str]:
        """Split at white space."""
        return self.text.split()


def text_of(path: Path) -> str:
    """Read a text file.

    Raises
    ------
    UnableToRead
        When it is missing, a folder, empty, or not text.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnableToRead(f"{path}: cannot be read ({error.strerror})") from None
    before = raw.count(b"\n", 0, raw.find(b"\0")) + 1 if b"\0" in raw else None
    if before is not None:
        raise UnableToRead(f"{path}, line {before}: this is not a text file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        raise UnableToRead(f"{path}, line {number}: not UTF-8 text") from None
    if not text.strip():
        raise UnableToRead(f"{path}, line 1: the file is empty")
    return text


def lines_of(path: Path) -> Iterator[Line]:
    """Give the lines that are not blank and not a comment (`#`)."""
    for number, text in enumerate(text_of(path).splitlines(), start=1):
        if text.strip() and not text.lstrip().startswith("#"):
            yield Line(str(path), number, text.strip())


class Reader:
    """Walks through the lines of one file; running out of them is an error with a place."""

    def __init__(self, path: Path) -> None:
        self._lines = lines_of(path)
        self._last = Line(str(path), 1, "")

    def next(self, expected: str) -> Line:
        """Give the next line."""
        line = next(self._lines, None)
        if line is None:
            self._last.fail(f"the file ends here, expected {expected}")
        self._last = line
        return line

    def heading(self, word: str) -> Line:
        """Give the next line, which must begin with a word."""
        line = self.next(word)
        if line.words()[0] != word:
            line.fail(f"expected {word}, found {line.text[:60]!r}")
        return line

    def count(self, word: str) -> int:
        """Read a line such as `NURSES = 30`."""
        line = self.heading(word)
        _, equals, number = line.text.partition("=")
        if not equals:
            line.fail(f"expected {word} = NUMBER")
        return line.whole(number, word)

    def end(self) -> None:
        """Refuse lines after the last one expected."""
        line = next(self._lines, None)
        if line is not None:
            line.fail(f"expected the end of the file, found {line.text[:60]!r}")
