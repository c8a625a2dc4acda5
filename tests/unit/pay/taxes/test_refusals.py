"""What tax refuses, and in which words."""

from __future__ import annotations

import doctest
import importlib
from datetime import date

import pytest

from flexpool.parameters import NoFigureForDate, NoSuchFigure
from flexpool.pay.taxes import TaxAge, payslip_tax, special_rate_tax, two_jobs, yearly_tax

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("year", [2023, 2027])
def test_a_year_that_is_not_known_names_figure_and_date(year: int) -> None:
    with pytest.raises(NoFigureForDate, match=rf"pay\.payslip.*{year}-06-01.*from 2024-01-01"):
        payslip_tax(250_000, date(year, 6, 1))
    with pytest.raises(NoFigureForDate, match=rf"pay\.tax\.brackets_under_aow.*{year}-01-01"):
        yearly_tax(year, 30_000_00)


def test_the_last_day_of_the_last_known_year_is_known() -> None:
    assert payslip_tax(250_000, date(2026, 12, 31)) == payslip_tax(250_000, date(2026, 1, 1))


def test_a_year_and_age_without_figures_names_the_first_that_is_missing() -> None:
    with pytest.raises(NoFigureForDate, match=r"pay\.tax\.brackets_aow_1945.*from 2025-01-01"):
        yearly_tax(2024, 30_000_00, age=TaxAge.AOW_1945)


def test_the_combination_credit_of_2025_lacks_its_threshold() -> None:
    with pytest.raises(NoFigureForDate, match=r"pay\.credits\.combination_from.*2025"):
        yearly_tax(2025, 30_000_00, combination=True)


def test_the_special_rate_is_known_for_one_year_and_age() -> None:
    with pytest.raises(NoFigureForDate, match=r"special_rate_under_aow.*2025-05-01"):
        special_rate_tax(100_000, 30_000_00, date(2025, 5, 1))
    with pytest.raises(NoSuchFigure, match="special_rate_aow_1946"):
        special_rate_tax(100_000, 30_000_00, TODAY, age=TaxAge.AOW_1946)


def test_amounts_below_zero_name_their_field() -> None:
    with pytest.raises(ValueError, match=r"^month_wage: "):
        payslip_tax(-1, TODAY)
    for field in ("taxable", "earned", "all_boxes"):
        with pytest.raises(ValueError, match=f"^{field}: "):
            yearly_tax(2026, **{"taxable": 0} | {field: -1})
    with pytest.raises(ValueError, match=r"^payment: "):
        special_rate_tax(-1, 0, TODAY)
    with pytest.raises(ValueError, match=r"^wage_of_last_year: "):
        special_rate_tax(0, -1, TODAY)


@pytest.mark.parametrize(("wages", "at"), [([], 0), ([100_000], 1), ([100_000], -1)])
def test_the_job_with_the_credits_must_be_there(wages: list[int], at: int) -> None:
    with pytest.raises(ValueError, match="credit_at"):
        two_jobs(2026, wages, credit_at=at)


@pytest.mark.parametrize("name", ["payslip", "special_rate", "year"])
def test_the_examples_in_docstrings_do_what_they_say(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"flexpool.pay.taxes.{name}"))
    assert outcome.attempted
    assert not outcome.failed
