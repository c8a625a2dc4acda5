"""The salary tables of the caos, where a source for them was found."""

from __future__ import annotations

from datetime import date

from flexpool.money import CENTS_PER_EURO
from flexpool.parameters import Value, all_figures, lookup
from flexpool.pay.explanation import Line
from flexpool.refusal import Impossible
from flexpool.text import Text

LOWEST, HIGHEST = "lowest", "highest"
DUTCH_STEPS = {LOWEST: "laagste", HIGHEST: "hoogste"}


class NoSuchStep(Impossible):
    """A cao, scale or step that no source holds; the text says which there are."""


def scales(cao: str) -> tuple[str, ...]:
    """Give the scales of a cao in order of pay; empty when no table was found."""
    prefix = f"pay.scales_{cao}.fwg_"
    found = [name.removeprefix(prefix) for name in all_figures() if name.startswith(prefix)]
    return tuple(sorted(found, key=int))


def steps(cao: str, scale: str, on: date) -> tuple[str, ...]:
    """Give the steps of a scale, `lowest` and `highest` among them.

    Raises
    ------
    NoSuchStep, NoFigureForDate
        When there is no such scale, or it is not known on that day.
    """
    return tuple(_table(cao, scale, on)[0])


def month_salary(cao: str, scale: str, step: str, on: date) -> Line:
    """Give the full-time month salary, in cents, with its source.

    Parameters
    ----------
    cao
        Code of the cao, such as `ghz`.
    scale
        Function group, such as `45`.
    step
        Number of the step, or `lowest` or `highest`: of some caos only those are known.
    on
        The day on which the table holds.

    Raises
    ------
    NoSuchStep, NoFigureForDate
        When it is not known; the text says what is.
    """
    table, figure = _table(cao, scale, on)
    if step not in table:
        missing = _no_step(cao, scale, step, ", ".join(table))
        raise NoSuchStep("step", missing.nl, missing.en)
    what = Text(
        f"Maandsalaris voltijd, {cao.upper()} FWG {scale}, trede {DUTCH_STEPS.get(step, step)}",
        f"Full-time month salary, {cao.upper()} FWG {scale}, step {step}",
    )
    return Line("wage.month_salary", what, table[step] * CENTS_PER_EURO, figures=(figure,))


def _table(cao: str, scale: str, on: date) -> tuple[dict[str, int], Value]:
    known = scales(cao)
    if scale not in known:
        missing = _no_table(cao, scale, ", ".join(known))
        raise NoSuchStep("scale", missing.nl, missing.en)
    figure = lookup(f"pay.scales_{cao}.fwg_{scale}", on)
    if isinstance(figure.value[0], int):
        return dict(zip((LOWEST, HIGHEST), figure.value, strict=True)), figure
    table = {str(step): euros for step, euros in figure.value}
    amounts = list(table.values())
    return table | {LOWEST: amounts[0], HIGHEST: amounts[-1]}, figure


def _no_step(cao: str, scale: str, step: str, known: str) -> Text:
    return Text(
        f"FWG {scale} van {cao} heeft geen {step!r}; bekend zijn {known}",
        f"FWG {scale} of {cao} has no {step!r}; known are {known}",
    )


def _no_table(cao: str, scale: str, known: str) -> Text:
    return Text(
        f"van {cao!r} FWG {scale!r} is geen salaristabel gevonden; "
        + (f"bekend zijn {known}" if known else "geef dan het maandsalaris"),
        f"no salary table was found for {cao!r} FWG {scale!r}; "
        + (f"known are {known}" if known else "give the month salary instead"),
    )
