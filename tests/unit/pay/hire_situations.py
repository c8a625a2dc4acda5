"""Offers and lasting workers as the tables of cases tell them: short names, amounts in euros."""

from __future__ import annotations

from fractions import Fraction

from flexpool.pay.ownership import Choice, HireForm, HireOffer, LastingWorker, VatGround
from unit.pay.work_situations import Told, cents, employer_situation


def hire_offer(told: Told) -> HireOffer:
    """Read one way of hiring."""
    return HireOffer(
        name=told.get("name", "somebody"),
        form=HireForm(told["form"]),
        base_cents=cents(told["base"]) or 0,
        irregular_cents=cents(told.get("irregular", 0)) or 0,
        factor=Fraction(str(told.get("factor", 1))),
        fee_share=Fraction(str(told.get("fee", 0))),
        vat_ground=VatGround(told.get("ground", "none")),
        care_is_exempt=told.get("exempt", False),
        extra_cents_per_hour=cents(told.get("extra", 0)) or 0,
        start_hours=Fraction(str(told.get("start", 0))),
        stay_months=told.get("hire_stay", 12),
    )


def lasting_worker(told: Told) -> LastingWorker:
    """Read a lasting worker: the contract, and what each newcomer takes."""
    contract = told | {"irregular": 0}
    return LastingWorker(
        employer=employer_situation(contract),
        recruitment_cents=cents(told["recruitment"]) or 0,
        induction_hours=Fraction(str(told["induction"])),
        learning_months=told["learning"],
        learning_productivity=Fraction(str(told["productivity"])),
        development_cents_per_year=cents(told["development"]) or 0,
        stay_months=told["stay"],
    )


def choice(told: Told) -> Choice:
    """Read a lasting worker, one offer and the months over which they are compared."""
    return Choice(lasting=lasting_worker(told), offers=(hire_offer(told),), months=told["months"])
