"""A worker asks about a shift on a phone, the planner answers at a desk, the worker reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift
from journeys.conftest import DESK
from journeys.looking import findings, follow
from people import Cast

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


def test_a_question_is_answered_in_the_thread(open_page: Open, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    worker = open_page(f"/worker/shifts/{shift.pk}/", as_=cast.niels.account)
    worker.get_by_text("Stel een vraag").click()
    worker.get_by_label("Wat wil je weten?").fill("Waar kan ik parkeren?")
    assert not findings(worker)
    worker.get_by_role("button", name="Stel je vraag").click()
    expect(worker.get_by_text("Antwoord komt vóór")).to_be_visible()
    assert not findings(worker)

    planner = open_page("/planner/", as_=cast.pia, size=DESK)
    planner.get_by_role("link", name="Geef antwoord").first.click()
    planner.get_by_label("Antwoord aan Niels").fill("Achter het gebouw.")
    assert not findings(planner)
    planner.get_by_role("button", name="Antwoord").click()
    expect(planner.get_by_text("Niels krijgt je antwoord.")).to_be_visible()
    assert not findings(planner)

    worker.reload()
    expect(worker.get_by_text("Achter het gebouw.")).to_be_visible()
    follow(worker.get_by_role("link", name="Naar de vragen"))
    assert not findings(worker)
