"""The costs as an Excel file: functions and teams, prices per hour, and the figures behind them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.exports import Cell, Page, as_workbook
from rondstroom.web.finance.estimate import Estimate, example_figures
from rondstroom.web.finance.overview import Overview

CENTS = 100


def workbook_of(overview: Overview, kept: Mapping[str, Mapping[str, str]]) -> bytes:
    """Give the file; amounts are euros and hours are numbers, so that one can go on with them."""
    return as_workbook(
        [
            Page(_("Functies en teams"), _teams(overview)),
            Page(_("Prijs van een uur"), _prices(overview)),
            Page(_("Cijfers"), _figures(overview, kept)),
        ]
    )


def _teams(overview: Overview) -> list[list[Cell]]:
    head: list[Cell] = [
        _("Functie"),
        _("Team"),
        _("Ingehuurde uren per jaar"),
        _("Deel ingehuurd"),
        _("Inhuur per jaar (euro)"),
        _("In dienst per jaar (euro)"),
        _("Verschil per jaar (euro)"),
    ]
    rows = [
        [
            row.hours.function.name,
            f"{row.hours.team.location.name}, {row.hours.team.name}",
            round(float(row.hired_a_year), 1),
            round(float(row.hours.hired_share), 4),
            _euros(row.hire_year),
            _euros(row.own_year),
            _euros(row.difference),
        ]
        for row in overview.rows
    ]
    return [head, *rows]


def _prices(overview: Overview) -> list[list[Cell]]:
    head: list[Cell] = [_("Functie"), _("Vorm"), _("Prijs van een uur zorg (euro)"), _("Bron")]
    rows = [head]
    for one in overview.functions:
        result = one.compared.result
        leans = result is not None and result.explanation.leans_on_secondary
        mark = _("secundaire bron") if leans else ""
        rows += [
            [one.function.name, label, _euros(cents), mark] for label, cents, _tone in one.bars
        ]
    return rows


def _figures(overview: Overview, kept: Mapping[str, Mapping[str, str]]) -> list[list[Cell]]:
    """Give what was reckoned with, as it was typed, and whether that is only the example."""
    rows: list[list[Cell]] = [[_("Functie"), _("Wat"), _("Cijfer"), _("Eigen cijfer of voorbeeld")]]
    for one in overview.functions:
        own = kept.get(one.function.code, {})
        told = {**example_figures(), **own}
        origin = _("eigen cijfer") if own else _("voorbeeld")
        for name, field in Estimate().fields.items():
            rows.append([one.function.name, str(field.label), told[name], origin])
    return rows


def _euros(cents: int | None) -> float | None:
    return None if cents is None else cents / CENTS
