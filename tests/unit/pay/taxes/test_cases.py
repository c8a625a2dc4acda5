"""Every formula of tax, by tables that a payroll officer can read."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from flexpool.money import euros
from flexpool.pay.taxes import TaxAge, payslip_tax, special_rate_tax, two_jobs, yearly_tax
from flexpool.pay.taxes.credits import (
    Credit,
    combination_credit,
    elderly_credit,
    general_credit,
    labour_credit,
    single_elderly_credit,
)
from unit.pay.taxes.tables import age_of, cents, first_day, table


def rows(name: str) -> list[Any]:
    """Give the rows of a table, each under its name."""
    return [pytest.param(case, id=case["name"]) for case in table(name)]


def credit(kind: str, case: dict[str, str]) -> Credit:
    """Work out the credit of a row."""
    income, age, on = Fraction(case["income"]), age_of(case), first_day(case)
    if kind == "elderly":
        return elderly_credit(income, on)
    if kind == "single_elderly":
        return single_elderly_credit(on)
    if kind == "combination":
        return combination_credit(income, on)
    return {"general": general_credit, "labour": labour_credit}[kind](income, age, on)


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        pytest.param(kind, case, id=f"{kind} {case['year']} {case['income']} {case['why']}")
        for kind, cases in table("credits").items()
        for case in cases
    ],
)
def test_credits(kind: str, case: dict[str, str]) -> None:
    assert credit(kind, case).amount == Fraction(case["amount"])


@pytest.mark.parametrize("case", rows("payslip"))
def test_payslips(case: dict[str, str]) -> None:
    tax = payslip_tax(euros(case["wage"]), first_day(case), age_of(case))
    expected = cents(case, "without", "with", "labour")
    assert (tax.without_credit, tax.with_credit, tax.labour_credit) == expected


@pytest.mark.parametrize("case", rows("year"))
def test_years(case: dict[str, str]) -> None:
    amounts = {name: euros(case[name]) for name in ("earned", "all_boxes") if name in case}
    switches = {name: True for name in ("single_elderly", "combination") if name in case}
    tax = yearly_tax(
        int(case["year"]), euros(case["income"]), age=age_of(case), **amounts, **switches
    )
    assert (tax.tax, tax.net) == cents(case, "tax", "net")


@pytest.mark.parametrize("case", rows("special_rate"))
def test_special_payments(case: dict[str, str]) -> None:
    payment, last_year, *expected = cents(case, "payment", "last_year", "with", "without")
    withheld = [
        special_rate_tax(payment, last_year, date(2026, 5, 25), with_credit=credit).withheld
        for credit in (True, False)
    ]
    assert withheld == expected


@pytest.mark.parametrize("case", rows("two_jobs"))
def test_several_jobs(case: dict[str, Any]) -> None:
    jobs = two_jobs(int(case["year"]), [euros(wage) for wage in case["wages"]])
    assert (jobs.withheld, jobs.year.tax) == cents(case, "withheld", "due")
    assert jobs.still_due == jobs.year.tax - jobs.withheld


def test_jobs_from_aow_age_have_their_own_column() -> None:
    jobs = two_jobs(2026, [400_050], age=TaxAge.AOW_1946)
    assert jobs.withheld == 12 * 40_533
    assert jobs.year == yearly_tax(2026, 12 * 400_050, age=TaxAge.AOW_1946)


def test_the_last_euro_of_a_bracket_and_of_the_table_belong_to_it() -> None:
    assert len(yearly_tax(2026, 38_883_00).brackets) == 1
    assert len(yearly_tax(2026, 38_883_01).brackets) == 2
    assert yearly_tax(2026, 0).brackets == ()
    today = date(2026, 11, 22)
    assert [payslip_tax(wage, today).in_table for wage in (1_109_250, 1_109_251)] == [True, False]


def test_each_age_group_and_year_has_payslips_in_the_table() -> None:
    seen = {(case["year"], age_of(case)) for case in table("payslip")}
    assert {age for _year, age in seen} == set(TaxAge)
    assert {year for year, _age in seen} == {"2024", "2025", "2026"}
