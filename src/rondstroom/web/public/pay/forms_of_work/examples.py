"""The groups of fields of the page; every number begins as an example to change."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flexpool.pay.comparison import Certainty, Say
from rondstroom.web.public.pay.forms_of_work.fields import (
    Agency,
    Employed,
    Part,
    Prices,
    SelfEmployedPart,
    Work,
)

OWN = {"say": Say.ROSTERED, "certainty": Certainty.PERMANENT, "irregular_month": 20_800}
AWAY = {"leave_hours": Fraction(190), "paid_training": Fraction(24), "administration": Fraction(0)}
POOL = {**OWN, "say": Say.WISHES, "evenings": Fraction(40, 100), "irregular_month": 25_000}
AGENCY = {
    "evenings": Fraction(25, 100),
    "irregular_month": 18_300,
    "leave_hours": Fraction(175),
    "paid_training": Fraction(0),
    "administration": Fraction(12),
    "unpaid_weeks": Fraction(3),
    "pension_own": 90_000,
    "pension_employer": 180_000,
}
ALONE = {
    "evenings": Fraction(20, 100),
    "rate": 42_00,
    "business_costs": 350_000,
    "disability_premium": 420_000,
    "pension_saving": 400_000,
    "holiday_weeks": Fraction(6),
    "sick_weeks": Fraction(3),
    "empty_weeks": Fraction(2),
    "administration_week": Fraction(2),
    "training": Fraction(24),
}
PRICES = {"pool_base": 49_00, "agency_factor": Fraction(22, 10), "margin": Fraction(10, 100)}
PARTS: tuple[tuple[str, type[Part], dict[str, Any]], ...] = (
    ("work", Work, {}),
    ("own_organisation", Employed, {**OWN, **AWAY}),
    ("pool", Employed, {**POOL, **AWAY, "administration": Fraction(6)}),
    ("agency", Agency, AGENCY),
    ("self_employed", SelfEmployedPart, ALONE),
    ("prices", Prices, PRICES),
)
"""The groups of the page by name, with the example that each begins with."""
