"""A payslip, its explanation and a year are worked out at once."""

from __future__ import annotations

from datetime import date

from flexpool.pay.taxes import payslip_tax, yearly_tax
from pace import paced_seconds

TIMES = 200
MOST_SECONDS = 0.0002
"""For one, on a quiet machine: measured 0.00008 and 0.00005."""


def test_a_payslip_and_a_year_take_a_fraction_of_a_millisecond() -> None:
    day = date(2026, 1, 1)
    wages = range(250_000, 250_000 + TIMES)
    payslips = paced_seconds(lambda: [payslip_tax(wage, day) for wage in wages])
    years = paced_seconds(lambda: [yearly_tax(2026, wage * 12) for wage in wages])
    assert max(payslips, years) / TIMES < MOST_SECONDS
