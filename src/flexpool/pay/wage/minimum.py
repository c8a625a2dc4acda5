"""Whether an hourly wage is at least the statutory minimum (Wet minimumloon, from 21 years)."""

from __future__ import annotations

from datetime import date

from flexpool.money import Rounding, times
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents
from flexpool.pay.wage.terms import WageTerms
from flexpool.pay.wording import WHOLE_CENTS, formula, number
from flexpool.text import Text


def below_minimum_wage(month_cents: int, terms: WageTerms, on: date) -> Line | None:
    """Give how much an hour misses of the minimum wage; None when it is enough.

    Parameters
    ----------
    month_cents
        Month salary at full time.
    terms
        What the cao says about full-time hours.
    on
        The day on which the minimum must be met, by somebody of 21 or older.

    Raises
    ------
    NoFigureForDate
        When the minimum wage of that day is not known.
    """
    least, figure = cents("minimum_wage.hour", on)
    hour = times(month_cents, 1 / terms.month_hours, Rounding.HALF_UP)
    if hour >= least:
        return None
    return Line(
        "wage.below_minimum",
        Text("Te weinig per uur (minimumloon)", "Too little per hour (minimum wage)"),
        least - hour,
        formula=formula("{} - {} / {}", least, month_cents, number(terms.month_hours)),
        figures=(figure,),
        rounding=WHOLE_CENTS,
    )
