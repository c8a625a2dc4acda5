"""What somebody from elsewhere costs for a shift, with and without VAT, before anybody is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.contracts import (
    make_agreement,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
)
from factories.moments import MONDAY
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.rooms.contracts import queries
from rondstroom.rooms.contracts.models import LendingAgreement
from rondstroom.rooms.contracts.states import RateKind

EIGHT_HOURS = 480


@pytest.fixture
def lent(cast: Cast) -> LendingAgreement:
    """Let Molenpoort lend to De Linde at the worked example's rate."""
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(agreement)
    return agreement


def asked(cast: Cast, on: date = MONDAY, code: str = "") -> list[queries.AskedPrice]:
    return queries.prices_before_asking(cast.de_linde.pk, on, EIGHT_HOURS, code)


def test_without_a_ground_vat_comes_on_top(cast: Cast, lent: LendingAgreement) -> None:
    (one,) = asked(cast)
    shift = queries.price_with_vat(lent.pk, MONDAY)
    assert shift is not None
    assert (one.name, one.cents, one.is_taxed) == ("Molenpoort", shift.shift_cents, True)
    assert one.vat_cents == shift.shift_vat_cents == round(shift.shift_cents * 0.21)


@pytest.mark.parametrize(("inspector", "waits"), [("", True), ("BD 12", False)])
def test_a_ground_takes_it_away_and_says_whether_that_is_sure(
    cast: Cast, lent: LendingAgreement, inspector: str, waits: bool
) -> None:
    make_vat(lent, Ground.CLOSELY_RELATED, inspector=inspector)
    (one,) = asked(cast)
    assert (one.is_taxed, one.vat.is_to_confirm) == (False, waits)
    assert one.vat_cents is not None
    assert one.vat_cents > 0  # what is saved, and what may still come


def test_who_is_cheapest_stands_first_and_who_has_no_rate_last(
    cast: Cast, lent: LendingAgreement
) -> None:
    make_agreement(cast.rijnzicht, cast.de_linde)
    hired = make_supplier_agreement(make_supplier(cast.de_linde))
    make_rate(hired, terms=PriceTerms(hour_cents=10_00), kind=RateKind.AGREED)
    names = [one.name for one in asked(cast)]
    assert names == ["Uitzendbureau Zonzicht", "Molenpoort", "Rijnzicht"]
    assert asked(cast)[0].cents == 80_00
    assert (asked(cast)[2].cents, asked(cast)[2].vat_cents) == (None, None)


def test_the_rate_of_the_function_counts(cast: Cast, lent: LendingAgreement) -> None:
    make_rate(lent, "VIG", terms=PriceTerms(hour_cents=30_00))
    assert asked(cast, code="VIG")[0].cents == 240_00
    assert asked(cast, code="VP6")[0].cents != 240_00


def test_what_is_lent_out_not_signed_or_over_is_no_price(
    cast: Cast, lent: LendingAgreement
) -> None:
    make_agreement(cast.rijnzicht, cast.de_linde, signed_by_both=False)
    make_agreement(cast.de_linde, cast.rijnzicht)
    lent.ends_on = MONDAY
    lent.save()
    assert asked(cast) == []
    assert len(asked(cast, MONDAY - timedelta(days=1))) == 1


def test_three_questions_however_many(
    cast: Cast, lent: LendingAgreement, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        supplier = make_supplier(cast.de_linde, f"Bureau {number}")
        make_rate(make_supplier_agreement(supplier))
    with django_assert_num_queries(3):
        assert len(asked(cast)) == 4
