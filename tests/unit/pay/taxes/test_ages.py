"""Which age column somebody is in."""

from __future__ import annotations

from datetime import date

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.pay.taxes import AowInThisYear, TaxAge, tax_age, tax_age_of_year


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1990, 5, 17), date(2026, 3, 1), TaxAge.UNDER_AOW),
        (date(1959, 3, 31), date(2026, 2, 28), TaxAge.UNDER_AOW),
        (date(1959, 3, 31), date(2026, 3, 1), TaxAge.AOW_1946),
        (date(1959, 3, 1), date(2026, 3, 31), TaxAge.AOW_1946),
        (date(1946, 1, 1), date(2026, 1, 1), TaxAge.AOW_1946),
        (date(1945, 12, 31), date(2026, 1, 1), TaxAge.AOW_1945),
        (date(1960, 2, 29), date(2027, 2, 1), TaxAge.AOW_1946),
    ],
)
def test_the_column_changes_in_the_month_of_the_aow_age(born: date, on: date, age: TaxAge) -> None:
    assert tax_age(born, on) is age


@pytest.mark.parametrize("born", [date(1959, 2, 1), date(1959, 3, 31), date(1959, 12, 31)])
def test_a_year_in_which_the_column_changes_is_refused(born: date) -> None:
    says = f"{born} reaches the AOW age in 2026: .* a yearly amount .*; use the payslips$"
    with pytest.raises(AowInThisYear, match=says):
        tax_age_of_year(born, 2026)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(1959, 1, 20), TaxAge.AOW_1946),  # from the first month on
        (date(1960, 1, 1), TaxAge.UNDER_AOW),
        (date(1940, 6, 1), TaxAge.AOW_1945),
    ],
)
def test_a_whole_year_in_one_column(born: date, age: TaxAge) -> None:
    assert tax_age_of_year(born, 2026) is age


def test_an_aow_age_that_is_not_known_is_not_guessed() -> None:
    with pytest.raises(NoFigureForDate, match=r"pay\.tax\.aow_age_years"):
        tax_age(date(1990, 1, 1), date(2028, 1, 1))
