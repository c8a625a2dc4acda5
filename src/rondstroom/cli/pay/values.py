"""Reads one value of an input file as what its field asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from flexpool.refusal import Refusal
from flexpool.text import Text
from rondstroom.cli.pay.amounts import read_euros

NUMBER = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,9})?)\s*(%?)")
WHOLE = re.compile(r"-?\d{1,9}")
YES, NO = {"yes", "ja", "true"}, {"no", "nee", "false"}


class NotAValue(Refusal, ValueError):
    """A text that cannot be what the field asks."""


def read_value(hint: Any, given: str, *, cents: bool) -> Any:
    """Read one text as a choice, an amount of money, or what the type asks.

    Raises
    ------
    NotAValue, UnreadableAmount
        When it cannot be that; the text does not name the field.
    """
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, given)
    if cents:
        return read_euros(given)
    return READERS[hint](given)


def _choice(kind: type[StrEnum], given: str) -> StrEnum:
    try:
        return kind(given)
    except ValueError:
        known = ", ".join(kind)
        told = Text(f"{given!r} is geen van {known}", f"{given!r} is not one of {known}")
        raise NotAValue(told) from None


def _whole(given: str) -> int:
    if not WHOLE.fullmatch(given):
        raise NotAValue(Text(f"{given!r} is geen heel getal", f"{given!r} is not a whole number"))
    return int(given)


def _number(given: str) -> Fraction:
    """Give a number such as `32`, `24,48`, `0.35` or `35 %`."""
    found = NUMBER.fullmatch(given)
    if not found:
        raise NotAValue(
            Text(
                f"{given!r} is geen getal zoals 24,5 of 35 %",
                f"{given!r} is not a number such as 24.5 or 35 %",
            )
        )
    value = Fraction(found[1].replace(",", "."))
    return value / 100 if found[2] else value


def _yes_or_no(given: str) -> bool:
    if given.lower() not in YES | NO:
        raise NotAValue(Text(f"{given!r} is ja noch nee", f"{given!r} is neither yes nor no"))
    return given.lower() in YES


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        told = Text(
            f"{given!r} is geen dag zoals 2026-09-01", f"{given!r} is no day such as 2026-09-01"
        )
        raise NotAValue(told) from None


READERS: dict[Any, Callable[[str], Any]] = {
    int: _whole,
    Fraction: _number,
    bool: _yes_or_no,
    str: str,
    date: _day,
}
