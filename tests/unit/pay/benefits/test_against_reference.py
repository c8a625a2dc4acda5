"""The benefits against a second calculation that shares no code and no figure with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.benefits.entitlements import benefits
from unit.pay.benefits import slow_reference
from unit.pay.household_text import household_from

EURO = 100
INCOMES = st.integers(0, 120_000)
PARTNERS = st.fixed_dictionaries(
    {"income": INCOMES}, optional={"insured": st.booleans(), "age": st.integers(18, 70)}
)
CARE = st.tuples(
    st.sampled_from(["daycare", "after_school", "childminder"]),
    st.integers(1, 260),
    st.integers(500, 1_400).map(lambda price: price / EURO),
).map(list)
CHILDREN = st.lists(
    st.fixed_dictionaries(
        {"age": st.integers(0, 17)}, optional={"care": st.lists(CARE, min_size=1, max_size=2)}
    ),
    max_size=4,
)
HOUSEHOLDS = st.fixed_dictionaries(
    {"income": INCOMES},
    optional={
        "age": st.integers(18, 80),
        "partner": PARTNERS,
        "children": CHILDREN,
        "rent": st.integers(15_000, 150_000).map(lambda rent: rent / EURO),
        "wealth": st.integers(0, 200_000),
    },
)
# Rows of the published table of 2026: first and last euro, share of the first and of the others.
SOME_ROWS = [
    (0, 56_412, "0.96", "0.96"),
    (56_413, 58_184, "0.955", "0.956"),
    (69_493, 73_292, "0.905", "0.946"),
    (118_964, 122_857, "0.606", "0.879"),
    (165_658, 169_547, "0.365", "0.814"),
    (235_698, 400_000, "0.365", "0.682"),
]


def found(told: dict[str, Any], name: BenefitName) -> int:
    """Give euros a month, the same in all months."""
    benefit = benefits(household_from(told))[name]
    assert len(set(benefit.months)) == 1
    return benefit.month // EURO


@settings(max_examples=150, deadline=None)
@given(HOUSEHOLDS)
def test_health_care_agrees(told: dict[str, Any]) -> None:
    assert found(told, BenefitName.HEALTH_CARE) == slow_reference.health_care(told)


@settings(max_examples=150, deadline=None)
@given(HOUSEHOLDS)
def test_rent_agrees(told: dict[str, Any]) -> None:
    assert found(told, BenefitName.RENT) == slow_reference.rent(told)


@settings(max_examples=150, deadline=None)
@given(HOUSEHOLDS)
def test_child_budget_agrees(told: dict[str, Any]) -> None:
    assert found(told, BenefitName.CHILD_BUDGET) == slow_reference.child_budget(told)


@settings(max_examples=150, deadline=None)
@given(HOUSEHOLDS, st.sampled_from(SOME_ROWS), st.booleans())
def test_child_care_agrees_at_both_ends_of_a_row(
    told: dict[str, Any], row: tuple[int, int, str, str], at_the_end: bool
) -> None:
    start, end, first, other = row
    told = {**told, "income": end if at_the_end else start, "partner": {"income": 0}}
    expected = slow_reference.child_care(told, Decimal(first), Decimal(other))
    assert found(told, BenefitName.CHILD_CARE) == expected
