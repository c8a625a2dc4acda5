"""The comparison that the tests share: one carer, three forms, 28 hours a week in 2026."""

from __future__ import annotations

from fractions import Fraction

from flexpool.pay.comparison import (
    Certainty,
    Comparison,
    Conditions,
    EmployedForm,
    Say,
    SelfEmployedForm,
)
from unit.pay.hire_situations import hire_offer
from unit.pay.work_situations import Told, employer_situation, self_employment

CONTRACT: Told = {
    "year": 2026, "month": 3593, "hours": 28, "irregular": 2500, "whk": 0.0152, "leave": 190,
    "sick": 0.07, "training_hours": 24,
}  # fmt: skip
AT_THE_AGENCY: Told = {
    "irregular": 2200, "leave": 175, "training_hours": 0, "pension": [900, 1800],
}  # fmt: skip
ON_ONE_S_OWN: Told = {
    "year": 2026, "rate": 42, "paid": 28, "holiday": 6, "sick": 3, "empty": 2, "administration": 2,
    "training": 24, "costs": 3500, "disability": 4200, "pension": 4000,
}  # fmt: skip


def own_organisation() -> EmployedForm:
    """Give a permanent contract with a roster made by others."""
    return EmployedForm(
        employer=employer_situation(CONTRACT),
        conditions=Conditions(
            say=Say.ROSTERED,
            certainty=Certainty.PERMANENT,
            evening_night_weekend=Fraction(35, 100),
            paid_training_hours=Fraction(24),
        ),
    )


def agency() -> EmployedForm:
    """Give agency work with a smaller pension and three weeks without work."""
    return EmployedForm(
        employer=employer_situation(CONTRACT | AT_THE_AGENCY),
        unpaid_weeks=Fraction(3),
        conditions=Conditions(
            say=Say.CHOSEN,
            certainty=Certainty.PER_ASSIGNMENT,
            evening_night_weekend=Fraction(25, 100),
            own_administration_hours=Fraction(12),
        ),
    )


def self_employed(**told: object) -> SelfEmployedForm:
    """Give self-employment at 42 euros an hour."""
    return SelfEmployedForm(
        work=self_employment(ON_ONE_S_OWN | told),
        conditions=Conditions(
            say=Say.CHOSEN,
            certainty=Certainty.PER_ASSIGNMENT,
            evening_night_weekend=Fraction(20, 100),
        ),
    )


def comparison() -> Comparison:
    """Give the three forms with what the organisation pays for the hired ones."""
    return Comparison(
        own_organisation=own_organisation(),
        agency=agency(),
        self_employed=self_employed(),
        agency_hire=hire_offer({"form": "agency", "base": 23.03, "irregular": 1.6, "factor": 2.2}),
        self_employed_hire=hire_offer(
            {"form": "self_employed", "base": 42, "fee": 0.1, "exempt": True}
        ),
    )
