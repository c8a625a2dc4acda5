"""How a payslip's withholding explains itself."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from flexpool.money import CENTS_PER_EURO
from flexpool.pay.explanation import Line
from flexpool.pay.taxes.lines import (
    ELDERLY,
    GENERAL,
    LABOUR,
    TO_CENTS,
    credit_line,
    exact_cents,
    tax_line,
)
from flexpool.pay.wording import formula
from flexpool.text import Text

if TYPE_CHECKING:
    from flexpool.pay.taxes.payslip import Payslip

DOWN = Text("naar beneden op hele euro's", "down to whole euros")
UP = Text("naar boven op hele euro's", "up to whole euros")
TO_A_STEP = Text("naar beneden op een stap van de tabel", "down to a step of the table")


def explanation(payslip: Payslip) -> Line:
    """Tell how the amount withheld with credits came about, and the one without."""
    tax = tax_line(
        "wage_tax.tax",
        payslip.brackets,
        payslip.brackets_figure,
        in_cents=lambda euros: math.floor(euros) * CENTS_PER_EURO,
        rounding=DOWN,
    )
    credit_lines = [
        credit_line(f"wage_tax.{name}", what, credit, _up(credit.amount), UP)
        for name, what, credit in (
            ("general_credit", GENERAL, payslip.general),
            ("elderly_credit", ELDERLY, payslip.elderly),
            ("labour_credit", LABOUR, payslip.labour),
        )
        if credit
    ]
    return Line(
        key="wage_tax",
        what=Text("Loonheffing met loonheffingskorting", "Wage tax with the tax credits"),
        amount=payslip.with_credit,
        formula=Text(
            "(belasting min kortingen, niet onder nul) / 12",
            "(tax less credits, not below zero) / 12",
        ),
        rounding=TO_CENTS,
        parts=(_year_wage(payslip), tax, *credit_lines, *_beside(payslip)),
    )


def _year_wage(payslip: Payslip) -> Line:
    return Line(
        key="wage_tax.year_wage",
        what=Text("Loon per jaar waarmee de tabel rekent", "Wage of a year the table reckons with"),
        amount=exact_cents(payslip.year_wage),
        formula=formula("12 x {}", payslip.month_wage),
        figures=payslip.table_figures,
        rounding=TO_A_STEP if payslip.in_table else None,
    )


def _beside(payslip: Payslip) -> tuple[Line, Line]:
    return (
        Line(
            key="wage_tax.without_credit",
            what=Text("Loonheffing zonder loonheffingskorting", "Wage tax without the tax credits"),
            amount=payslip.without_credit,
            formula=Text("belasting / 12", "tax / 12"),
            rounding=TO_CENTS,
        ),
        Line(
            key="wage_tax.labour_credit_month",
            what=Text("Arbeidskorting die meetelt per maand", "Labour credit used in the month"),
            amount=payslip.labour_credit,
            formula=Text(
                "arbeidskorting, hoogstens wat na de andere kortingen over is / 12",
                "labour credit, at most what the other credits leave / 12",
            ),
            rounding=TO_CENTS,
        ),
    )


def _up(euros: Fraction) -> int:
    return math.ceil(euros) * CENTS_PER_EURO
