"""Reads a YAML file into the dataclasses of a calculation; every refusal names the field.

A field of the file is a field of the dataclass. Amounts are in euros there: `rate_cents` is called
`rate`, and `45,50` becomes 4550. Numbers are read as they are written, never as floats.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

from flexpool.refusal import Impossible, Refusal, reason
from flexpool.text import Text
from rondstroom.cli.check_cells import UnableToRead
from rondstroom.cli.check_file import text_of
from rondstroom.cli.pay.values import read_value
from rondstroom.cli.shortcomings import UnableToRun

T = TypeVar("T")
CENTS = "_cents"
EMPTY = {"", "null", "~", "none"}
FILE = "file"
SEE = Text("Zie --example.", "See --example.")


def read_input(path: Path, *kinds: type[T], language: str = "nl") -> T:
    """Read a file as one situation.

    Parameters
    ----------
    path
        A YAML file.
    kinds
        The dataclass to read it as; of several, the one with most of the file's fields.
    language
        Language of a refusal, `nl` or `en`.

    Raises
    ------
    UnableToRun
        When the file or a field in it cannot be read; the text names file and field.
    """
    try:
        content = yaml.load(text_of(path), Loader=_AsWritten)  # noqa: S506  (a BaseLoader: texts only)
        kind: type[T] = _fitting(list(kinds), content)
        return _situation(kind, content, "")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        why = _why(error).in_language(language)
        see = SEE.in_language(language)
        raise UnableToRun(f"{path}: {why}. {see}") from None


def _why(error: Exception) -> Text:
    if isinstance(error, UnableToRead):
        return error.why
    if isinstance(error, RecursionError):
        return Text("de velden liggen te diep in elkaar", "it is nested too deep")
    if isinstance(error, yaml.YAMLError):
        where = getattr(error, "problem_mark", None)
        nl, en = (
            (f" op regel {where.line + 1}", f" at line {where.line + 1}") if where else ("", "")
        )
        return Text(f"dit is geen YAML{nl}", f"this is not YAML{en}")
    return reason(error)


class _AsWritten(yaml.BaseLoader):
    """Keeps every value as the text that was written, and refuses a field that stands twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _value in node.value if isinstance(key.value, str)]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            line = node.start_mark.line + 1
            raise Impossible(
                min(twice),
                f"staat er twee keer vanaf regel {line}",
                f"stands twice from line {line}",
            )
        return super().construct_mapping(node, deep)


def _situation(kind: type[T], content: Any, path: str) -> T:
    """Read the fields of one dataclass."""
    if not isinstance(content, Mapping):
        raise Impossible(
            path or FILE,
            "geef hier velden, elk als `naam: waarde`",
            "give fields here, each as `name: value`",
        )
    fields = _fields(kind)
    for name in content:
        if name not in fields:
            known = ", ".join(fields)
            raise Impossible(
                _under(path, name),
                f"dit veld is er niet; wel zijn er {known}",
                f"there is no such field; there are {known}",
            )
    hints = get_type_hints(kind)
    values = {}
    for name, field in fields.items():
        given = content.get(name, "")
        if not _is_empty(given):
            cents = CENTS in field.name
            values[field.name] = _value(hints[field.name], given, _under(path, name), cents=cents)
        elif field.default is field.default_factory is dataclasses.MISSING:
            raise Impossible(_under(path, name), "dit veld ontbreekt", "this field is missing")
    try:
        return kind(**values)
    except Impossible as error:
        raise error.named(_under(path, error.field.replace(CENTS, ""))) from None


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
            raise Impossible(
                path,
                "geef hier een lijst, elk deel achter een streepje",
                "give a list here, each part behind a dash",
            )
        part = get_args(hint)[0]
        return tuple(_value(part, one, f"{path}.{at}") for at, one in enumerate(given, start=1))
    if dataclasses.is_dataclass(hint):
        return _situation(cast("type[Any]", hint), given, path)
    if not isinstance(given, str):
        raise Impossible(path, "geef hier één waarde", "give one value here")
    try:
        return read_value(hint, given.strip(), cents=cents)
    except Refusal as error:
        raise Impossible(path, error.told.nl, error.told.en) from None


def _fitting(kinds: list[Any], given: Any) -> Any:
    """Give the kind with most of the fields given; the first of equals."""
    written = set(given) if isinstance(given, Mapping) else set()

    def known(kind: Any) -> int:
        return len(written & {*_fields(kind)}) if dataclasses.is_dataclass(kind) else 0

    return max(kinds, key=known)


def _fields(kind: Any) -> dict[str, dataclasses.Field[Any]]:
    """Give the fields of a dataclass as they are called in a file."""
    return {field.name.replace(CENTS, ""): field for field in dataclasses.fields(kind)}
