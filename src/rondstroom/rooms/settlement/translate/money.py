"""Charges and terms as they are kept: plain numbers, with which both sides can recompute."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Any

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Category
from flexpool.settlement import Charge, Terms, VatTerms
from rondstroom.rooms.settlement import models

EXACT = ("hour_cents",)
"""Parts of a price that are no share."""


def parts_of(charge: Charge) -> dict[str, Any]:
    """Give the build-up of a charge for the database."""
    return {
        "parts": [[key, cents] for key, cents in charge.parts],
        "irregular": [[str(share), minutes, cents] for share, minutes, cents in charge.irregular],
    }


def charge_in(row: models.Charge) -> Charge:
    """Give the charge that a row keeps."""
    return Charge(
        row.minutes,
        tuple((key, cents) for key, cents in row.parts["parts"]),
        tuple(
            (Fraction(share), minutes, cents) for share, minutes, cents in row.parts["irregular"]
        ),
    )


def terms_kept(terms: Terms) -> dict[str, Any]:
    """Give terms for the database, without the VAT that has columns of its own."""
    price = {one.name: getattr(terms.price, one.name) for one in fields(terms.price)}
    return {
        "cao": terms.cao,
        "pays_allowance": terms.pays_allowance,
        "expenses_cents": terms.expenses_cents,
        "price": {name: told if name in EXACT else str(told) for name, told in price.items()},
    }


def terms_in(row: models.Charge) -> Terms:
    """Give the terms under which a charge was made."""
    kept = dict(row.terms)
    price: dict[str, Any] = {
        name: told if name in EXACT else Fraction(told) for name, told in kept["price"].items()
    }
    return Terms(**{**kept, "price": PriceTerms(**price), "vat": vat_of(row)})


def vat_of(row: models.Charge) -> VatTerms:
    """Give how VAT is dealt with in a charge."""
    return VatTerms(Category(row.vat_category), Fraction(row.vat_share), row.vat_reason)
