"""`rondstroom pay compare`: the same care work in four forms side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from flexpool.pay.comparison import Comparison, compare_forms
from rondstroom.cli.pay.compare.answer import answer
from rondstroom.cli.pay.compare.report import report
from rondstroom.cli.pay.input_file import read_input
from rondstroom.cli.pay.telling import AsJson, Lang, Language, example_option, refusing

HELP = """Compare the same care work in four forms: own organisation, pool, agency, self-employed.

For the worker: income after everything, pension, insurance, hours, say, and what one gives up. For
the organisation: the price of an hour of care with its VAT. And the questions to talk about. Never
a verdict on which form the law allows.
"""
EXAMPLE = (Path(__file__).parent / "example.yaml").read_text(encoding="utf-8")


def compare(
    file: Annotated[Path, typer.Argument(help="A YAML file; see --example.")],
    as_json: AsJson = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Compare forms of work; see HELP."""
    comparison = read_input(file, Comparison, language=lang)
    with refusing(lang):
        result = compare_forms(comparison)
    told = json.dumps(answer(result, lang), ensure_ascii=False) if as_json else report(result, lang)
    typer.echo(told)
