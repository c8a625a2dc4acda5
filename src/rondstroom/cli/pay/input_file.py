"""Reads a YAML file into the dataclasses of a calculation; every refusal names the field.

A field of the file is a field of the dataclass. Amounts are in euros there: `rate_cents` is called
`rate`, and `45,50` becomes 4550. Numbers are read as they are written, never as floats.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

from rondstroom.cli.check_file import text_of
from rondstroom.cli.pay.amounts import read_euros
from rondstroom.cli.shortcomings import UnableToRun

T = TypeVar("T")
CENTS = "_cents"
NUMBER = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,9})?)\s*(%?)")
WHOLE = re.compile(r"-?\d{1,9}")
YES, NO = {"yes", "ja", "true"}, {"no", "nee", "false"}
EMPTY = {"", "null", "~", "none"}


class Unreadable(ValueError):
    """The text begins with the path of the field that cannot be read."""


def read_input(path: Path, *kinds: type[T]) -> T:
    """Read a file as one situation.

    Parameters
    ----------
    path
        A YAML file.
    kinds
        The dataclass to read it as; of several, the one with most of the file's fields.

    Raises
    ------
    UnableToRun
        When the file or a field in it cannot be read; the text names file and field.
    """
    try:
        content = yaml.load(text_of(path), Loader=_AsWritten)  # noqa: S506  (a BaseLoader: texts only)
        kind: type[T] = _fitting(list(kinds), content)
        return _situation(kind, content, "")
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" at line {where.line + 1}" if where else ""
        raise UnableToRun(f"{path} is not YAML{line}. Start from --example.") from None
    except RecursionError:
        raise UnableToRun(f"{path} is nested too deep. Start from --example.") from None
    except ValueError as error:
        raise UnableToRun(f"{path}: {error}. See --example.") from None


class _AsWritten(yaml.BaseLoader):
    """Keeps every value as the text that was written, and refuses a field that stands twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _value in node.value if isinstance(key.value, str)]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise Unreadable(f"{min(twice)}: stands twice from line {node.start_mark.line + 1}")
        return super().construct_mapping(node, deep)


def _situation(kind: type[T], content: Any, path: str) -> T:
    """Read the fields of one dataclass."""
    if not isinstance(content, Mapping):
        raise Unreadable(f"{path or 'file'}: give fields here, each as `name: value`")
    fields = _fields(kind)
    for name in content:
        if name not in fields:
            known = ", ".join(fields)
            raise Unreadable(f"{_under(path, name)}: there is no such field; there are {known}")
    hints = get_type_hints(kind)
    values = {}
    for name, field in fields.items():
        given = content.get(name, "")
        if not _is_empty(given):
            cents = CENTS in field.name
            values[field.name] = _value(hints[field.name], given, _under(path, name), cents=cents)
        elif field.default is field.default_factory is dataclasses.MISSING:
            raise Unreadable(f"{_under(path, name)}: this field is missing")
    try:
        return kind(**values)
    except ValueError as error:
        raise Unreadable(_under(path, str(error).replace(CENTS, ""))) from None


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _is_empty(given: Any) -> bool:
    return isinstance(given, str) and given.strip().lower() in EMPTY


def _value(hint: Any, given: Any, path: str, *, cents: bool = False) -> Any:
    """Read one value as what the dataclass wants there."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        options = [option for option in get_args(hint) if option is not NoneType]
        return _value(_fitting(options, given), given, path, cents=cents)
    if origin is tuple:
        if not isinstance(given, list):
            raise Unreadable(f"{path}: give a list here, each part behind a dash")
        part = get_args(hint)[0]
        return tuple(_value(part, one, f"{path}.{at}") for at, one in enumerate(given, start=1))
    if dataclasses.is_dataclass(hint):
        return _situation(cast("type[Any]", hint), given, path)
    if not isinstance(given, str):
        raise Unreadable(f"{path}: give one value here")
    try:
        return _read(hint, given.strip(), cents=cents)
    except ValueError as error:
        raise Unreadable(f"{path}: {error}") from None


def _fitting(kinds: list[Any], given: Any) -> Any:
    """Give the kind with most of the fields given; the first of equals."""
    written = set(given) if isinstance(given, Mapping) else set()

    def known(kind: Any) -> int:
        return len(written & {*_fields(kind)}) if dataclasses.is_dataclass(kind) else 0

    return max(kinds, key=known)


def _fields(kind: Any) -> dict[str, dataclasses.Field[Any]]:
    """Give the fields of a dataclass as they are called in a file."""
    return {field.name.replace(CENTS, ""): field for field in dataclasses.fields(kind)}


def _read(hint: Any, given: str, *, cents: bool) -> Any:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, given)
    if cents:
        return read_euros(given)
    return READERS[hint](given)


def _choice(kind: type[StrEnum], given: str) -> StrEnum:
    try:
        return kind(given)
    except ValueError:
        raise ValueError(f"{given!r} is not one of {', '.join(kind)}") from None


def _whole(given: str) -> int:
    if not WHOLE.fullmatch(given):
        raise ValueError(f"{given!r} is not a whole number")
    return int(given)


def _number(given: str) -> Fraction:
    """Give a number such as `32`, `24,48`, `0.35` or `35 %`."""
    found = NUMBER.fullmatch(given)
    if not found:
        raise ValueError(f"{given!r} is not a number such as 24.5 or 35 %")
    value = Fraction(found[1].replace(",", "."))
    return value / 100 if found[2] else value


def _yes_or_no(given: str) -> bool:
    if given.lower() not in YES | NO:
        raise ValueError(f"{given!r} is neither yes nor no")
    return given.lower() in YES


READERS: dict[Any, Callable[[str], Any]] = {
    int: _whole,
    Fraction: _number,
    bool: _yes_or_no,
    str: str,
    date: date.fromisoformat,
}
