"""`rondstroom pay cost`: what an employee costs, and a lasting one against hiring."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, cast

import typer

from flexpool.pay.employer import EmployerSituation, employer_cost
from flexpool.pay.ownership import Choice, cost_of_ownership
from rondstroom.cli.pay.cost.answer import cost_answer, ownership_answer
from rondstroom.cli.pay.cost.report import cost_report, ownership_report
from rondstroom.cli.pay.input_file import read_input
from rondstroom.cli.pay.telling import AsJson, Lang, Language, example_option, refusing

HELP = """Work out what an employee costs per hour of care, and a lasting one against hiring.

A file with `employment` at the left margin gives the cost build-up. A file with `lasting` and
`offers` gives the total cost of ownership over the months told, for the same hours of care, with
the VAT line, the ground on which it may fall away, and the month from which employment is cheaper.
"""
EXAMPLE = (Path(__file__).parent / "example.yaml").read_text(encoding="utf-8")


def cost(
    file: Annotated[Path, typer.Argument(help="A YAML file; see --example.")],
    as_json: AsJson = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Work out a cost; see HELP."""
    read = read_input(file, EmployerSituation, Choice, language=lang)
    asked = cast("EmployerSituation | Choice", read)
    with refusing(lang):
        if isinstance(asked, Choice):
            owned = cost_of_ownership(asked)
            told = ownership_answer(owned, lang) if as_json else ownership_report(owned, lang)
        else:
            built = employer_cost(asked)
            told = cost_answer(built, lang) if as_json else cost_report(built, lang)
    typer.echo(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False))
