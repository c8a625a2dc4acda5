"""`rondstroom pay payslip`: what is withheld from a month's wage, for one or for a file of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from flexpool.pay.taxes import Payslip, TaxAge, payslip_tax
from flexpool.refusal import Impossible
from flexpool.text import Text
from rondstroom.cli.pay.amounts import amount_of_option
from rondstroom.cli.pay.payslip_file import withhold_all
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

HELP = """Withhold wage tax from a month's taxable wage, by the official white month table.

One wage: --month-wage. Many: --from-csv with the columns month_wage and, if wanted, age_group.

The file comes back in the same order (--out), with without_credit, with_credit and labour_credit
in euros behind its own columns. Rows that cannot be read are named; then nothing is written.
"""
EXAMPLE = """\
# rondstroom pay payslip --year 2026 --from-csv wages.csv --out withheld.csv
# month_wage: taxable wage of the month in euros, after the employee's pension premium.
# age_group:  under_aow (when empty), aow_1946 (AOW age, born 1946 or later), aow_1945 (earlier).
# Other columns stay as they are. Delimiter comma, semicolon or tab. Lines with # are left out.
personnel_number,month_wage,age_group
1001,2497.50,
1002,3001.50,under_aow
1003,4000.50,aow_1946
"""
WRITTEN = Text("{rows} rijen geschreven naar {out}.", "{rows} rows written to {out}.")


def payslip(
    year: Annotated[int, typer.Option(min=2000, max=2100, help="Calendar year of the wage.")],
    month_wage: Annotated[str | None, typer.Option(help="Taxable wage of a month.")] = None,
    age_group: Annotated[TaxAge, typer.Option(help="Age column.")] = TaxAge.UNDER_AOW,
    from_csv: Annotated[Path | None, typer.Option(help="File of wages, instead of one.")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write them to.")] = None,
    as_json: AsJson = False,
    explain: Explain = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Work out one payslip or a file of them; see HELP."""
    on = date(year, 1, 1)
    with refusing(lang):
        _check_together(month_wage, from_csv, out)
        if from_csv and out:
            rows = withhold_all(from_csv, out, on, default=age_group)
            done = WRITTEN.in_language(lang).format(rows=rows, out=out)
            typer.echo(json.dumps({"rows": rows}) if as_json else done)
        else:
            wage = amount_of_option(month_wage or "", "--month-wage")
            tax = payslip_tax(wage, on, age_group)
            typer.echo(_as_json(tax, explain, lang) if as_json else told(tax.explanation, lang))


def _check_together(month_wage: str | None, from_csv: Path | None, out: Path | None) -> None:
    if (month_wage is None) == (from_csv is None):
        raise Impossible("--month-wage", "geef dit of --from-csv", "give this or --from-csv")
    if (from_csv is None) != (out is None):
        raise Impossible(
            "--out", "--from-csv en --out horen bij elkaar", "--from-csv and --out go together"
        )


def _as_json(tax: Payslip, explain: bool, language: str) -> str:
    answer = {
        "with_credit": in_euros(tax.with_credit),
        "without_credit": in_euros(tax.without_credit),
        "labour_credit": in_euros(tax.labour_credit),
    }
    lines = {"explanation": tax.explanation.as_json(language)} if explain else {}
    return json.dumps(answer | lines, ensure_ascii=False)
