"""The four benefits once more, from the published rules of 2026: plain sums, nothing shared.

Every number stands here itself, and money is in `Decimal` euros. It knows households of which the
ages hold all year.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

D = Decimal
TWELVE = D(12)
HIGHEST_PRICE = {"daycare": D("11.23"), "after_school": D("9.98"), "childminder": D("8.49")}


def whole_euros(amount: Decimal) -> int:
    """Give whole euros, rounded down."""
    return int(amount.to_integral_value(ROUND_FLOOR))


def cents(amount: Decimal) -> Decimal:
    """Give an amount rounded to cents, half a cent up."""
    return amount.quantize(D("0.01"), ROUND_HALF_UP)


def joint_income(told: dict[str, Any]) -> Decimal:
    """Give the whole euros of both incomes."""
    partner = told.get("partner") or {}
    return D(int(told["income"])) + D(int(partner.get("income", 0)))


def health_care(told: dict[str, Any]) -> int:
    """Give the zorgtoeslag of a month."""
    partner = told.get("partner")
    if told.get("wealth", 0) > (184_633 if partner is not None else 146_011):
        return 0
    people, share = (2, D("0.04289")) if partner is not None else (1, D("0.01912"))
    above = max(D(0), joint_income(told) - 29_736)
    year = people * D(2_119) - (share * 29_736 + D("0.1373") * above)
    if partner is not None:
        year *= D(told.get("insured", True) + partner.get("insured", True)) / 2
    year = year.quantize(D(1), ROUND_HALF_UP)
    return whole_euros(year / TWELVE) if year >= 24 else 0


def rent(told: dict[str, Any]) -> int:
    """Give the huurtoeslag of a month."""
    if "rent" not in told:
        return 0
    partner, children = told.get("partner"), told.get("children", [])
    if told.get("wealth", 0) > (76_958 if partner is not None else 38_479):
        return 0
    people = 1 + (partner is not None) + len(children)
    ages = [told.get("age", 30), *([partner.get("age", 30)] if partner is not None else [])]
    young = not children and max(ages) < 21
    counted = min(D(str(told["rent"])), D("498.20") if young else D("932.93"))
    base = D("202.52") if people == 1 else D("200.71")
    middle = D("713.02") if people <= 2 else D("764.14")
    paid = max(D(0), min(counted, D("498.20")) - base)
    if not young:
        paid += D("0.65") * max(D(0), min(counted, middle) - D("498.20"))
        paid += D("0.40") * max(D(0), counted - middle)
    start, taper = (D(23_425), D("0.27")) if people == 1 else (D(31_500), D("0.22"))
    less = max(D(0), joint_income(told) - start) * taper / TWELVE
    return whole_euros(max(D(0), paid - less))


def child_budget(told: dict[str, Any]) -> int:
    """Give the kindgebonden budget of a month."""
    partner = told.get("partner")
    ages = [child["age"] for child in told.get("children", []) if child["age"] < 18]
    if not ages or told.get("wealth", 0) > (184_633 if partner is not None else 146_011):
        return 0
    most = D(2_580) * len(ages)
    most += 724 * sum(12 <= age <= 15 for age in ages)
    most += 964 * sum(16 <= age <= 17 for age in ages)
    if partner is None:
        most += 3_416
    start = D(39_141) if partner is not None else D(29_736)
    less = D("0.076") * max(D(0), joint_income(told) - start)
    return whole_euros(max(D(0), most - less) / TWELVE)


def child_care(told: dict[str, Any], first: Decimal, other: Decimal) -> int:
    """Give the kinderopvangtoeslag of a month at the two shares of the income's row."""
    costs = []
    for child in told.get("children", []):
        left, spent = D(230), D(0)
        for kind, hours, price in child.get("care", []):
            counted = min(D(str(hours)), left)
            left -= counted
            spent += cents(counted * min(D(str(price)), HIGHEST_PRICE[kind]))
        if child.get("care"):
            costs.append((D(230) - left, spent))
    costs.sort(reverse=True)
    shares = [first, *[other] * (len(costs) - 1)]
    paid = [cents(spent * share) for (_hours, spent), share in zip(costs, shares, strict=False)]
    return whole_euros(sum(paid, D(0)))
