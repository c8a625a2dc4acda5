"""The wealth above which a benefit stops: one euro over and nothing is left."""

from __future__ import annotations

from flexpool.pay.benefits.household import Household
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents
from flexpool.pay.wording import formula
from flexpool.text import Text


def wealth_line(household: Household, area: str) -> Line:
    """Give the most wealth a household may have on 1 January for a benefit.

    Parameters
    ----------
    household
        Applicant and partner count together.
    area
        File of the benefit's figures, such as `healthcare_benefit`.
    """
    name = "wealth_limit_partner" if household.partner else "wealth_limit_single"
    limit, figure = cents(f"{area}.{name}", household.first_day)
    return Line(
        f"{area}.wealth_limit",
        Text("Hoogste vermogen op 1 januari", "Highest wealth on 1 January"),
        limit,
        figures=(figure,),
    )


def too_wealthy(household: Household, limit: Line) -> Text | None:
    """Say that the household has more than the limit; None when it has not."""
    if household.wealth_cents <= limit.amount:
        return None
    template = "{}: {} > {}"
    why = Text("Het vermogen is hoger dan de grens", "The wealth is above the limit")
    return formula(template, why, household.wealth_cents, int(limit.amount))
