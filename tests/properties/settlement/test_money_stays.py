"""Whatever is charged, credited and set off: no cent comes into being or is lost."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Category
from flexpool.money import Rounding, times
from flexpool.periods import Period, local
from flexpool.settlement import (
    Amount,
    Debt,
    LentWork,
    Terms,
    VatTerms,
    charge_of,
    credited,
    explained,
    positions,
    set_off,
    totals_of,
)

SHARE = st.integers(0, 5_000).map(lambda told: Fraction(told, 10_000))
VAT = st.sampled_from(
    [
        VatTerms(Category.STANDARD, Fraction(21, 100)),
        VatTerms(Category.EXEMPT, reason="Vrijgesteld"),
        VatTerms(Category.OUTSIDE, reason="Gemene rekening"),
    ]
)
PRICE = st.builds(
    PriceTerms,
    hour_cents=st.integers(0, 9_000),
    holiday_allowance=SHARE,
    year_end_bonus=SHARE,
    charges=SHARE,
    fee=SHARE,
)
TERMS = st.builds(
    Terms,
    cao=st.sampled_from(["vvt", "zkh"]),
    price=PRICE,
    pays_allowance=st.booleans(),
    expenses_cents=st.integers(0, 5_000),
    vat=VAT,
)
WORK = st.builds(
    lambda start, length, rest, more: LentWork(
        Period(
            local(2026, 1, 2) + timedelta(minutes=start),
            local(2026, 1, 2) + timedelta(minutes=start + length),
        ),
        rest % length,
        more,
    ),
    st.integers(0, 360 * 24 * 60),
    st.integers(2, 24 * 60),
    st.integers(0, 60),
    st.integers(0, 180),
)
DEBTS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(-50_000, 90_000)), max_size=30
).map(
    lambda told: [
        Debt(str(number), seller, buyer, cents)
        for number, (seller, buyer, cents) in enumerate(told)
        if seller != buyer
    ]
)


@settings(deadline=None)
@given(WORK, TERMS)
def test_both_sides_find_the_same_and_the_parts_add_up(work: LentWork, terms: Terms) -> None:
    charge = charge_of(work, terms)
    assert charge == charge_of(work, terms)
    line = explained(work, terms)
    assert line.amount == charge.net == sum(part.amount for part in line.parts)
    assert charge.net == charge.cost + charge.fee + charge.part("lending.expenses")
    assert sum(minutes for _share, minutes, _cents in charge.irregular) <= charge.minutes


@settings(deadline=None)
@given(WORK, TERMS)
def test_a_credit_leaves_nothing(work: LentWork, terms: Terms) -> None:
    charge = charge_of(work, terms)
    back = credited(charge)
    assert charge.net + back.net == charge.cost + back.cost == charge.minutes + back.minutes == 0
    totals = [totals_of([Amount(one.net, terms.vat)]) for one in (charge, back)]
    assert sum(one.gross for one in totals) == sum(one.vat for one in totals) == 0


@given(st.lists(st.tuples(st.integers(-90_000, 90_000), VAT), max_size=40))
def test_an_invoice_adds_up(lines: list[tuple[int, VatTerms]]) -> None:
    totals = totals_of([Amount(cents, vat) for cents, vat in lines])
    assert totals.gross == totals.net + totals.vat
    assert totals.net == sum(cents for cents, _vat in lines)
    for group in totals.groups:
        over = sum(cents for cents, vat in lines if vat == group.terms)
        assert group.vat == times(over, group.terms.share, Rounding.HALF_UP)


@given(DEBTS)
def test_over_all_organisations_the_sum_is_nothing(debts: list[Debt]) -> None:
    assert sum(positions(debts).values()) == 0


@given(DEBTS)
def test_setting_off_takes_the_same_from_both_and_never_more_than_is_owed(
    debts: list[Debt],
) -> None:
    found = set_off(debts, 1, 2)
    open_of = {debt.name: debt for debt in debts}
    paid = {1: 0, 2: 0}
    for name, cents in found.parts:
        debt = open_of[name]
        assert 0 < cents / debt.cents <= 1
        paid[debt.seller] += cents
    assert paid == {1: found.cents, 2: found.cents}
    assert found.cents >= 0
    after = [
        Debt(debt.name, debt.seller, debt.buyer, debt.cents - dict(found.parts).get(debt.name, 0))
        for debt in debts
    ]
    assert positions(after) == positions(debts)
    assert set_off(after, 1, 2).cents == 0
