"""Every row of the official white month tables, to the cent, and peers for a whole year."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from flexpool.money import euros
from flexpool.parameters import NoFigureForDate
from flexpool.pay.taxes import TaxAge, payslip_tax, yearly_tax
from shared_data import shared

COLUMNS = {
    TaxAge.UNDER_AOW: "younger",
    TaxAge.AOW_1946: "older",
    TaxAge.AOW_1945: "olderBefore1945",
}
AMOUNTS = ("WithoutPayrollTaxCredit", "WithPayrollTaxCredit", "DeductedLabourCredit")
UNKNOWN = {(2024, TaxAge.AOW_1946), (2024, TaxAge.AOW_1945)}
TABLES = [(year, age) for year in (2024, 2025) for age in TaxAge if (year, age) not in UNKNOWN]
LEAST_ROWS = 2300
HALF_A_STEP = 225
LARGEST_DIFFERENCE = 60  # cents; the peer rounds each product
# year, taxable income, then what an independent calculator gives: general and labour credit, tax
PEER = """
2024 36000 2620.30 5434.31 5254.59
2024 60000 1029.10 4227.29 16925.61
2025 24000 3068.00 4532.82 995.98
2025 36000 2586.83 5439.21 4869.16
2025 48000 1826.39 5277.99 10247.62
2026 18000 3115.00 2867.36 452.64
2026 24000 3115.00 4727.90 737.10
2026 30000 3098.17 5381.04 2245.79
2026 36000 2714.29 5498.04 4657.67
2026 48000 1946.53 5528.33 9849.88
2026 60000 1178.77 4747.13 15906.04
2026 80000 0 3445.13 26086.87
"""


@pytest.mark.parametrize(("year", "age"), TABLES, ids=str)
def test_every_row_of_the_official_table(
    year: int, age: TaxAge, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = _table(year)
    for row in rows:
        wage, *official = (
            euros(row[name]) for name in ("income", *(COLUMNS[age] + what for what in AMOUNTS))
        )
        assert _withheld(wage, year, age) == official, f"wage {row['income']}"
    with capsys.disabled():
        print(f"\n  white month table {year}, {age}: {len(rows)} rows equal to the cent")
    assert len(rows) > LEAST_ROWS


@pytest.mark.parametrize("year", [2024, 2025])
def test_a_wage_between_two_rows_takes_the_lower(year: int) -> None:
    for row in _table(year)[:-1]:
        wage = euros(row["income"])
        assert _withheld(wage + HALF_A_STEP, year, TaxAge.UNDER_AOW) == _withheld(
            wage, year, TaxAge.UNDER_AOW
        )


@pytest.mark.parametrize(("year", "age"), sorted(UNKNOWN), ids=str)
def test_a_table_without_sourced_figures_is_refused(year: int, age: TaxAge) -> None:
    with pytest.raises(NoFigureForDate, match=rf"pay\.tax\.brackets_{age}.*{year}-01-01"):
        _withheld(250_000, year, age)


@pytest.mark.parametrize("line", PEER.split("\n")[1:-1])
def test_the_year_agrees_with_an_independent_calculator(line: str) -> None:
    year, income, *expected = line.split()
    tax = yearly_tax(int(year), euros(income))
    ours = (tax.general_credit, tax.labour_credit, tax.tax)
    for amount, peer in zip(ours, map(euros, expected), strict=True):
        assert abs(amount - peer) <= LARGEST_DIFFERENCE


def _table(year: int) -> list[dict[str, str]]:
    path = shared(f"oracle/white_month_table_{year}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _withheld(wage: int, year: int, age: TaxAge) -> list[int]:
    tax = payslip_tax(wage, date(year, 1, 1), age)
    return [tax.without_credit, tax.with_credit, tax.labour_credit]
