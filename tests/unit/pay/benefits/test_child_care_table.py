"""The published table of child care shares: whole, without gaps, and looked up at every end."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from flexpool.parameters import lookup
from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.benefits.entitlements import FORMULAS
from unit.pay.household_text import household_from

ROWS = lookup("pay.childcare_benefit.shares", date(2026, 1, 1)).value
COST = 1_000  # 100 hours at 10 euros


def _paid(income: int) -> int:
    told = {"income": income, "children": [{"age": 2, "care": [["daycare", 100, 10]]}]}
    return FORMULAS[BenefitName.CHILD_CARE](household_from(told)).month // 100


def test_the_table_is_whole_and_has_no_gaps() -> None:
    assert len(ROWS) == 69
    assert ROWS[0][0] == 0
    assert ROWS[-1][1] is None
    assert all(one[1] + 1 == other[0] for one, other in pairwise(ROWS))


def test_no_share_rises_with_the_income() -> None:
    for one, other in pairwise(ROWS):
        assert Fraction(one[2]) >= Fraction(other[2])
        assert Fraction(one[3]) >= Fraction(other[3])


def test_a_next_child_never_gets_a_smaller_share_than_the_first() -> None:
    assert all(Fraction(row[3]) >= Fraction(row[2]) for row in ROWS)


def test_both_ends_of_every_row_pay_its_share() -> None:
    for start, end, first, _other in ROWS:
        expected = int(COST * Fraction(first))
        assert _paid(start) == expected
        assert end is None or _paid(end) == expected
