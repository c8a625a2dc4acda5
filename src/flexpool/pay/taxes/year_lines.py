"""How the tax of a year explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flexpool.pay.explanation import Line
from flexpool.pay.taxes import lines
from flexpool.text import Text

if TYPE_CHECKING:
    from flexpool.pay.taxes.year import YearlyTax

ONCE = Text(
    "op hele centen, één keer aan het eind: de regels kunnen samen een cent schelen",
    "to whole cents, once at the end: the lines together may differ by a cent",
)


def explanation(tax: YearlyTax) -> Line:
    """Tell how the tax due came about."""
    elderly = zip(
        (("elderly_credit", lines.ELDERLY), ("single_elderly_credit", lines.SINGLE_ELDERLY)),
        tax.elderly,
        strict=False,
    )
    told = [
        (("general_credit", lines.GENERAL), tax.general),
        (("labour_credit", lines.LABOUR), tax.labour),
        *elderly,
    ]
    if tax.combination:
        told.append((("combination_credit", lines.COMBINATION), tax.combination))
    credit_lines = [
        lines.credit_line(
            f"income_tax.{key}", what, credit, lines.exact_cents(credit.amount), lines.TO_CENTS
        )
        for (key, what), credit in told
    ]
    return Line(
        key="income_tax",
        what=Text("Inkomstenbelasting na kortingen", "Income tax after credits"),
        amount=tax.tax,
        formula=Text("belasting min kortingen, niet onder nul", "tax less credits, not below zero"),
        rounding=ONCE,
        parts=(lines.tax_line("income_tax.tax", tax.brackets, tax.brackets_figure), *credit_lines),
    )
