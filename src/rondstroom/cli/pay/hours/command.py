"""`rondstroom pay hours`: what more or fewer contract hours really bring in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from flexpool.pay.hours.compare import compare_hours
from rondstroom.cli.pay.hours.answer import answer
from rondstroom.cli.pay.hours.fields import HoursFile
from rondstroom.cli.pay.hours.report import report
from rondstroom.cli.pay.input_file import read_input
from rondstroom.cli.pay.telling import (
    AsJson,
    Lang,
    Language,
    example_option,
    refusing,
)

HELP = """Work out what more or fewer contract hours bring in, after tax, benefits and costs.

Now against wanted, per month and year, and the same for every hour between: what a household can
spend, what is left of an hour more, where more hours hardly pay, and what to tell Dienst Toeslagen.
"""
EXAMPLE = Path(__file__).with_name("example.yaml").read_text(encoding="utf-8")


def hours(
    file: Annotated[Path, typer.Argument(help="A YAML file; see --example.")],
    as_json: AsJson = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Compare hours; see HELP."""
    asked = read_input(file, HoursFile, language=lang)
    with refusing(lang, about=str(file)):
        result = compare_hours(asked.situation())
    if as_json:
        typer.echo(json.dumps(answer(asked.year, result, lang), ensure_ascii=False))
    else:
        typer.echo("\n".join(report(result, lang)))
