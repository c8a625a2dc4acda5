"""Hours, settlement and invoices in the browser: axe finds nothing, all fits, no scripts needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from factories.contracts import make_finance
from factories.identity import make_planner
from factories.moments import NOW
from factories.settlement import (
    LAST_WEEK,
    make_approved,
    make_billing,
    make_hours,
    make_lending,
    make_worked,
)
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings, sideways, too_small
from people import Cast
from rondstroom.rooms.settlement import actions
from rondstroom.rooms.settlement.models import Charge, Hours, Invoice, Run

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
DECEMBER = NOW + timedelta(days=31)


@pytest.fixture(autouse=True)
def in_december(monkeypatch: pytest.MonkeyPatch, clock: None) -> None:
    """Let it be December, so that November is over."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: DECEMBER)


@pytest.fixture
def desks(cast: Cast) -> list[tuple[Any, list[str]]]:
    """Give who sits where, and the addresses they open; with something in every state."""
    make_billing(cast.rijnzicht, cast.de_linde)
    make_lending(cast.rijnzicht, cast.de_linde)
    roos, rik = make_planner(cast.rijnzicht, "Roos"), make_finance(cast.rijnzicht, "Rik")
    night = {"start": "23:00", "end": "07:15"}
    make_approved(make_worked(cast.joke, cast.vlinder, day=LAST_WEEK, **night), cast.pia, roos)
    run = actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=rik, at=DECEMBER)
    actions.perform_run(run=run, by=rik, at=DECEMBER)
    told = make_hours(make_worked(cast.niels, cast.vlinder, day=LAST_WEEK, **night))
    actions.dispute_hours(hours=told, text="Klopt de pauze?", by=cast.pia, at=DECEMBER)
    silent = make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=2), **night)
    sent, line = Invoice.objects.get(), Charge.objects.get()
    hours = [f"/planner/hours/{row.pk}/" for row in Hours.objects.all()]
    return [
        (cast.niels.account, ["/worker/hours/", f"/worker/hours/{told.assignment_id}/"]),
        (cast.pia, ["/planner/hours/", f"/planner/hours/new/{silent.pk}/", *hours]),
        (
            rik,
            [
                "/finance/settlement/",
                "/finance/settlement/details/",
                "/finance/settlement/payroll/?month=2026-11",
                f"/finance/settlement/{Run.objects.get().pk}/",
                "/finance/invoices/",
                f"/finance/invoices/{sent.pk}/",
                f"/finance/invoices/lines/{line.pk}/",
            ],
        ),
    ]


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, desks: list[tuple[Any, list[str]]], size: tuple[int, int], scheme: str
) -> None:
    wrong = []
    for account, addresses in desks:
        page = open_page(addresses[0], as_=account, size=size, scheme=scheme)
        home = page.url.split(addresses[0])[0]
        for address in addresses:
            page.goto(f"{home}{address}")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_two_taps_and_a_yes_without_scripts(open_page: Open, cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder, day=LAST_WEEK, start="23:00", end="07:15")
    page = open_page("/worker/hours/", as_=cast.niels.account, size=SMALLEST, javascript=False)
    page.get_by_role("button", name="Zo was het").click()
    expect(page.get_by_text("Je hebt alle uren doorgegeven")).to_be_visible()
    assert not sideways(page)
    desk = open_page("/planner/hours/", as_=cast.pia, size=DESK, javascript=False)
    assert not too_small(desk)
    desk.get_by_role("button", name="Geef akkoord op wat is aangevinkt").click()
    expect(desk.get_by_text("Akkoord met de uren van 1 dienst")).to_be_visible()
    assert Hours.objects.get().state == "approved"
