"""A nurse of hospital A works two nights at nursing home B: hours, both agree, money, credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from factories.contracts import make_finance
from factories.identity import make_planner, signed
from factories.moments import NOW
from factories.settlement import (
    LAST_WEEK,
    make_approved,
    make_billing,
    make_hours,
    make_lending,
    make_worked,
    settled,
)
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.integrations.ubl import ubl_of
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Invoice
from rondstroom.rooms.settlement.states import Deviation, HoursState, InvoiceKind

DECEMBER = NOW + timedelta(days=31)
TAXED, EXEMPT = None, Ground.CLOSELY_RELATED


@pytest.mark.parametrize("ground", [TAXED, EXEMPT], ids=["with VAT", "without VAT"])
def test_two_nights(cast: Cast, ground: Ground | None) -> None:
    make_billing(cast.rijnzicht, cast.de_linde)
    make_lending(cast.rijnzicht, cast.de_linde, ground)
    roos = make_planner(cast.rijnzicht, "Roos")
    rik = make_finance(cast.rijnzicht, "Rik")
    nights = [
        make_worked(cast.joke, cast.vlinder, day=day, start="23:00", end="07:15")
        for day in (LAST_WEEK, LAST_WEEK + timedelta(days=1))
    ]
    # Joke tells the hours; the nursing home agrees first, then the hospital.
    rows = [make_hours(night) for night in nights]
    assert [row.state for row in rows] == [HoursState.REGISTERED] * 2
    seen = [(row, row.version) for row in rows]
    assert actions.approve_many(seen=seen, by=cast.pia, at=NOW).count == 2
    assert actions.approve_many(seen=seen, by=roos, at=NOW).count == 2
    # The hospital settles: two lines on one invoice, a file that breaks no rule.
    settled(cast.rijnzicht)
    sent = queries.invoice(Invoice.objects.get().pk)
    assert sent is not None
    assert [row.minutes for row in queries.lines_of(sent.pk)] == [465, 465]
    assert all(queries.recomputed(row).is_same for row in queries.lines_of(sent.pk))
    assert bool(sent.vat_cents) == (ground is TAXED)
    assert b"InvoiceLine" in ubl_of(sent)
    # One night was an hour shorter: corrected, agreed to again, credited and charged anew.
    shorter = replace(
        queries.planned(nights[0]),
        ends_at=nights[0].ends_at - timedelta(hours=1),
        deviation=Deviation.MISTAKE,
    )
    row = actions.register_hours(
        assignment=nights[0], said=shorter, by=cast.joke.account, at=DECEMBER, seen=1
    )
    for planner in (cast.pia, roos):
        row = actions.approve_hours(hours=row, version=2, by=planner, at=DECEMBER)
    run = actions.settle_corrections(seller=cast.rijnzicht, by=rik, at=DECEMBER)
    actions.perform_run(run=run, by=rik, at=DECEMBER)
    kinds = [one.kind for one in Invoice.objects.order_by("sequence")]
    assert kinds == [InvoiceKind.INVOICE, InvoiceKind.INVOICE, InvoiceKind.CREDIT]
    # The balance is what the two nights really came to, and nothing over all together.
    nets = [charge.net_cents for one in Invoice.objects.all() for charge in one.charges.all()]
    (balance,) = queries.balances_of(cast.rijnzicht.pk)
    assert balance.left == sum(one.gross_cents for one in Invoice.objects.all())
    assert sum(nets) < sent.net_cents
    assert sum(queries.balances().values()) == 0


def test_every_organisation_lends_to_every_other_and_the_sum_is_nothing(cast: Cast) -> None:
    three = [cast.rijnzicht, cast.de_linde, cast.molenpoort]
    make_billing(*three)
    for lender in three:
        for borrower in three:
            if lender != borrower:
                make_lending(lender, borrower)
    roos = make_planner(cast.rijnzicht, "Roos")
    work = [
        (cast.joke, cast.vlinder, "VIG", (cast.pia, roos)),
        (cast.joke, cast.wijkteam, "VP6", (cast.bas, roos)),
        (cast.niels, cast.intensive_care, "IC-vpk", (roos, cast.pia)),
        (cast.niels, cast.wijkteam, "VIG", (cast.bas, cast.pia)),
        (cast.ruud, cast.vlinder, "Helpende", (cast.pia, cast.bas)),
    ]
    for number, (worker, team, function, planners) in enumerate(work):
        day = LAST_WEEK + timedelta(days=number)
        make_approved(make_worked(worker, team, day=day, function=function), *planners)
    for seller in three:
        settled(seller)
    assert Invoice.objects.count() == 5
    found = queries.balances()
    assert set(found) == {one.pk for one in three}
    assert sum(found.values()) == 0
    assert signed()["by"].is_machine
