"""Settling what was lent: to the cent, once, in any order of interruptions, corrected by credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.contracts import make_agreement, make_finance
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
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.settlement import actions, permissions, queries, tasks
from rondstroom.rooms.settlement.models import Charge, Hours, Invoice, Run
from rondstroom.rooms.settlement.states import (
    ChargeKind,
    Deviation,
    HoursKind,
    InvoiceKind,
    RunKind,
    RunState,
)

SATURDAY = LAST_WEEK + timedelta(days=5)
DECEMBER = NOW + timedelta(days=31)


@pytest.fixture
def roos(cast: Cast) -> Account:
    """Give the planner of Rijnzicht, which lends Joke to De Linde."""
    make_billing(cast.rijnzicht, cast.de_linde, cast.molenpoort)
    make_lending(cast.rijnzicht, cast.de_linde)
    return make_planner(cast.rijnzicht, "Roos")


def on_saturday(cast: Cast, weeks: int = 0) -> Assignment:
    """Put Joke on the shift of the worked example: Saturday 12:00 to 20:00, without a break."""
    day = SATURDAY - timedelta(weeks=weeks)
    return make_worked(
        cast.joke, cast.vlinder, day=day, start="12:00", end="20:00", break_minutes=0
    )


def lent(cast: Cast, roos: Account, weeks: int = 0) -> Hours:
    return make_approved(on_saturday(cast, weeks), cast.pia, roos)


def test_the_worked_example_taxed(cast: Cast, roos: Account) -> None:
    lent(cast, roos)
    run = settled(cast.rijnzicht)
    assert run.state == RunState.DONE
    invoice = Invoice.objects.get()
    assert (invoice.net_cents, invoice.vat_cents, invoice.gross_cents) == (355_04, 74_56, 429_60)
    assert (invoice.number, invoice.kind) == ("2026-00001", InvoiceKind.INVOICE)
    assert (invoice.seller_id, invoice.buyer_id) == (cast.rijnzicht.pk, cast.de_linde.pk)
    (row,) = queries.lines_of(invoice.pk)
    again = queries.recomputed(row)
    assert again.is_same
    assert again.explanation.amount == 355_04
    assert again.explanation.find("settlement.irregular").amount == 66_88


def test_the_worked_example_exempt_says_why(cast: Cast) -> None:
    make_billing(cast.rijnzicht, cast.de_linde)
    make_lending(cast.rijnzicht, cast.de_linde, Ground.CLOSELY_RELATED)
    lent(cast, make_planner(cast.rijnzicht, "Roos"))
    settled(cast.rijnzicht)
    invoice = Invoice.objects.get()
    assert (invoice.net_cents, invoice.vat_cents, invoice.gross_cents) == (355_04, 0, 355_04)
    (group,) = invoice.vat_groups
    assert group["category"] == "E"
    assert group["reason"].startswith("Vrijgesteld")


def test_what_lies_outside_vat_has_an_invoice_of_its_own(cast: Cast, roos: Account) -> None:
    first = lent(cast, roos)
    second = lent(cast, roos, weeks=1)
    settled(cast.rijnzicht)
    Charge.objects.filter(version__hours=second).update(
        vat_category="O", vat_share="0", vat_reason="Gemene rekening"
    )
    Charge.objects.update(invoice=None)
    Invoice.objects.all().delete()
    Run.objects.update(state=RunState.RUNNING)
    actions.perform_run(run=Run.objects.get(), at=DECEMBER, by=signed()["by"])
    sent = list(Invoice.objects.order_by("sequence"))
    assert [one.vat_groups[0]["category"] for one in sent] == ["S", "O"]
    assert [one.charges.get().version.hours_id for one in sent] == [first.pk, second.pk]


def test_own_people_and_hours_without_a_yes_are_not_charged(cast: Cast, roos: Account) -> None:
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    make_hours(on_saturday(cast))
    settled(cast.rijnzicht)
    settled(cast.de_linde)
    assert not Charge.objects.exists()
    assert not Invoice.objects.exists()


def test_a_late_yes_goes_with_the_next_month(cast: Cast, roos: Account) -> None:
    row = make_hours(on_saturday(cast))
    settled(cast.rijnzicht)
    for planner in (cast.pia, roos):
        row = actions.approve_hours(hours=row, version=1, by=planner, at=DECEMBER)
    later = DECEMBER + timedelta(days=31)
    by = signed()["by"]
    run = actions.close_period(seller=cast.rijnzicht, month=date(2026, 12, 1), by=by, at=later)
    actions.perform_run(run=run, by=by, at=later)
    assert Charge.objects.get().run == run


def test_a_yes_after_the_cut_off_waits(cast: Cast, roos: Account) -> None:
    row = make_hours(on_saturday(cast))
    run = actions.close_period(
        seller=cast.rijnzicht, month=LAST_WEEK, by=signed()["by"], at=DECEMBER
    )
    for planner in (cast.pia, roos):
        at = DECEMBER + timedelta(hours=1)
        row = actions.approve_hours(hours=row, version=1, by=planner, at=at)
    actions.perform_run(run=run, by=signed()["by"], at=DECEMBER + timedelta(hours=2))
    assert not Charge.objects.exists()


def test_a_month_closes_once_and_only_when_it_is_over(cast: Cast, roos: Account) -> None:
    by = signed()["by"]
    with pytest.raises(actions.UnableToSettle, match="01-12-2026"):
        actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=by, at=NOW)
    settled(cast.rijnzicht)
    with pytest.raises(actions.UnableToSettle) as refused:
        settled(cast.rijnzicht)
    assert refused.value.code == "twice"


def test_one_settlement_at_a_time(cast: Cast, roos: Account) -> None:
    by = signed()["by"]
    actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=by, at=DECEMBER)
    with pytest.raises(actions.UnableToSettle, match="loopt nog"):
        actions.settle_corrections(seller=cast.rijnzicht, by=by, at=DECEMBER)


def test_without_details_of_a_buyer_nothing_begins(cast: Cast) -> None:
    make_billing(cast.rijnzicht)
    make_lending(cast.rijnzicht, cast.de_linde)
    lent(cast, make_planner(cast.rijnzicht, "Roos"))
    with pytest.raises(actions.UnableToSettle, match="De Linde") as refused:
        settled(cast.rijnzicht)
    assert refused.value.code == "details"
    assert not Run.objects.exists()


def test_what_has_no_rate_waits_and_says_why(cast: Cast) -> None:
    make_billing(cast.rijnzicht, cast.de_linde)
    row = lent(cast, make_planner(cast.rijnzicht, "Roos"))
    run = settled(cast.rijnzicht)
    ((version, why),) = queries.unsettled(run)
    assert version.hours_id == row.pk
    assert "overeenkomst" in why
    assert queries.terms_of_hours([row])[row.pk] == why
    # With an agreement and without a rate it still waits, for something else.
    make_agreement(cast.rijnzicht, cast.de_linde)
    assert "tarief" in str(queries.terms_of_hours([row])[row.pk])


def test_a_correction_is_credited_and_charged_anew(cast: Cast, roos: Account) -> None:
    one = on_saturday(cast)
    row = make_approved(one, cast.pia, roos)
    settled(cast.rijnzicht)
    shorter = replace(
        queries.planned(one), ends_at=one.ends_at - timedelta(hours=4), deviation="done_earlier"
    )
    row = actions.register_hours(assignment=one, said=shorter, by=cast.pia, at=DECEMBER, seen=1)
    assert queries.waits_for_correction(cast.rijnzicht.pk) == 0
    for planner in (cast.pia, roos):
        row = actions.approve_hours(hours=row, version=2, by=planner, at=DECEMBER)
    assert queries.waits_for_correction(cast.rijnzicht.pk) == 1
    by = signed()["by"]
    run = actions.settle_corrections(seller=cast.rijnzicht, by=by, at=DECEMBER)
    assert run.kind == RunKind.CORRECTIONS
    assert queries.creditable(run).count() == queries.chargeable(run).count() == 1
    actions.perform_run(run=run, by=by, at=DECEMBER)
    first, new, credit = Invoice.objects.order_by("sequence")
    assert (credit.kind, credit.refers_to) == (InvoiceKind.CREDIT, first)
    assert credit.gross_cents == -first.gross_cents
    assert new.kind == InvoiceKind.INVOICE
    assert new.charges.get().minutes == 240
    assert queries.waits_for_correction(cast.rijnzicht.pk) == 0
    taken = credit.charges.get()
    assert queries.charge(taken.pk) == taken
    assert queries.recomputed(taken).is_same
    assert queries.balances_of(cast.rijnzicht.pk)[0].gets == new.gross_cents


def test_who_did_not_work_after_all_is_only_credited(cast: Cast, roos: Account) -> None:
    one = on_saturday(cast)
    row = make_approved(one, cast.pia, roos)
    settled(cast.rijnzicht)
    absent = replace(queries.planned(one), kind=HoursKind.ABSENT)
    row = actions.register_hours(assignment=one, said=absent, by=cast.pia, at=DECEMBER, seen=1)
    for planner in (cast.pia, roos):
        row = actions.approve_hours(hours=row, version=2, by=planner, at=DECEMBER)
    by = signed()["by"]
    run = actions.settle_corrections(seller=cast.rijnzicht, by=by, at=DECEMBER)
    actions.perform_run(run=run, by=by, at=DECEMBER)
    assert sum(charge.net_cents for charge in Charge.objects.all()) == 0
    assert [one.kind for one in Invoice.objects.order_by("sequence")] == ["invoice", "credit"]


def test_called_off_too_late_is_charged_as_planned(cast: Cast, roos: Account) -> None:
    one = on_saturday(cast)
    off = replace(queries.planned(one), kind=HoursKind.CALLED_OFF)
    row = make_hours(one, off, by=cast.pia)
    for planner in (cast.pia, roos):
        row = actions.approve_hours(hours=row, version=1, by=planner, at=NOW)
    settled(cast.rijnzicht)
    assert Charge.objects.get().net_cents == 355_04


class Killed(Exception):
    """The process is gone."""


def outcome() -> list[Any]:
    """Give all that a settlement leaves behind, without the numbers of rows."""
    return [
        (
            one.number,
            one.kind,
            one.buyer.name,
            one.net_cents,
            one.vat_cents,
            [(row.on_day, row.net_cents, row.kind) for row in queries.lines_of(one.pk)],
        )
        for one in Invoice.objects.select_related("buyer").order_by("sequence")
    ]


@pytest.mark.parametrize("steps", range(1, 6))
def test_broken_off_anywhere_it_ends_the_same(
    cast: Cast, roos: Account, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    make_lending(cast.rijnzicht, cast.molenpoort)
    for weeks in range(2):
        lent(cast, roos, weeks)
    there = make_worked(cast.joke, cast.wijkteam, day=SATURDAY - timedelta(weeks=2), function="VP6")
    make_approved(there, cast.bas, roos)
    monkeypatch.setattr("rondstroom.rooms.settlement.actions.settling.performing.BATCH", 1)
    by = signed()["by"]
    run = actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=by, at=DECEMBER)
    left = [steps]

    def pull_the_plug(_step: str) -> None:
        left[0] -= 1
        if not left[0]:
            raise Killed

    with pytest.raises(Killed):
        actions.perform_run(run=run, by=by, at=DECEMBER, after_step=pull_the_plug)
    run.refresh_from_db()
    assert run.state == RunState.RUNNING
    resumed = actions.resume_run(run=run, by=by, at=DECEMBER)
    assert tasks.perform_run.func(resumed.pk) == RunState.DONE
    names = [name for _number, _kind, name, *_rest in outcome()]
    assert names == ["De Linde", "Molenpoort"]
    assert [number for number, *_rest in outcome()] == ["2026-00001", "2026-00002"]
    assert outcome()[0][3] == 2 * 355_04
    assert Charge.objects.count() == 3
    again = actions.perform_run(run=run, by=by, at=DECEMBER)
    assert again.state == RunState.DONE
    assert len(outcome()) == 2
    events = [line.event for line in journal.entries_about(f"settlement:{run.pk}")]
    assert events == [
        "settlement.run.asked",
        "settlement.run.resumed",
        "settlement.run.done",
    ]


def test_numbers_go_on_without_a_gap(cast: Cast, roos: Account) -> None:
    lent(cast, roos)
    settled(cast.rijnzicht)
    row = lent(cast, roos, weeks=1)
    later = DECEMBER + timedelta(days=5)
    Hours.objects.filter(pk=row.pk).update(approved_at=later - timedelta(days=1))
    by = signed()["by"]
    run = actions.close_period(
        seller=cast.rijnzicht, month=date(2026, 11, 1) - timedelta(days=1), by=by, at=later
    )
    actions.perform_run(run=run, by=by, at=later)
    lent_back = Invoice.objects.order_by("pk")
    assert [one.sequence for one in lent_back] == list(range(1, lent_back.count() + 1))


def test_the_database_keeps_charges_and_invoices_right(cast: Cast, roos: Account) -> None:
    lent(cast, roos)
    settled(cast.rijnzicht)
    charge = Charge.objects.get()
    charge.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        charge.save()
    invoice = Invoice.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Invoice.objects.update(vat_cents=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invoice.objects.update(kind=InvoiceKind.CREDIT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Charge.objects.update(kind=ChargeKind.CREDIT)
    invoice.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        invoice.save()


@pytest.mark.parametrize("who", ["pia", "bas", "coen", "otto", "petra"])
def test_only_finance_of_the_lender_settles(cast: Cast, roos: Account, who: str) -> None:
    account = getattr(cast, who)
    assert not permissions.may_settle(account, cast.rijnzicht.pk)
    lent(cast, roos)
    with pytest.raises(actions.UnableToSettle, match="verreken je niet"):
        actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=account, at=DECEMBER)
    with pytest.raises(actions.UnableToSettle, match="verreken je niet"):
        actions.settle_corrections(seller=cast.rijnzicht, by=account, at=DECEMBER)
    run = settled(cast.rijnzicht)
    with pytest.raises(actions.UnableToSettle, match="verreken je niet"):
        actions.resume_run(run=run, by=account, at=DECEMBER)
    details = actions.Details(
        legal_name="x", legal_id="1", street="", postal_code="", city="", iban="", reference=""
    )
    with pytest.raises(actions.UnableToKeepDetails, match="verander je niet"):
        actions.keep_billing_details(
            organisation=cast.rijnzicht, details=details, by=account, at=NOW
        )


def test_an_invoice_is_read_by_both_sides_and_nobody_else(cast: Cast, roos: Account) -> None:
    lent(cast, roos)
    settled(cast.rijnzicht)
    invoice = Invoice.objects.get()
    rijn = make_finance(cast.rijnzicht, "Rik")
    assert permissions.may_see_invoice(rijn, invoice)
    assert permissions.may_see_invoice(cast.petra, invoice)
    molen = make_finance(cast.molenpoort, "Mo")
    for who in (cast.pia, cast.coen, cast.otto, roos, molen):
        assert not permissions.may_see_invoice(who, invoice)


def test_details_that_are_too_long_are_refused(cast: Cast) -> None:
    with pytest.raises(actions.UnableToKeepDetails, match="te lang"):
        make_billing(cast.de_linde, city="x" * 81)


def test_a_settlement_asks_the_same_of_the_database_whatever_its_size(
    cast: Cast, roos: Account, django_assert_max_num_queries: Any
) -> None:
    for weeks in range(2):
        lent(cast, roos, weeks)
    by = signed()["by"]
    run = actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=by, at=DECEMBER)
    with django_assert_max_num_queries(40):
        actions.perform_run(run=run, by=by, at=DECEMBER)
    assert queries.run(run.pk) == run
    (listed,) = queries.runs_of(cast.rijnzicht.pk)
    assert (listed.charged, listed.net) == (2, 2 * 355_04)
    assert queries.topped_up_minutes(Charge.objects.first().version) == 0  # type: ignore[union-attr]
    assert Deviation.NONE.value == ""
