"""From an invoice in the database to the file: same cents, no names, and refused when unfit."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta

import pytest

from factories.identity import make_planner, signed
from factories.moments import NOW
from factories.settlement import (
    LAST_WEEK,
    make_approved,
    make_billing,
    make_lending,
    make_worked,
    settled,
)
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.integrations.ubl import UnfitInvoice, paper_of, problems, ubl_of
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Invoice
from rondstroom.rooms.settlement.states import Deviation

DECEMBER = NOW + timedelta(days=31)


def lend(cast: Cast, ground: Ground | None = None, **details: str) -> Invoice:
    """Let Joke of Rijnzicht work a night at De Linde, and settle it."""
    make_billing(cast.rijnzicht, cast.de_linde, **details)
    make_lending(cast.rijnzicht, cast.de_linde, ground)
    roos = make_planner(cast.rijnzicht, "Roos")
    one = make_worked(cast.joke, cast.vlinder, day=LAST_WEEK, start="23:00", end="07:00")
    make_approved(one, cast.pia, roos)
    settled(cast.rijnzicht)
    found = queries.invoice(Invoice.objects.get().pk)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("ground", "category"),
    [(None, "S"), (Ground.CLOSELY_RELATED, "E"), (Ground.COST_SHARING, "O")],
)
def test_the_file_has_the_amounts_of_the_invoice(
    cast: Cast, ground: Ground | None, category: str
) -> None:
    invoice = lend(cast, ground)
    paper = paper_of(invoice)
    assert problems(paper) == []
    assert [tax.category for tax in paper.taxes] == [category]
    assert (paper.net, paper.vat) == (invoice.net_cents, invoice.vat_cents)
    text = ubl_of(invoice).decode()
    euros = f"{invoice.gross_cents // 100}.{invoice.gross_cents % 100:02d}"
    assert f'<cbc:PayableAmount currencyID="EUR">{euros}</cbc:PayableAmount>' in text
    assert ET.fromstring(text).tag.endswith("Invoice")


def test_nobody_is_named_on_an_invoice(cast: Cast) -> None:
    text = ubl_of(lend(cast)).decode()
    assert "Joke" not in text
    assert "PG Vlinder" in text


def test_a_credit_note_is_above_zero_and_names_its_invoice(cast: Cast) -> None:
    first = lend(cast)
    row = queries.lines_of(first.pk)[0].version.hours
    one = row.assignment
    shorter = replace(
        queries.planned(one), ends_at=one.ends_at - timedelta(hours=1), deviation=Deviation.MISTAKE
    )
    row = actions.register_hours(assignment=one, said=shorter, by=cast.pia, at=DECEMBER, seen=1)
    roos = queries.approvals_of(queries.versions_of(row.pk)[1].pk)
    assert [yes.name for yes in roos] == ["Pia", "Roos"]
    planners = (cast.pia, make_planner(cast.rijnzicht, "Rita"))
    for planner in planners:
        actions.approve_hours(hours=row, version=2, by=planner, at=DECEMBER)
    by = signed()["by"]
    run = actions.settle_corrections(seller=cast.rijnzicht, by=by, at=DECEMBER)
    actions.perform_run(run=run, by=by, at=DECEMBER)
    credit = queries.invoice(Invoice.objects.get(kind="credit").pk)
    assert credit is not None
    paper = paper_of(credit)
    assert problems(paper) == []
    assert paper.net == -credit.net_cents > 0
    assert paper.original is not None
    assert paper.original.number == first.number
    assert b"CreditNoteTypeCode>381<" in ubl_of(credit)


@pytest.mark.parametrize(
    ("details", "rule"),
    [
        ({"legal_id": "12"}, "BR-NL-1"),
        ({"reference": ""}, "BR-NL-2"),
        ({"postal_code": "6811"}, "BR-NL-3"),
        ({"iban": "NL00"}, "BR-NL-11"),
        ({"vat_id": ""}, "BR-S-02"),
    ],
)
def test_an_unfit_invoice_does_not_leave(cast: Cast, details: dict[str, str], rule: str) -> None:
    invoice = lend(cast, **details)
    with pytest.raises(UnfitInvoice) as refused:
        ubl_of(invoice)
    assert rule in [problem.rule for problem in refused.value.found]
    assert str(refused.value)
