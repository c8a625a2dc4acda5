"""JSON whose objects know the line on which they stand, so that every error can name it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from json import decoder, scanner
from pathlib import Path
from typing import Any, TypeVar

from flexpool.planning.formats.lines import MOST, Line, UnableToRead, text_of

Value = TypeVar("Value")


class Placed(dict[str, Any]):
    """A JSON object with its place in the file."""

    place: Line

    def fail(self, why: str) -> None:
        """Refuse this object; raises UnableToRead with file and line."""
        self.place.fail(why)

    def only(self, *known: str) -> None:
        """Refuse keys that mean nothing here: a misspelt one must not pass silently."""
        for key in self:
            if key not in known:
                self.fail(f"{key!r} means nothing here; known are {', '.join(known)}")

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text."""
        value = self.get(key, default)
        if not isinstance(value, str):
            self.place.fail(f"{key} should be a text, not {_shown(value)}")
        return value

    def whole(
        self, key: str, default: int | None = None, least: int | None = 0, most: int = MOST
    ) -> int:
        """Read a whole number of at least `least` and at most `most`."""
        value = self.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.place.fail(f"{key} should be a whole number, not {_shown(value)}")
        return self.place.within(value, key, least, most)

    def whole_or_none(self, key: str, least: int | None = 0) -> int | None:
        """Read a whole number that may be absent or null."""
        return None if self.get(key) is None else self.whole(key, least=least)

    def truth(self, key: str, default: bool = False) -> bool:
        """Read true or false."""
        value = self.get(key, default)
        if not isinstance(value, bool):
            self.place.fail(f"{key} should be true or false, not {_shown(value)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        values = self._list(key)
        if any(not isinstance(value, str) for value in values):
            self.place.fail(f"{key} should be a list of texts")
        return tuple(values)

    def names(self, key: str) -> frozenset[str] | None:
        """Read a set of texts that may be absent or null, which is not the same as empty."""
        return None if self.get(key) is None else frozenset(self.texts(key))

    def truths(self, key: str) -> tuple[bool, ...]:
        """Read a list of true and false."""
        values = self._list(key)
        if any(not isinstance(value, bool) for value in values):
            self.place.fail(f"{key} should be a list of true and false")
        return tuple(values)

    def wholes(self, key: str) -> tuple[int, ...]:
        """Read a list of whole numbers."""
        values = self._list(key)
        if any(not isinstance(value, int) or isinstance(value, bool) for value in values):
            self.place.fail(f"{key} should be a list of whole numbers")
        return tuple(values)

    def objects(self, key: str) -> Iterable[Placed]:
        """Read a list of objects."""
        values = self._list(key)
        if any(not isinstance(value, Placed) for value in values):
            self.place.fail(f"{key} should be a list of objects")
        return values

    def object(self, key: str) -> Placed | None:
        """Read an object that may be absent or null."""
        value = self.get(key)
        if value is not None and not isinstance(value, Placed):
            self.place.fail(f"{key} should be an object, not {_shown(value)}")
        return value

    def mapped(self, key: str, read: Callable[[Placed, str], Value]) -> Mapping[str, Value]:
        """Read an object whose keys are names."""
        found = self.object(key)
        return {name: read(found, name) for name in found} if found else {}

    def _list(self, key: str) -> list[Any]:
        values = self.get(key, [])
        if not isinstance(values, list):
            self.place.fail(f"{key} should be a list, not {_shown(values)}")
        return values


def _shown(value: object) -> str:
    return "absent" if value is None else repr(value)[:60]


def parse(path: Path) -> Placed:
    """Read a JSON file whose outermost value is an object.

    Raises
    ------
    UnableToRead
        When it is not JSON or something else than an object; the text names the line.
    """
    text = text_of(path)

    def placed_object(position: tuple[str, int], *rest: Any) -> tuple[Placed, int]:
        pairs, end = decoder.JSONObject(position, *rest)  # type: ignore[attr-defined]  # not in stubs
        found = Placed(pairs)
        found.place = Line(str(path), text.count("\n", 0, position[1]) + 1, "")
        return found, end

    reader: Any = json.JSONDecoder()
    reader.parse_object = placed_object
    reader.scan_once = scanner.py_make_scanner(reader)  # type: ignore[attr-defined]  # not in stubs
    try:
        value = reader.decode(text)
    except json.JSONDecodeError as error:
        raise UnableToRead(f"{path}, line {error.lineno}: not JSON ({error.msg})") from None
    except ValueError:  # what Python says of a number of more than 4,300 digits
        raise UnableToRead(f"{path}: a number in it is too long to be read") from None
    except RecursionError:
        raise UnableToRead(f"{path}, line 1: nested too deeply") from None
    if not isinstance(value, Placed):
        raise UnableToRead(f"{path}, line 1: expected an object {{…}}")
    return value
