"""What a lasting worker costs in all over years, against hiring for the same hours of care."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded
from flexpool.pay.employer.cost import employer_cost
from flexpool.pay.employer.result import EmployerCost
from flexpool.pay.explanation import Line, LineUnit
from flexpool.pay.ownership.months import (
    break_even_month,
    care_hours,
    hired_spending,
    lasting_spending,
    over_time,
    people_needed,
    totals,
)
from flexpool.pay.ownership.price import hire_price
from flexpool.pay.ownership.result import CostOverTime, HireOverTime, OwnershipResult
from flexpool.pay.ownership.situation import Choice, HireOffer, LastingWorker
from flexpool.pay.wording import formula, number
from flexpool.refusal import Impossible
from flexpool.text import Text

TODAYS_PRICES = Text(
    "Alle maanden zijn in prijzen van nu: loonstijging, premies en tarieven van later tellen niet "
    "mee.",
    "Every month is in today's prices: later raises, premiums and tariffs are not counted.",
)
OWN_ESTIMATES = Text(
    "Werving, inwerken, ontwikkeling en verblijf zijn eigen schattingen van de organisatie.",
    "Recruitment, induction, development and stay are the organisation's own estimates.",
)
NO_CARE_YET = Text(
    "in deze maanden verleent nog niemand zorg; vergelijk over meer maanden",
    "nobody gives care yet in these months; compare over more",
)
NAMES = {
    "employment": Text("Loon, premies en pensioen", "Wage, premiums and pension"),
    "development": Text("Ontwikkeling", "Development"),
    "recruitment": Text("Werving", "Recruitment"),
    "induction": Text("Inwerken door collega's", "Induction by colleagues"),
    "care": Text("Uren zorg", "Hours of care"),
    "start": Text("Inwerkuren van nieuwe mensen", "Starting hours of new people"),
}


def cost_of_ownership(choice: Choice) -> OwnershipResult:
    """Give the total cost of ownership of a lasting worker, and of each way of hiring.

    Raises
    ------
    NoFigureForDate
        When a figure of the contract's year is not known.
    ValueError
        When nobody gives care yet in the months compared.
    """
    lasting = choice.lasting
    employer = employer_cost(lasting.employer)
    care = care_hours(lasting, employer, choice.months)
    if not sum(care):
        raise Impossible("months", NO_CARE_YET.nl, NO_CARE_YET.en)
    spending = lasting_spending(lasting, employer, choice.months)
    cost = over_time(spending, care, people_needed(lasting.stay_months, choice.months))
    on = date(lasting.employer.employment.year, 1, 1)
    hires = tuple(_hire(offer, on, care, cost) for offer in choice.offers)
    explanation = _lasting_line(lasting, employer, totals(spending), cost)
    return OwnershipResult(
        employer=employer,
        lasting=cost,
        lasting_per_care_hour=_per_care_hour(cost),
        hires=hires,
        cautions=(TODAYS_PRICES, OWN_ESTIMATES, *employer.cautions),
        explanation=_side_by_side((explanation, *(hire.explanation for hire in hires))),
    )


def _side_by_side(options: tuple[Line, ...]) -> Line:
    what = Text("In dienst en inhuren naast elkaar", "Employment and hiring side by side")
    return Line("ownership", what, len(options), LineUnit.COUNT, parts=options)


def _per_care_hour(cost: CostOverTime) -> int:
    return rounded(Fraction(cost.total) / cost.care_hours, Rounding.HALF_UP)


def _hire(offer: HireOffer, on: date, care: list[Fraction], lasting: CostOverTime) -> HireOverTime:
    price = hire_price(offer, on)
    spending = hired_spending(offer, price.per_hour, care)
    people = people_needed(offer.stay_months, len(care))
    cost = over_time(spending, care, people)
    hours = cost.care_hours + people * offer.start_hours
    parts = tuple(
        Line(
            f"ownership.hire.{kind}",
            NAMES[kind],
            amount,
            parts=(price.explanation,) if kind == "care" else (),
        )
        for kind, amount in totals(spending).items()
    )
    what = Text(f"Inhuren: {offer.name}", f"Hiring: {offer.name}")
    return HireOverTime(
        price=price,
        cost=cost,
        vat_total=rounded(price.vat * hours, Rounding.HALF_UP),
        per_care_hour=_per_care_hour(cost),
        break_even_month=break_even_month(lasting, cost),
        explanation=Line(
            "ownership.hire",
            what,
            cost.total,
            formula=formula("{} x {}", number(hours), price.per_hour),
            parts=parts,
        ),
    )


def _lasting_line(
    lasting: LastingWorker, employer: EmployerCost, amounts: dict[str, int], cost: CostOverTime
) -> Line:
    months = str(len(cost.cumulative))
    formulas = {
        "employment": formula("{} / 12 x {}", employer.total, months),
        "development": formula("{} / 12 x {}", lasting.development_cents_per_year, months),
        "recruitment": formula("{} x {}", lasting.recruitment_cents, str(cost.people)),
        "induction": formula(
            "{} x {} x {}",
            number(lasting.induction_hours),
            employer.per_productive_hour,
            str(cost.people),
        ),
    }
    parts = tuple(
        Line(
            f"ownership.{kind}",
            NAMES[kind],
            amount,
            formula=formulas[kind],
            parts=(employer.explanation,) if kind == "employment" else (),
        )
        for kind, amount in amounts.items()
    )
    what = Text("Een blijvende medewerker", "A lasting worker")
    return Line("ownership.lasting", what, cost.total, parts=parts)
