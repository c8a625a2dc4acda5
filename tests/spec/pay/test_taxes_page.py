"""The page of taxes in the docs holds the cases as they are tested."""

from __future__ import annotations

import pytest

from spec.pay.taxes_page import CASES, PAGE, page, rows_of

TABLES = ["credits", "payslip", "year", "special_rate", "two_jobs"]


def test_the_page_is_fresh() -> None:
    """Renew it with: ./run python tests/spec/pay/taxes_page.py"""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_stands_on_the_page(name: str) -> None:
    rows = list(rows_of(CASES / f"{name}.yaml"))
    assert len(rows) > 4
    assert "\n".join(rows) in page()
