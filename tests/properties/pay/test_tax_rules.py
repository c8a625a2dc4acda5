"""What holds for tax whatever the wage: by search, and by the official percentages per euro."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flexpool.pay.taxes import TaxAge, payslip_tax, special_rate_tax, two_jobs, yearly_tax

MONTH_WAGES = st.integers(0, 2_000_000)
YEAR_INCOMES = st.integers(0, 25_000_000)
MORE = st.integers(1, 500_000)
KNOWN = [(2024, TaxAge.UNDER_AOW)] + [(year, age) for year in (2025, 2026) for age in TaxAge]
YEARS_AND_AGES = st.sampled_from(KNOWN)
UNHURRIED = settings(deadline=None)  # the first one reads the figures
STEP = 450
END_OF_A_CREDIT = 1_84  # what the law leaves of a credit on its last euro, and then takes away
A_CENT_A_MONTH = 12


@UNHURRIED
@given(MONTH_WAGES, MORE, YEARS_AND_AGES)
def test_a_higher_wage_never_has_less_withheld_without_credit(
    wage: int, more: int, column: tuple[int, TaxAge]
) -> None:
    year, age = column
    on = date(year, 1, 1)
    lower, higher = (payslip_tax(amount, on, age) for amount in (wage, wage + more))
    assert lower.without_credit <= higher.without_credit


@UNHURRIED
@given(MONTH_WAGES, YEARS_AND_AGES)
def test_credits_only_lower_and_never_below_zero(wage: int, column: tuple[int, TaxAge]) -> None:
    year, age = column
    tax = payslip_tax(wage, date(year, 1, 1), age)
    assert 0 <= tax.with_credit <= tax.without_credit <= wage
    assert 0 <= tax.labour_credit <= tax.without_credit - tax.with_credit + 1


@UNHURRIED
@given(MONTH_WAGES, YEARS_AND_AGES, st.integers(1, 12), st.integers(1, 12))
def test_the_month_of_the_year_changes_nothing(
    wage: int, column: tuple[int, TaxAge], one: int, other: int
) -> None:
    year, age = column
    first, second = (payslip_tax(wage, date(year, month, 1), age) for month in (one, other))
    assert first == second


@UNHURRIED
@given(MONTH_WAGES, YEARS_AND_AGES)
def test_within_a_step_of_the_table_the_cent_changes_nothing(
    wage: int, column: tuple[int, TaxAge]
) -> None:
    year, age = column
    on = date(year, 1, 1)
    exact = payslip_tax(wage, on, age)
    if exact.in_table:
        row = payslip_tax(wage // STEP * STEP, on, age)
        assert (row.with_credit, row.without_credit) == (exact.with_credit, exact.without_credit)


@UNHURRIED
@given(MONTH_WAGES)
def test_withheld_amounts_are_a_twelfth_of_whole_euros(wage: int) -> None:
    tax = payslip_tax(wage, date(2026, 1, 1))
    for amount in (tax.with_credit, tax.without_credit, tax.labour_credit):
        euros = round(amount * A_CENT_A_MONTH / 100)
        assert abs(amount * A_CENT_A_MONTH - euros * 100) <= A_CENT_A_MONTH / 2


@UNHURRIED
@given(YEAR_INCOMES, MORE, YEARS_AND_AGES, st.booleans())
def test_more_income_never_has_less_tax_nor_less_left(
    income: int, more: int, column: tuple[int, TaxAge], combination: bool
) -> None:
    year, age = column
    combination = combination and year == 2026  # its threshold is known for that year only
    lower, higher = (
        yearly_tax(year, amount, age=age, combination=combination)
        for amount in (income, income + more)
    )
    assert lower.net <= higher.net + END_OF_A_CREDIT
    assert lower.tax <= higher.tax


def test_a_cent_more_at_the_end_of_a_credit_costs_what_was_left_of_it() -> None:
    older = TaxAge.AOW_1946
    at_the_end, after = (yearly_tax(2026, income, age=older) for income in (132_920_00, 132_920_01))
    assert at_the_end.net - after.net == END_OF_A_CREDIT - 1


@UNHURRIED
@given(YEAR_INCOMES, YEARS_AND_AGES)
def test_tax_is_between_nothing_and_the_income(income: int, column: tuple[int, TaxAge]) -> None:
    year, age = column
    tax = yearly_tax(year, income, age=age)
    assert 0 <= tax.tax <= income
    assert tax.net == income - tax.tax
    assert tax.explanation.amount == tax.tax


@UNHURRIED
@given(YEAR_INCOMES, st.integers(0, 25_000_000))
def test_income_beside_work_never_lowers_tax(income: int, beside: int) -> None:
    alone = yearly_tax(2026, income)
    assert yearly_tax(2026, income, all_boxes=income + beside).tax >= alone.tax


@UNHURRIED
@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=4), st.data())
def test_the_employer_with_the_credits_changes_the_payslips_and_not_the_year(
    wages: list[int], data: st.DataObject
) -> None:
    first, second = (
        two_jobs(2026, wages, credit_at=data.draw(st.integers(0, len(wages) - 1))) for _ in range(2)
    )
    assert first.year == second.year
    assert first.withheld + first.still_due == second.withheld + second.still_due


@UNHURRIED
@given(st.integers(0, 1_000_000))
@example(746_522)
def test_one_job_all_year_leaves_little_to_settle(wage: int) -> None:
    """A step of 54 euros at the steepest 56.01 %, and a euro in favour per bracket and credit."""
    least, most = -A_CENT_A_MONTH // 2, 30_25 + 5_00
    assert least <= two_jobs(2026, [wage]).still_due <= most


@pytest.mark.parametrize(
    ("lowest", "highest"),
    [
        (0, 11_357),
        (11_358, 11_965),
        (12_923, 23_930),
        (25_846, 29_736),
        (29_737, 38_883),
        (38_884, 45_592),
        (45_593, 78_426),
        (78_427, 132_911),
        (143_555, 300_000),
    ],
)
def test_the_next_euro_is_taxed_by_the_official_special_rate(lowest: int, highest: int) -> None:
    """The special rate is made of the same brackets and credits: two routes, one percentage."""
    lower, higher = (yearly_tax(2026, income * 100).tax for income in (lowest, highest))
    official = special_rate_tax(100, lowest * 100, date(2026, 1, 1)).rate
    assert abs(Fraction(higher - lower, (highest - lowest) * 100) - official) < Fraction(2, 10_000)
