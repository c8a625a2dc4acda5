"""How amounts, percentages and hours stand in a formula, in Dutch and English."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial

from flexpool.money import as_text
from flexpool.text import Text

MOST_DECIMALS = 4
WHOLE_CENTS = Text("op hele centen", "to whole cents")
SHOWN_IN_CENTS = Text(
    "op hele centen om te laten zien; de berekening gaat onafgerond verder",
    "to whole cents to be shown; the calculation goes on unrounded",
)
POINT_TO_COMMA = str.maketrans(".", ",")


class WhenRead(Text):
    """A text that is made when somebody reads it: of a curve most lines are never read."""

    __slots__ = ("_tell",)
    _tell: Callable[[str], str]

    def __init__(self, tell: Callable[[str], str]) -> None:
        object.__setattr__(self, "_tell", tell)

    @property
    def nl(self) -> str:
        """The Dutch text."""
        return self._tell("nl")

    @property
    def en(self) -> str:
        """The English text."""
        return self._tell("en")

    def __eq__(self, other: object) -> bool:
        """Tell whether both read the same."""
        if not isinstance(other, Text):
            return NotImplemented
        return (self.nl, self.en) == (other.nl, other.en)

    def __hash__(self) -> int:
        """Give the hash of what is read."""
        return hash((self.nl, self.en))


def formula(template: str, *parts: int | str | Text) -> Text:
    """Fill in a formula: whole numbers are cents, a `Text` is put in its own language.

    Examples
    --------
    >>> formula("{} x {}", 240_000, "12").nl
    '€ 2.400,00 x 12'
    """
    return WhenRead(partial(_filled, template, parts))


def number(value: Fraction | Decimal | int) -> Text:
    """Give a number with at most four decimals: `24,48` in Dutch, `24.48` in English."""
    return WhenRead(partial(_number, value))


def percent(share: Fraction | Decimal) -> Text:
    """Give a share as a percentage: `13,73 %` in Dutch, `13.73%` in English."""
    return WhenRead(partial(_percent, share))


def _filled(template: str, parts: tuple[int | str | Text, ...], language: str) -> str:
    return template.format(*(_told(part, language) for part in parts))


def _number(value: Fraction | Decimal | int, language: str) -> str:
    english = f"{float(value):.{MOST_DECIMALS}f}"
    if "." in english:
        english = english.rstrip("0").rstrip(".")
    return english if language == "en" else english.translate(POINT_TO_COMMA)


def _percent(share: Fraction | Decimal, language: str) -> str:
    told = _number(Fraction(share) * 100, language)
    return f"{told}%" if language == "en" else f"{told} %"


def _told(part: int | str | Text, language: str) -> str:
    if isinstance(part, Text):
        return part.in_language(language)
    return as_text(part, language) if isinstance(part, int) else part
