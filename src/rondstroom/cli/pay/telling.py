"""How the commands of `rondstroom pay` answer: languages, refusals, the tree of lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any

import typer

from flexpool import money
from flexpool.parameters import Value
from flexpool.pay.explanation import SECONDARY, Line, LineUnit
from flexpool.refusal import Refusal, reason
from flexpool.text import Text
from rondstroom.cli.shortcomings import UnableToRun

WIDTH = 58
INDENT = 2
SOURCES = Text("Cijfers en bronnen", "Figures and sources")
FROM = Text("vanaf", "from")
SECONDARY_SOURCE = Text("secundaire bron", "secondary source")


class Language(StrEnum):
    """The languages in which a command tells its answer."""

    NL = "nl"
    EN = "en"


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Explain = Annotated[
    bool, typer.Option("--explain", help="With --json: also how it came about, line by line.")
]
Lang = Annotated[Language, typer.Option(help="Language of the answer: nl or en.")]


def example_option(text: str) -> Any:
    """Give the option `--example`, which prints a commented input and leaves."""

    def print_it(wanted: bool) -> None:
        if wanted:
            typer.echo(text, nl=False)
            raise typer.Exit

    return typer.Option(
        "--example", is_eager=True, callback=print_it, help="Print a commented example."
    )


@contextmanager
def refusing(language: str, *, about: str = "") -> Iterator[None]:
    """Tell why there is no answer in the language asked for, without a fault.

    Parameters
    ----------
    language
        `nl` or `en`.
    about
        The file that it is about, or nothing; the text then begins with it.
    """
    try:
        yield
    except LookupError as error:
        why = reason(error)
        told = Text(f"Dit is niet te berekenen: {why.nl}", f"This cannot be worked out: {why.en}")
        raise UnableToRun(_sentence(told, language, about)) from None
    except (Refusal, ValueError) as error:
        raise UnableToRun(_sentence(reason(error), language, about)) from None


def _sentence(told: Text, language: str, about: str) -> str:
    text = told.in_language(language).rstrip(".")
    return f"{about}: {text}." if about else f"{text}."


def in_euros(cents: int) -> float:
    """Give an amount as the number of euros that programs expect in JSON."""
    return cents / money.CENTS_PER_EURO


def told(line: Line, language: str) -> str:
    """Write a line and the lines under it with formula and rounding, and the figures below."""
    return "\n".join([*_tree(line, language), *sources(line, language)])


def sources(line: Line, language: str) -> list[str]:
    """Write where the figures of a line come from, one source after the other."""
    by_source: dict[str, list[str]] = {}
    for figure in line.all_figures:
        by_source.setdefault(_source(figure, language), []).append(figure.name)
    heading = [f"\n{SOURCES.in_language(language)}"] if by_source else []
    return heading + [f"  {source}\n    {', '.join(names)}" for source, names in by_source.items()]


def _tree(line: Line, language: str, depth: int = 0) -> Iterator[str]:
    what = " " * INDENT * depth + line.what.in_language(language)
    yield f"{what:<{WIDTH}} {_amount(line, language):>14}"
    how = "; ".join(text.in_language(language) for text in (line.formula, line.rounding) if text)
    if how:
        yield " " * INDENT * (depth + 1) + f"= {how}"
    for part in line.parts:
        yield from _tree(part, language, depth + 1)


def _amount(line: Line, language: str) -> str:
    if line.unit is LineUnit.EURO_CENTS:
        return money.as_text(int(line.amount), language)
    return f"{float(line.amount):.6g}"


def _source(figure: Value, language: str) -> str:
    doubt = SECONDARY_SOURCE.in_language(language)
    mark = f" ({doubt})" if figure.confidence in SECONDARY else ""
    return f"{figure.source}, {FROM.in_language(language)} {figure.valid_from}{mark}"
