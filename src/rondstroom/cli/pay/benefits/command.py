"""`rondstroom pay benefits`: the four benefits (toeslagen) of a household per month."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from flexpool.parameters import NoFigureForDate
from flexpool.pay.benefits.benefit import TITLES, Benefit, BenefitName
from flexpool.pay.benefits.entitlements import FORMULAS
from flexpool.pay.benefits.household import Household
from flexpool.text import Text
from rondstroom.cli.pay.benefits.household_fields import HouseholdFields
from rondstroom.cli.pay.input_file import read_input
from rondstroom.cli.pay.telling import (
    AsJson,
    Lang,
    Language,
    example_option,
    in_euros,
    refusing,
    told,
)
from rondstroom.cli.shortcomings import UnableToRun

HELP = """Work out the four benefits of a household: care insurance, rent, child budget, child care.

The amounts are per month, in January; with --json also those of every month, the year and every
step. A benefit of which the figures of the year are not known is refused, never counted as nothing.
"""
EXAMPLE = Path(__file__).with_name("example.yaml").read_text(encoding="utf-8")
AGES_ASKED = Text(
    "geef de kinderen op (children), met leeftijd of geboortedatum",
    "give the children, each with an age or a day of birth",
)
NOT_KNOWN = Text("niet te berekenen", "cannot be worked out")


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitsFile(HouseholdFields):
    """What the file holds."""

    year: int
    income_cents: int

    def __post_init__(self) -> None:
        self.household(self.year, self.income_cents)


def benefits(
    file: Annotated[Path, typer.Argument(help="A YAML file; see --example.")],
    as_json: AsJson = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Work out the benefits; see HELP."""
    asked = read_input(file, BenefitsFile, language=lang)
    with refusing(lang, about=str(file)):
        found = _entitlements(asked.household(asked.year, asked.income_cents))
    if asked.ages_unknown:
        found[BenefitName.CHILD_BUDGET] = AGES_ASKED
    if not any(isinstance(one, Benefit) and _applies(one) for one in found.values()):
        reasons = {one.in_language(lang) for one in found.values() if isinstance(one, Text)}
        raise UnableToRun(f"{file}: {' '.join(sorted(reasons))}")
    typer.echo(
        json.dumps(_answer(asked.year, found, lang), ensure_ascii=False)
        if as_json
        else _report(found, lang)
    )


def _entitlements(household: Household) -> dict[BenefitName, Benefit | Text]:
    return {name: _entitlement(name, household) for name in BenefitName}


def _entitlement(name: BenefitName, household: Household) -> Benefit | Text:
    try:
        return FORMULAS[name](household)
    except NoFigureForDate as error:
        return Text(
            f"{TITLES[name].nl} {household.year} is niet bekend: {error.told.nl}.",
            f"{TITLES[name].en} {household.year} is not known: {error.told.en}.",
        )


def _applies(benefit: Benefit) -> bool:
    """Tell whether there was anything to work out, such as a rent."""
    return bool(benefit.explanation.parts)


def _report(found: Mapping[BenefitName, Benefit | Text], lang: str) -> str:
    return "\n\n".join(
        told(one.explanation, lang)
        if isinstance(one, Benefit)
        else f"{TITLES[name].in_language(lang)}: {NOT_KNOWN.in_language(lang)}: "
        f"{one.in_language(lang)}"
        for name, one in found.items()
    )


def _answer(year: int, found: Mapping[BenefitName, Benefit | Text], lang: str) -> dict[str, Any]:
    known = {name: one for name, one in found.items() if isinstance(one, Benefit)}
    refused = {name: one.in_language(lang) for name, one in found.items() if isinstance(one, Text)}
    month = {name.value: in_euros(known[name].month) if name in known else None for name in found}
    total = None if refused else in_euros(sum(one.month for one in known.values()))
    return {
        "year": year,
        **month,
        "total": total,
        "refused": refused,
        "details": {
            name: {
                "months": [in_euros(month) for month in one.months],
                "year": in_euros(one.year),
                "explanation": one.explanation.as_json(lang),
            }
            for name, one in known.items()
        },
    }
