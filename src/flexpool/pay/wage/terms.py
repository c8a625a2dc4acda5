"""What a cao says about the wage: full-time hours, holiday allowance and year-end bonus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.parameters import NoFigureForDate, NoSuchFigure, Value
from flexpool.pay.figures import rate
from flexpool.refusal import Impossible, reason

WEEKS_YEAR = 52
MONTHS_YEAR = 12


class TermNotKnown(Impossible):
    """No source says what a cao gives: the person must tell it; the text begins with the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WageTerms:
    """The terms of a contract, from the cao or as told by the person.

    Parameters
    ----------
    full_time_hours
        Hours of a full-time week.
    holiday_allowance
        Share of salary and irregular-hours allowance.
    year_end_bonus
        Share of the salary alone.
    figures
        Those of the cao that were used; empty where the person told it.
    """

    full_time_hours: Fraction
    holiday_allowance: Fraction
    year_end_bonus: Fraction
    figures: tuple[Value, ...] = ()

    @property
    def month_hours(self) -> Fraction:
        """Full-time hours of a month, by which a month salary becomes an hourly wage."""
        return self.full_time_hours * WEEKS_YEAR / MONTHS_YEAR


def wage_terms(
    cao: str,
    on: date,
    *,
    full_time_hours: Fraction | None = None,
    holiday_allowance: Fraction | None = None,
    year_end_bonus: Fraction | None = None,
) -> WageTerms:
    """Give the terms of a cao on a day; what is told goes before what the cao says.

    Parameters
    ----------
    cao, on
        Code of the cao, any text when everything else is told; the day on which the terms hold.
    full_time_hours, holiday_allowance, year_end_bonus
        What the person told; None to take it from the cao, or `TermNotKnown`.
    """
    told = {
        "full_time_hours": full_time_hours,
        "holiday_allowance": holiday_allowance,
        "year_end_bonus": year_end_bonus,
    }
    found = {
        field: (value, None) if value is not None else _of_cao(cao, field, on)
        for field, value in told.items()
    }
    figures = tuple(figure for _value, figure in found.values() if figure)
    return WageTerms(**{field: value for field, (value, _figure) in found.items()}, figures=figures)


FIGURE_NAMES = {"full_time_hours": "week_hours"}


def _of_cao(cao: str, field: str, on: date) -> tuple[Fraction, Value]:
    name = f"cao.{cao}_{FIGURE_NAMES.get(field, field)}"
    try:
        return rate(name, on)
    except (NoSuchFigure, NoFigureForDate) as error:
        told = reason(error)
        raise TermNotKnown(
            field,
            f"geen bron zegt wat de cao {cao!r} op {on} geeft ({told.nl}); geef het zelf",
            f"no source says what the cao {cao!r} gives on {on} ({told.en}); give it yourself",
        ) from None
