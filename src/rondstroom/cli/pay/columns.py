"""Sets values side by side for reading, and wraps sentences below them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import TypeVar

from flexpool.money import as_text
from flexpool.text import Text

LABEL = 44
COLUMN = 16
WIDTH = 102


T = TypeVar("T")


def side_by_side(
    sides: Sequence[T],
    head: Callable[[T], Text],
    rows: Mapping[Text, Callable[[T], Text]],
    language: str,
) -> str:
    """Give a column per side and a line per row, with the head of each side above it."""
    told = [(what, [value(side) for side in sides]) for what, value in rows.items()]
    return table([head(side) for side in sides], told, language)


def table(heads: Sequence[Text], rows: Iterable[tuple[Text, Sequence[Text]]], language: str) -> str:
    """Give one line per row: what it is, and its values under the heads."""
    wrapped = [textwrap.wrap(head.in_language(language), COLUMN - 1) for head in heads]
    lines = [("", list(cells)) for cells in zip_longest(*wrapped, fillvalue="")]
    lines += [
        (what.in_language(language), [value.in_language(language) for value in values])
        for what, values in rows
    ]
    return "\n".join(
        f"{what:<{LABEL}}" + "".join(f"{cell:>{COLUMN}}" for cell in cells) for what, cells in lines
    )


def listed(texts: Iterable[Text], language: str) -> str:
    """Give sentences one under the other, each behind a dash."""
    return "\n".join(
        textwrap.fill(
            text.in_language(language), WIDTH, initial_indent="- ", subsequent_indent="  "
        )
        for text in texts
    )


def amount(cents: int | None) -> Text:
    """Give an amount in both languages; a dash when there is none."""
    return Text("-", "-") if cents is None else Text(as_text(cents), as_text(cents, "en"))


def hours(value: Fraction) -> Text:
    """Give hours or weeks with one decimal, in both languages."""
    english = f"{float(value):.1f}"
    return Text(english.replace(".", ","), english)


def plain(value: object) -> Text:
    """Give something that reads the same in both languages, such as a name or a count."""
    return Text(str(value), str(value))
