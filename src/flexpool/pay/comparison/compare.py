"""Compares the same care work in four forms, for the worker and for the organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flexpool.pay.comparison.conversation import questions
from flexpool.pay.comparison.giving_up import given_up
from flexpool.pay.comparison.organisation import organisation_sides
from flexpool.pay.comparison.result import ComparisonResult, OrganisationSide, WorkerSide
from flexpool.pay.comparison.situation import Comparison
from flexpool.pay.comparison.worker import worker_sides
from flexpool.pay.explanation import Line, LineUnit
from flexpool.pay.self_employed.cautions import NO_VERDICT, presumption
from flexpool.pay.self_employed.result import Presumption
from flexpool.text import Text

SAME_PENSION = Text(
    "Netto bij een even groot pensioen: wat overblijft als in elke vorm evenveel opzij gaat als "
    "in de vorm met het meeste pensioen, met aftrek van de belasting; de jaarruimte is niet "
    "nagerekend.",
    "Net with the same pension: what is left when every form puts aside as much as the form with "
    "the most pension, deducted from the tax; the yearly room is not checked.",
)


def compare_forms(comparison: Comparison) -> ComparisonResult:
    """Give the four forms side by side; never a verdict on which form the law allows.

    Parameters
    ----------
    comparison
        The forms, and where told what the organisation pays for each.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known; the text names it.
    ValueError
        When an input cannot be; the text begins with the name of the field.
    """
    sides = worker_sides(comparison)
    workers = tuple(replace(side, gives_up=given_up(side, sides)) for side in sides)
    organisations = organisation_sides(comparison)
    cautions = [NO_VERDICT, SAME_PENSION, *(text for side in workers for text in side.cautions)]
    return ComparisonResult(
        year=comparison.years[0],
        workers=workers,
        organisations=organisations,
        questions=questions(workers, organisations),
        presumption=_presumption(comparison),
        cautions=tuple(dict.fromkeys(cautions)),
        explanation=_explanation(workers, organisations),
    )


def _presumption(comparison: Comparison) -> Presumption | None:
    told = comparison.self_employed
    return presumption(told.work.rate_cents, date(told.work.year, 1, 1)) if told else None


def _explanation(
    workers: tuple[WorkerSide, ...], organisations: tuple[OrganisationSide, ...]
) -> Line:
    return Line(
        "comparison",
        Text("Vormen naast elkaar", "Forms side by side"),
        len(workers),
        LineUnit.COUNT,
        parts=(
            *(side.explanation for side in workers),
            *(side.source.explanation for side in organisations),
        ),
    )
