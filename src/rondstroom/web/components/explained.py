"""An amount that explains itself, as a tree that a template can unfold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from flexpool.parameters import Value
from flexpool.pay.explanation import SECONDARY, Line, LineUnit
from rondstroom.web.components import words

DECIMALS = {LineUnit.HOURS: 2, LineUnit.COUNT: 2}
PER_CENT = 100
EXACT = 6
"""Decimals that no figure of law has more of."""
INDENT = "\N{NO-BREAK SPACE}" * 4


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A dated figure as people read it: value, since when, where it is written."""

    value: str
    since: str
    source: str
    is_secondary: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation, with the lines it is made of."""

    what: str
    amount: str
    formula: str
    rounding: str
    figures: tuple[ShownFigure, ...]
    is_secondary: bool
    parts: tuple[Step, ...]

    @property
    def unfolds(self) -> bool:
        """Whether there is more to read than the line itself."""
        return bool(self.parts or self.figures or self.formula)


def explained(line: Line) -> Step:
    """Give a line in the language of the reader, with everything under it."""
    return Step(
        what=words.said(line.what),
        amount=shown_amount(line.amount, line.unit),
        formula=words.said(line.formula),
        rounding=words.said(line.rounding),
        figures=tuple(shown_figure(figure) for figure in line.figures),
        is_secondary=line.leans_on_secondary,
        parts=tuple(explained(part) for part in line.parts),
    )


def on_paper(line: Line) -> tuple[str, ...]:
    """Give the whole tree as points of a document: all that the page unfolds."""
    return tuple(_points(explained(line), 0))


def _points(step: Step, depth: int) -> Iterator[str]:
    indent = INDENT * depth
    how = "; ".join(part for part in (step.formula, step.rounding) if part)
    yield f"{indent}{step.what}: {step.amount}" + (f" ({how})" if how else "")
    for figure in step.figures:
        about = {"value": figure.value, "since": figure.since, "source": figure.source}
        told = _("%(value)s vanaf %(since)s · %(source)s") % about
        mark = f" ({_('secundaire bron')})" if figure.is_secondary else ""
        yield f"{indent}{INDENT}{told}{mark}"
    for part in step.parts:
        yield from _points(part, depth + 1)


def sources(line: Line) -> tuple[str, ...]:
    """Give every source under a line once, marking those that are only secondary."""
    mark = _("secundaire bron")
    found = {
        f"{figure.source} ({mark})" if figure.confidence in SECONDARY else figure.source: None
        for figure in line.all_figures
    }
    return tuple(found)


def shown_amount(amount: int | Decimal | Fraction, unit: LineUnit) -> str:
    """Say an amount in its unit: cents as euros, a fraction as a percentage."""
    if unit is LineUnit.EURO_CENTS:
        return words.euro(int(amount))
    if unit is LineUnit.FRACTION:
        return f"{words.plain(Fraction(amount) * PER_CENT)} %"
    return words.plain(amount, DECIMALS[unit])


def shown_figure(figure: Value) -> ShownFigure:
    """Say what a dated figure was, since when, and who wrote it down."""
    return ShownFigure(
        value=_figure_value(figure),
        since=words.date_in_full(figure.valid_from),
        source=figure.source,
        is_secondary=figure.confidence in SECONDARY,
    )


def _figure_value(figure: Value) -> str:
    """Say the value; a whole table is too much to read, so of that only the source is shown."""
    if isinstance(figure.value, tuple):
        if any(isinstance(part, tuple | list) for part in figure.value):
            return _("tabel")
        unit = figure.unit.strip("[]").partition(",")[0]
        return " · ".join(_in_unit(part, unit) for part in figure.value)
    return _in_unit(figure.value, figure.unit)


def _in_unit(value: object, unit: str) -> str:
    """Say one value in its unit; what cannot be counted is shown as it stands."""
    try:
        number = Fraction(str(value))
    except ValueError:
        return str(value)
    if unit == "euro_cents":
        return words.euro(int(number))
    if unit == "euro":
        return words.euro(int(number * 100))
    if unit == "rate":
        return f"{words.plain(number * PER_CENT, EXACT)} %"
    return words.plain(number, EXACT)
