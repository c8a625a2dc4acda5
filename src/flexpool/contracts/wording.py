"""Hours in the words of findings."""

from __future__ import annotations

from fractions import Fraction

from flexpool.pay.wording import number
from flexpool.text import Text

MINUTES_HOUR = 60


def hours(minutes: int) -> Text:
    """Give minutes as hours in words."""
    return number(Fraction(minutes, MINUTES_HOUR))


def signed_hours(minutes: int) -> Text:
    """Give minutes as hours with plus or minus before them; nothing before zero."""
    told = hours(abs(minutes))
    sign = "+" if minutes > 0 else "−" if minutes < 0 else ""
    return Text(f"{sign}{told.nl}", f"{sign}{told.en}")
