"""From rows of this room to the library's values."""

from __future__ import annotations

from fractions import Fraction

from flexpool.contracts.price import PriceTerms
from flexpool.money import Rounding, rounded
from rondstroom.rooms.contracts.models import RateCard

BASIS_POINTS = 10_000


def share(basis_points: int) -> Fraction:
    """Give a share from hundredths of a percent."""
    return Fraction(basis_points, BASIS_POINTS)


def price_terms(card: RateCard) -> PriceTerms:
    """Give the terms of a rate card."""
    return PriceTerms(
        hour_cents=card.hour_cents,
        holiday_allowance=share(card.holiday_allowance_bp),
        year_end_bonus=share(card.year_end_bonus_bp),
        charges=share(card.charges_bp),
        fee=share(card.fee_bp),
    )


def basis_points(part: Fraction) -> int:
    """Give a share as whole hundredths of a percent."""
    return rounded(part * BASIS_POINTS, Rounding.HALF_UP)
