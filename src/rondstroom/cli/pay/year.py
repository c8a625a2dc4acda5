"""`rondstroom pay year`: the income tax of a year in box 1."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from flexpool.pay.explanation import Line
from flexpool.pay.taxes import TaxAge, YearlyTax, yearly_tax
from flexpool.pay.wording import formula
from flexpool.text import Text
from rondstroom.cli.pay.amounts import amount_of_option
from rondstroom.cli.pay.telling import (
    AsJson,
    Explain,
    Lang,
    Language,
    example_option,
    in_euros,
    refusing,
    told,
)

HELP = """Work out the income tax of a year over income from work (box 1), after the credits.

Without own home, savings or deductions; the income is after the employee's pension premium. The
answer holds both credits as they are due; what they exceed the tax by is not paid out.
"""
EXAMPLE = """\
# This command needs no file: the year and the taxable income of that year in euros.
rondstroom pay year --year 2026 --income 36000
# With two decimals, as numbers for a program, from AOW age:
rondstroom pay year --year 2026 --income 36000,50 --age-group aow_1946 --json
"""


def year(
    of: Annotated[int, typer.Option("--year", min=2000, max=2100, help="Calendar year.")],
    income: Annotated[str, typer.Option(help="Taxable income in euros, such as 36000.")],
    age_group: Annotated[TaxAge, typer.Option(help="Age column.")] = TaxAge.UNDER_AOW,
    as_json: AsJson = False,
    explain: Explain = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Work out one year; see HELP."""
    with refusing(lang):
        taxable = amount_of_option(income, "--income")
        tax = yearly_tax(of, taxable, age=age_group)
    typer.echo(_as_json(tax, explain, lang) if as_json else _table(tax, lang))


def _table(tax: YearlyTax, language: str) -> str:
    net = Line(
        key="income_tax.net",
        what=Text("Over van het inkomen", "Left of the income"),
        amount=tax.net,
        formula=formula("{} - {}", tax.taxable, tax.tax),
        parts=(tax.explanation,),
    )
    return told(net, language)


def _as_json(tax: YearlyTax, explain: bool, language: str) -> str:
    answer = {
        "tax": in_euros(tax.tax),
        "general_credit": in_euros(tax.general_credit),
        "labour_credit": in_euros(tax.labour_credit),
        "net": in_euros(tax.net),
    }
    lines = {"explanation": tax.explanation.as_json(language)} if explain else {}
    return json.dumps(answer | lines, ensure_ascii=False)
