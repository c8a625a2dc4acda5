"""Money in integer euro cents, and the named ways of rounding that pay and invoices use."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

CENTS_PER_EURO = 100


class Rounding(StrEnum):
    """How a fraction of a cent becomes a whole cent; a contract or law names one."""

    HALF_UP = ROUND_HALF_UP
    """Commercial rounding: half a cent goes away from zero."""
    HALF_EVEN = ROUND_HALF_EVEN
    """Half a cent goes to the even cent: no drift over many lines."""
    DOWN = ROUND_FLOOR
    """To the lower cent."""
    UP = ROUND_CEILING
    """To the higher cent."""


class NotAnAmount(ValueError):
    """A text or number was given that is no amount of money."""


def euros(amount: str | int | Decimal) -> int:
    """Give an amount in euros as cents.

    Parameters
    ----------
    amount
        Euros, at most two decimals; a text may use a comma or a point for the decimals.

    Raises
    ------
    NotAnAmount
        When it is a float, holds fractions of a cent, or cannot be read.

    Examples
    --------
    >>> euros("17,35")
    1735
    """
    if isinstance(amount, float):
        raise NotAnAmount(f"{amount!r} is a float; give a text, an integer or a Decimal")
    try:
        cents = Decimal(str(amount).strip().replace(",", ".")) * CENTS_PER_EURO
        whole = int(cents)
    except (ArithmeticError, ValueError) as error:
        raise NotAnAmount(f"{amount!r} is not an amount in euros") from error
    if whole != cents:
        raise NotAnAmount(f"{amount!r} holds fractions of a cent; round it by name first")
    return whole


def rounded(cents: Decimal | Fraction | int, how: Rounding) -> int:
    """Give whole cents from an exact number of cents.

    Parameters
    ----------
    cents
        The exact amount in cents.
    how
        The named rounding.
    """
    if isinstance(cents, Fraction):
        return _rounded_ratio(cents.numerator, cents.denominator, how)
    return int(Decimal(cents).to_integral_value(rounding=how.value))


def _rounded_ratio(part: int, whole: int, how: Rounding) -> int:
    floor, rest = divmod(part, whole)
    if how is Rounding.UP:
        return floor + (rest > 0)
    if how is Rounding.DOWN:
        return floor
    if 2 * rest == whole:
        goes_up = floor % 2 == 1 if how is Rounding.HALF_EVEN else part > 0
        return floor + goes_up
    return floor + (2 * rest > whole)


def times(cents: int, factor: Decimal | Fraction | int, how: Rounding) -> int:
    """Give an amount multiplied by a factor, such as hours or a percentage, as whole cents."""
    part, whole = factor.as_integer_ratio()
    return _rounded_ratio(cents * part, whole, how)


def split(cents: int, weights: Sequence[int]) -> list[int]:
    """Divide an amount over parts by weight so that the parts add up to it exactly.

    The cents that remain go to the largest fractions, the first part first.

    Raises
    ------
    ValueError
        When a weight is negative, or all are zero.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"an amount cannot be divided by the weights {list(weights)}")
    parts = [cents * weight // total for weight in weights]
    by_fraction = sorted(
        range(len(parts)), key=lambda part: (-(cents * weights[part] % total), part)
    )
    for part in by_fraction[: cents - sum(parts)]:
        parts[part] += 1
    return parts


def as_text(cents: int, language: str = "nl") -> str:
    """Give an amount as people read it: `€ 1.234,50` in Dutch, `€1,234.50` in English."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), CENTS_PER_EURO)
    english = f"{whole:,}.{rest:02d}"
    if language == "en":
        return f"{sign}€{english}"
    return f"€ {sign}{english.translate(str.maketrans(',.', '.,'))}"
