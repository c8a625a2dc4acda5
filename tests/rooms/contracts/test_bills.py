"""Bills of suppliers: the real rate beside the agreed one, each bill once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factories.contracts import (
    make_agreement,
    make_rate,
    make_supplier,
    make_supplier_agreement,
)
from factories.identity import signed
from flexpool.contracts.price import PriceTerms
from people import Cast
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.models import LendingAgreement, SupplierBill
from rondstroom.rooms.contracts.states import RateKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(cast: Cast) -> LendingAgreement:
    """Give an agreement at 54.50 an hour, and 59.90 from July."""
    one = make_supplier_agreement(make_supplier(cast.de_linde))
    for month, cents in [(1, 54_50), (7, 59_90)]:
        terms = PriceTerms(hour_cents=cents)
        make_rate(one, terms=terms, kind=RateKind.AGREED, starts_on=date(2026, month, 1))
    return one


def bill(agreement: LendingAgreement, **changes: Any) -> SupplierBill:
    told = {"month": date(2026, 6, 15), "minutes": 600, "net_cents": 545_00, "reference": "F1"}
    return actions.write_bill(agreement=agreement, **told | changes, **signed())


@pytest.mark.parametrize(
    ("told", "real", "agreed", "over"),
    [
        ({}, 54_50, 54_50, 0),
        ({"net_cents": 545_05}, 54_51, 54_50, 1),
        ({"net_cents": 545_04}, 54_50, 54_50, 0),
        ({"net_cents": 599_00}, 59_90, 54_50, 5_40),
        ({"net_cents": 500_00}, 50_00, 54_50, 0),
        ({"net_cents": 599_00, "month": date(2026, 7, 1)}, 59_90, 59_90, 0),
        ({"month": date(2025, 12, 31)}, 54_50, None, 0),
    ],
    ids=["the same", "a cent", "under half a cent", "more", "less", "after a rise", "no rate"],
)
def test_the_real_rate_stands_beside_the_agreed_one(
    hired: LendingAgreement, told: dict[str, Any], real: int, agreed: int | None, over: int
) -> None:
    bill(hired, **told)
    (found,) = queries.bills_of(hired.pk)
    assert (found.real_hour_cents, found.agreed_hour_cents) == (real, agreed)
    assert found.over_cents == over
    assert found.bill.month.day == 1


def test_a_bill_is_kept_once(hired: LendingAgreement) -> None:
    bill(hired)
    with pytest.raises(actions.UnableToWriteBill, match="staat er al"):
        bill(hired, reference=" F1 ")
    bill(hired, reference="F2", month=date(2026, 8, 1))
    assert [one.bill.reference for one in queries.bills_of(hired.pk)] == ["F2", "F1"]


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"reference": " "}, {"reference": "x" * 61}])
def test_a_bill_that_cannot_be_is_refused(hired: LendingAgreement, wrong: dict[str, Any]) -> None:
    with pytest.raises(actions.UnableToWriteBill):
        bill(hired, **wrong)
    assert not SupplierBill.objects.exists()


def test_organisations_bill_each_other_by_settlement(cast: Cast) -> None:
    with pytest.raises(actions.UnableToWriteBill, match="Alleen een leverancier"):
        bill(make_agreement(cast.molenpoort, cast.de_linde))
