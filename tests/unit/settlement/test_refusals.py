"""What terms and hours cannot be."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Category
from flexpool.pay.ort.bands import NoSuchBands
from flexpool.periods import Period, local
from flexpool.settlement import LentWork, Terms, VatTerms, charge_of

DAY = Period(local(2026, 11, 24, 9), local(2026, 11, 24, 17))
TAXED = VatTerms(Category.STANDARD, Fraction(21, 100))


def terms(**changes: Any) -> Terms:
    """Give terms with something changed."""
    told: dict[str, Any] = {"cao": "vvt", "price": PriceTerms(hour_cents=20_00), "vat": TAXED}
    return Terms(**told | changes)


@pytest.mark.parametrize("category", [Category.EXEMPT, Category.OUTSIDE])
def test_no_exemption_is_silent(category: Category) -> None:
    with pytest.raises(ValueError, match="reason"):
        VatTerms(category, reason=" ")


def test_vat_that_is_due_has_a_rate_and_other_has_none() -> None:
    with pytest.raises(ValueError, match="share"):
        VatTerms(Category.STANDARD)
    with pytest.raises(ValueError, match="share"):
        VatTerms(Category.EXEMPT, Fraction(21, 100), "Vrijgesteld")


def test_a_number_that_cannot_be_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="expenses_cents"):
        terms(expenses_cents=-1)


def test_a_break_is_shorter_than_the_work_and_nothing_is_negative() -> None:
    with pytest.raises(ValueError, match="break_minutes"):
        LentWork(DAY, break_minutes=480)
    with pytest.raises(ValueError, match="break_minutes"):
        LentWork(DAY, break_minutes=-1)
    with pytest.raises(ValueError, match="minutes are not negative"):
        LentWork(DAY, topped_up_minutes=-1)


def test_an_unknown_cao_is_refused_rather_than_charged_without_allowance() -> None:
    with pytest.raises(NoSuchBands):
        charge_of(LentWork(DAY), terms(cao="onzin"))
