"""From rows of this room to the library's values."""

from __future__ import annotations

from fractions import Fraction

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.work_code.code import WorkCode
from flexpool.money import Rounding, rounded
from rondstroom.rooms.contracts.models import RateCard, WorkCodeVersion

BASIS_POINTS = 10_000
KEPT_AS_THEY_ARE = (
    "evening_from",
    "morning_until",
    "notice_days",
    "employer_hours",
    "worker_hours",
    "training_minutes",
    "cao",
    "scales",
)


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


def _part(points: int | None) -> Fraction | None:
    return None if points is None else share(points)


def work_code(row: WorkCodeVersion) -> WorkCode:
    """Give the rules of a version."""
    return WorkCode(
        **{name: getattr(row, name) for name in KEPT_AS_THEY_ARE},
        anw_least=_part(row.anw_least_bp),
        anw_most=_part(row.anw_most_bp),
        pay_least=_part(row.pay_least_bp),
        pay_most=_part(row.pay_most_bp),
    )


def keep_work_code(row: WorkCodeVersion, code: WorkCode) -> None:
    """Write the rules on a version."""
    for name in KEPT_AS_THEY_ARE:
        setattr(row, name, getattr(code, name))
    row.scales = dict(code.scales)
    for name in ("anw_least", "anw_most", "pay_least", "pay_most"):
        part = getattr(code, name)
        setattr(row, f"{name}_bp", None if part is None else basis_points(part))
