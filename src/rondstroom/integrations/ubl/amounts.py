"""Numbers as an electronic invoice writes them: a point, no thousands."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from fractions import Fraction

from rondstroom.integrations.ubl.tags import CBC, add

MINUTES_HOUR = 60
PER_CENT = 100


def euros_of(parent: ET.Element, name: str, cents: int) -> None:
    """Add an amount in euros."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), PER_CENT)
    add(parent, CBC, name, f"{sign}{whole}.{rest:02d}", currencyID="EUR")


def percent_of(share: Fraction) -> str:
    """Give a share as a percentage: 21/100 is `21`."""
    return f"{float(share * PER_CENT):g}"


def decimal_of(minutes: int) -> str:
    """Give minutes as hours with at most four decimals: 465 is `7.75`."""
    return f"{minutes / MINUTES_HOUR:.4f}".rstrip("0").rstrip(".") or "0"
