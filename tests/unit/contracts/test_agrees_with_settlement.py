"""An hour charged by this storey is what settlement charges, to the cent."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factories.moments import MONDAY, period
from flexpool.contracts.price import PriceTerms, Work, price_of_work
from flexpool.contracts.vat.grounds import Category
from flexpool.settlement import Terms, VatTerms
from flexpool.settlement.charge import charge_of
from flexpool.settlement.work import LentWork

SHARES = st.integers(0, 10_000).map(lambda points: Fraction(points, 10_000))


@given(
    hour=st.integers(500, 30_000),
    shares=st.tuples(SHARES, SHARES, SHARES, SHARES),
    night=st.booleans(),
)
def test_the_same_cents(hour: int, shares: tuple[Fraction, ...], night: bool) -> None:
    holiday, bonus, charges, fee = shares
    spell = period(MONDAY, "23:00", "07:15") if night else period(MONDAY, "08:00", "16:30")
    price = PriceTerms(
        hour_cents=hour,
        holiday_allowance=holiday,
        year_end_bonus=bonus,
        charges=charges,
        fee=fee,
    )
    vat = VatTerms(Category.STANDARD, Fraction(21, 100))
    charge = charge_of(LentWork(spell), Terms(cao="vvt", price=price, vat=vat))
    work = Work(minutes=charge.minutes, allowance_cents=charge.allowance)
    line = price_of_work(price, work)
    assert int(line.amount) == charge.net
    assert int(line.find("lending.cost").amount) == charge.cost
