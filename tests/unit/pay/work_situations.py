"""Situations of work as the tables of cases tell them: short names, amounts in euros."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.pay.employer import (
    CareFund,
    EmployerSituation,
    Employment,
    OtherCosts,
    OtherScheme,
    PremiumTerms,
    Productivity,
)
from flexpool.pay.self_employed import SelfEmployment, WorkingYear

TABLES = Path(__file__).parents[2] / "cases" / "pay"
Told = dict[str, Any]


def cases(name: str) -> list[Any]:
    """Give every case of a table, what is usual filled in."""
    table = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    usual = table.get("usual", {})
    return [pytest.param(usual | case["told"], case, id=case["name"]) for case in table["cases"]]


def exact(value: Any) -> Fraction | None:
    """Give a number as it is written."""
    return None if value is None else Fraction(str(value))


def cents(euros: Any) -> int | None:
    """Give an amount in euros as cents."""
    return None if euros is None else int(Decimal(str(euros)) * 100)


def self_employment(told: Told) -> SelfEmployment:
    """Read one year of self-employment."""
    year = WorkingYear(
        paid_hours_per_week=Fraction(str(told["paid"])),
        holiday_weeks=Fraction(str(told["holiday"])),
        sick_weeks=Fraction(str(told["sick"])),
        empty_weeks=Fraction(str(told["empty"])),
        administration_hours_per_week=Fraction(str(told["administration"])),
        training_hours=Fraction(str(told.get("training", 0))),
    )
    return SelfEmployment(
        year=told["year"],
        rate_cents=cents(told["rate"]) or 0,
        working_year=year,
        business_costs_cents=cents(told["costs"]) or 0,
        disability_premium_cents=cents(told.get("disability", 0)) or 0,
        pension_saving_cents=cents(told.get("pension", 0)) or 0,
        intermediary_share=Fraction(str(told.get("intermediary", 0))),
        pension_is_deductible=told.get("deductible", True),
        starter=told.get("starter", False),
        combination=told.get("combination", False),
    )


def employer_situation(told: Told) -> EmployerSituation:
    """Read one year of a contract of employment."""
    elsewhere = [cents(amount) or 0 for amount in told.get("pension", [])]
    fund = CareFund(employee_share=exact(told.get("pension_share")))
    employment = Employment(
        year=told["year"],
        full_time_month_cents=cents(told["month"]) or 0,
        hours_per_week=Fraction(str(told["hours"])),
        irregular_cents=cents(told.get("irregular", 0)) or 0,
        other_wage_cents=cents(told.get("other_wage", 0)) or 0,
        cao=told.get("cao", "vvt"),
        pension=OtherScheme(employee_cents=elsewhere[0], employer_cents=elsewhere[1])
        if elsewhere
        else fund,
    )
    return EmployerSituation(
        employment=employment,
        premiums=PremiumTerms(
            permanent=told.get("permanent", True),
            in_writing=told.get("in_writing", True),
            on_call=told.get("on_call", False),
            extra_hours_share=Fraction(str(told.get("extra_hours", 0))),
            small_employer=told.get("small", False),
            whk_rate=exact(told.get("whk")),
        ),
        productivity=Productivity(
            share=exact(told.get("share")),
            leave_hours=exact(told.get("leave")),
            sick_leave_share=exact(told.get("sick")),
            training_hours=exact(told.get("training_hours")),
        ),
        other=OtherCosts(**{f"{k}_cents": cents(v) for k, v in told.get("other", {}).items()}),
    )
