"""What always holds for a lasting worker against hiring, whatever is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.pay.ownership import Choice, HireForm, HireOffer, cost_of_ownership
from unit.pay.hire_situations import lasting_worker
from unit.pay.work_situations import Told

CONTRACT: Told = {
    "year": 2026, "month": 3200, "hours": 28, "recruitment": 0, "induction": 0, "learning": 0,
    "productivity": 1, "development": 0, "stay": 48,
}  # fmt: skip
shares = st.integers(1, 100).map(lambda hundredths: Fraction(hundredths, 100))
offers = st.builds(
    HireOffer,
    name=st.just("somebody"),
    form=st.just(HireForm.AGENCY),
    base_cents=st.integers(1500, 9000),
    factor=st.integers(100, 280).map(lambda hundredths: Fraction(hundredths, 100)),
    extra_cents_per_hour=st.integers(0, 500),
    start_hours=st.integers(0, 40).map(Fraction),
    stay_months=st.integers(1, 24),
)
workers = st.builds(
    replace,
    st.just(lasting_worker(CONTRACT)),
    recruitment_cents=st.integers(0, 10_000_00),
    induction_hours=st.integers(0, 120).map(Fraction),
    learning_months=st.integers(0, 6),
    learning_productivity=shares,
    development_cents_per_year=st.integers(0, 2000_00),
    stay_months=st.integers(1, 60),
)
choices = st.builds(Choice, lasting=workers, offers=st.tuples(offers), months=st.integers(1, 60))
few = settings(max_examples=60, deadline=None)


@few
@given(choices)
def test_the_lines_add_up_to_the_totals_to_the_cent(choice: Choice) -> None:
    result = cost_of_ownership(choice)
    lasting = result.explanation.find("ownership.lasting")
    hired = result.explanation.find("ownership.hire")
    assert result.lasting.total == sum(int(part.amount) for part in lasting.parts)
    assert result.hires[0].cost.total == sum(int(part.amount) for part in hired.parts)


@few
@given(choices)
def test_nothing_spent_is_ever_given_back(choice: Choice) -> None:
    result = cost_of_ownership(choice)
    for cost in (result.lasting, result.hires[0].cost):
        assert list(cost.cumulative) == sorted(cost.cumulative)
        assert len(cost.cumulative) == choice.months
    assert result.lasting.care_hours == result.hires[0].cost.care_hours


@few
@given(choices)
def test_from_the_break_even_month_on_employment_stays_cheaper(choice: Choice) -> None:
    result = cost_of_ownership(choice)
    (hire,) = result.hires
    cheaper = [
        own <= theirs
        for own, theirs in zip(result.lasting.cumulative, hire.cost.cumulative, strict=True)
    ]
    if hire.break_even_month is None:
        assert not cheaper[-1]
    else:
        assert all(cheaper[hire.break_even_month - 1 :])
        assert hire.break_even_month == 1 or not cheaper[hire.break_even_month - 2]


@few
@given(choices, st.integers(1, 500))
def test_a_dearer_offer_never_makes_hiring_cheaper(choice: Choice, more: int) -> None:
    (offer,) = choice.offers
    dearer = replace(choice, offers=(replace(offer, base_cents=offer.base_cents + more),))
    before, after = cost_of_ownership(choice).hires[0], cost_of_ownership(dearer).hires[0]
    assert after.cost.total >= before.cost.total
    assert (after.break_even_month or 999) <= (before.break_even_month or 999)
