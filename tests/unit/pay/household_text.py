"""Households as the tables of cases write them: amounts in euros, care as kind, hours and price."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flexpool.money import euros
from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, CoResident, Household

MONEY = {"income": "income_cents", "wealth": "wealth_cents", "rent": "rent_cents"}
ADULT_FIELDS = ("age", "born", "income", "insured")
SOME_AGE = 30


def household_from(told: dict[str, Any]) -> Household:
    """Read a household; the applicant is 30 and the year 2026 unless told otherwise."""
    rest = {key: value for key, value in told.items() if key not in ADULT_FIELDS}
    partner = rest.pop("partner", None)
    return Household(
        year=rest.pop("year", 2026),
        applicant=_adult({key: told[key] for key in ADULT_FIELDS if key in told}),
        partner=None if partner is None else _adult(partner),
        children=tuple(child_from(child) for child in rest.pop("children", [])),
        co_residents=tuple(CoResident(**in_cents(one)) for one in rest.pop("co_residents", [])),
        **in_cents(rest),
    )


def child_from(told: dict[str, Any]) -> Child:
    """Read a child with its care."""
    return Child(**told | {"care": care_from(told.get("care", []))})


def care_from(contracts: list[list[Any]]) -> tuple[Care, ...]:
    """Read contracts such as `[daycare, 122, 10.50]`."""
    return tuple(
        Care(CareKind(kind), Fraction(str(hours)), euros(f"{price:.2f}"))
        for kind, hours, price in contracts
    )


def in_cents(told: dict[str, Any]) -> dict[str, Any]:
    """Give the amounts of money among the fields in cents."""
    return {
        MONEY.get(key, key): euros(str(value)) if key in MONEY else value
        for key, value in told.items()
    }


def _adult(told: dict[str, Any]) -> Adult:
    age = {} if "born" in told or "age" in told else {"age": SOME_AGE}
    return Adult(**age | in_cents(told))
