"""What is open between organisations: paid, set off, and always nothing over all together."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.contracts import make_finance
from factories.identity import make_planner, signed
from factories.moments import NOW
from factories.people import make_worker
from factories.settlement import (
    LAST_WEEK,
    make_approved,
    make_billing,
    make_lending,
    make_worked,
    settled,
)
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Invoice, Payment, SetOff

TODAY = date(2026, 12, 23)
DECEMBER = NOW + timedelta(days=31)


@pytest.fixture
def both(cast: Cast) -> Cast:
    """Let Rijnzicht lend two shifts to De Linde, and De Linde one to Rijnzicht."""
    make_billing(cast.rijnzicht, cast.de_linde)
    make_lending(cast.rijnzicht, cast.de_linde)
    make_lending(cast.de_linde, cast.rijnzicht)
    roos = make_planner(cast.rijnzicht, "Roos")
    for number in range(2):
        day = LAST_WEEK + timedelta(days=number)
        make_approved(make_worked(cast.joke, cast.vlinder, day=day), cast.pia, roos)
    ilse = make_worker("Ilse", organisation=cast.de_linde, function="IC-vpk")
    make_approved(make_worked(ilse, cast.intensive_care, function="IC-vpk"), roos, cast.pia)
    settled(cast.rijnzicht)
    settled(cast.de_linde)
    return cast


def open_of(seller: object) -> int:
    return sum(
        queries.open_of(row) for row in queries.invoices_of(seller.pk) if row.seller == seller
    )  # type: ignore[attr-defined]


def test_together_nothing_is_owed(both: Cast) -> None:
    found = queries.balances()
    assert sum(found.values()) == 0
    assert found[both.rijnzicht.pk] > 0 > found[both.de_linde.pk]
    (one,) = queries.balances_of(both.rijnzicht.pk)
    assert one.other_id == both.de_linde.pk
    assert one.left == one.gets - one.pays == found[both.rijnzicht.pk]
    assert one.proposal.cents == one.pays
    assert len(queries.debts()) == len(queries.debts([both.de_linde.pk])) == 2


def test_setting_off_takes_the_same_from_both_sides(both: Cast) -> None:
    before = queries.balances()
    rik = make_finance(both.rijnzicht, "Rik")
    made = actions.set_off_with(
        organisation=both.rijnzicht, other=both.de_linde, by=rik, at=DECEMBER
    )
    assert queries.balances() == before
    (one,) = queries.balances_of(both.rijnzicht.pk)
    assert (one.pays, one.gets) == (0, before[both.rijnzicht.pk])
    sides = [payment.invoice.seller_id for payment in made.payments.all()]
    assert sorted(sides) == sorted([both.rijnzicht.pk, both.de_linde.pk])
    assert sum(p.cents for p in made.payments.all()) == 2 * made.cents
    assert journal.entries_about(f"set-off:{made.pk}").count() == 2
    with pytest.raises(actions.UnableToPay) as refused:
        actions.set_off_with(organisation=both.rijnzicht, other=both.de_linde, by=rik, at=DECEMBER)
    assert refused.value.code == "nothing"
    assert SetOff.objects.count() == 1


def test_a_payment_is_never_more_than_is_open(both: Cast) -> None:
    rik = make_finance(both.rijnzicht, "Rik")
    row = Invoice.objects.get(seller=both.rijnzicht)
    whole = row.gross_cents
    for cents in (0, -1, whole + 1):
        with pytest.raises(actions.UnableToPay, match="staat"):
            actions.record_payment(invoice=row, cents=cents, on_day=TODAY, by=rik, at=DECEMBER)
    actions.record_payment(invoice=row, cents=100, on_day=TODAY, by=rik, at=DECEMBER)
    assert open_of(both.rijnzicht) == whole - 100
    actions.record_payment(invoice=row, cents=whole - 100, on_day=TODAY, by=rik, at=DECEMBER)
    assert open_of(both.rijnzicht) == 0
    with pytest.raises(actions.UnableToPay):
        actions.record_payment(invoice=row, cents=1, on_day=TODAY, by=rik, at=DECEMBER)
    assert Payment.objects.count() == 2


def test_only_who_sent_it_says_what_came_in(both: Cast) -> None:
    row = Invoice.objects.get(seller=both.rijnzicht)
    for who in (both.petra, both.pia, both.coen, both.otto):
        with pytest.raises(actions.UnableToPay, match="Alleen wie"):
            actions.record_payment(invoice=row, cents=1, on_day=TODAY, by=who, at=DECEMBER)
        with pytest.raises(actions.UnableToPay, match="verreken je niet"):
            actions.set_off_with(
                organisation=both.rijnzicht, other=both.de_linde, by=who, at=DECEMBER
            )
    assert signed()["by"].is_machine
