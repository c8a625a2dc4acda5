"""The benefit for child care (kinderopvangtoeslag; Wet kinderopvang art. 1.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded, times
from flexpool.parameters import Value, lookup
from flexpool.pay.benefits.benefit import (
    WHOLE_EUROS_DOWN,
    Benefit,
    BenefitName,
    nothing,
    over_the_year,
    refused,
    whole_euros,
)
from flexpool.pay.benefits.household import Care, CareKind, Child, Household
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.refusal import Impossible
from flexpool.text import Text

NAME = BenefitName.CHILD_CARE
AREA = "childcare_benefit"
HOUR_MAX = {
    CareKind.DAYCARE: "hour_max_day_care",
    CareKind.AFTER_SCHOOL: "hour_max_after_school",
    CareKind.CHILDMINDER: "hour_max_childminder",
}
KIND_WORDS = {
    CareKind.DAYCARE: Text("Dagopvang", "Daycare"),
    CareKind.AFTER_SCHOOL: Text("Buitenschoolse opvang", "After-school care"),
    CareKind.CHILDMINDER: Text("Gastouder", "Childminder"),
}


@dataclass(frozen=True, slots=True)
class _Cost:
    """What counts of the care of one child in a month: hours, cents and the lines."""

    hours: Fraction
    cents: int
    lines: tuple[Line, ...]


def child_care_benefit(household: Household) -> Benefit:
    """Give the kinderopvangtoeslag of every month.

    Of one child at most the hours of the cap count, in the order in which its care is given.

    Raises
    ------
    NoFigureForDate
        When there is child care and the figures of the household's year are not known.
    """
    if not any(child.care for child in household.children):
        return nothing(NAME, Text("Geen kinderopvang opgegeven.", "No child care was given."))
    if not household.parents_work:
        why = Text(
            "Alleen als elke ouder werkt, studeert of inburgert.",
            "Only if every parent works, studies or integrates.",
        )
        return nothing(NAME, why)
    return over_the_year(
        NAME,
        household,
        lambda month: tuple(c for c in household.children if c.care and c.age_on(month) >= 0),
        lambda children: _month(household, children),
    )


def _month(household: Household, children: tuple[Child, ...]) -> Line:
    if not children:
        return refused(
            f"{NAME}.month", Text("Nog geen kind in de opvang.", "No child in care yet.")
        )
    day = household.first_day
    costs = [_cost(child.care, day) for child in children]
    first = max(costs, key=lambda cost: (cost.hours, cost.cents))
    others = list(costs)
    others.remove(first)
    paid = _shares(household.income_euros, day)
    words = Text("Kind met de meeste uren", "Child with the most hours")
    lines = [_paid(first, paid.first, words, paid.figure)]
    words = Text("Ander kind", "Another child")
    lines += [_paid(cost, paid.other, words, paid.figure) for cost in others]
    return Line(
        f"{NAME}.month",
        Text("Per maand", "Per month"),
        whole_euros(sum(int(line.amount) for line in lines)),
        rounding=WHOLE_EUROS_DOWN,
        parts=tuple(lines),
    )


def _cost(contracts: tuple[Care, ...], day: date) -> _Cost:
    cap = lookup(f"pay.{AREA}.hours_max", day)
    left, total, spent, lines = Fraction(cap.value), 0, Fraction(0), []
    for care in contracts:
        most, figure = cents(f"{AREA}.{HOUR_MAX[care.kind]}", day)
        hours, price = min(care.hours_month, left), min(care.rate_cents, most)
        cost = times(price, hours, Rounding.HALF_UP)
        told = formula("{} x {}", number(hours), price)
        left, total, spent = left - hours, total + cost, spent + hours
        lines.append(
            Line(
                f"{NAME}.cost",
                KIND_WORDS[care.kind],
                cost,
                formula=told,
                figures=(cap, figure),
                rounding=WHOLE_CENTS,
            )
        )
    return _Cost(spent, total, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Shares:
    """The row of the table at an income."""

    first: Fraction
    other: Fraction
    figure: Value


def _shares(income_euros: int, day: date) -> _Shares:
    figure = lookup(f"pay.{AREA}.shares", day)
    for start, end, first, other in figure.value:
        if start <= income_euros and (end is None or income_euros <= end):
            return _Shares(Fraction(first), Fraction(other), figure)
    raise Impossible(
        "income",
        f"{income_euros} euro per jaar staat in geen rij van de tabel",
        f"{income_euros} euros a year stands in no row of the table",
    )


def _paid(cost: _Cost, share: Fraction, what: Text, figure: Value) -> Line:
    return Line(
        f"{NAME}.paid",
        what,
        rounded(cost.cents * share, Rounding.HALF_UP),
        formula=formula("{} x {}", cost.cents, percent(share)),
        figures=(figure,),
        rounding=WHOLE_CENTS,
        parts=cost.lines,
    )
