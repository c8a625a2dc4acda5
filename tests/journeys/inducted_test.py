"""Made at home at a location: missing, written down, open, over, written down again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift
from factories.identity import make_hr
from factories.moments import MONDAY, NOW
from factories.skills import make_policy
from journeys.conftest import SMALLEST
from people import Cast
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


def inducted(page: Page, through: str = "") -> None:
    """Let HR write down, from the worker's file, that somebody was made at home."""
    page.get_by_role("link", name="Inwerken op de locatie").click()
    page.get_by_label("Locatie").select_option(index=1)
    page.get_by_label("Datum op het bewijs").fill(NOW.date().isoformat())
    page.get_by_label("Geldig tot en met").fill(through)
    page.get_by_role("button", name="Ik heb dit gezien").click()
    expect(page.get_by_text("Opgeschreven").first).to_be_visible()


def test_an_induction_opens_shifts_until_it_is_over(open_page: Open, cast: Cast) -> None:
    make_policy(cast.de_linde, asks_induction=True)
    hanna = make_hr(cast.de_linde)
    first, second = (
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=days), sign_up=SignUp.INSTANT)
        for days in (2, 5)
    )
    worker = open_page(f"/worker/shifts/{first.pk}/", as_=cast.niels.account, size=SMALLEST)
    home = worker.url.partition("/worker/")[0]
    blocked = worker.get_by_role("heading", name="Deze dienst kun je nu niet werken")
    book = worker.get_by_role("button", name="Boek deze dienst")
    expect(blocked).to_be_visible()
    expect(worker.get_by_text("inwerken op deze locatie: niet gezien")).to_be_visible()
    expect(book).to_have_count(0)

    desk = open_page(f"/hr/people/{cast.niels.pk}/", as_=hanna)
    inducted(desk, through=(MONDAY + timedelta(days=4)).isoformat())

    worker.reload()
    book.first.click()
    expect(worker.get_by_role("heading", name="Je bent geboekt")).to_be_visible()
    worker.goto(f"{home}/worker/shifts/{second.pk}/")
    expect(blocked).to_be_visible()
    expect(worker.get_by_text("geldig tot en met 27 november 2026")).to_be_visible()

    inducted(desk)
    worker.reload()
    book.first.click()
    expect(worker.get_by_role("heading", name="Je bent geboekt")).to_be_visible()
    assert Assignment.objects.filter(worker=cast.niels).count() == 2
