"""From a vacancy on the phone to a job: answered, taken on, read; also without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_vacancy
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_worker_gets_a_job(open_page: Open, cast: Cast, javascript: bool) -> None:
    make_vacancy(cast.vlinder)
    phone = open_page(
        "/worker/vacancies/", as_=cast.niels.account, size=SMALLEST, javascript=javascript
    )
    phone.get_by_role("link", name="functie VIG, PG Vlinder").click()
    phone.get_by_label("tijdelijk").check()
    phone.get_by_label("Wil je er iets bij zeggen?").fill("Graag in deeltijd")
    phone.get_by_role("button", name="Ja, ik wil dit werk").click()
    expect(phone.get_by_text("Antwoord uiterlijk")).to_be_visible()
    desk = open_page("/planner/vacancies/", as_=cast.pia, size=DESK, javascript=javascript)
    desk.get_by_role("link", name="Niels").click()
    expect(desk.get_by_text("Wil dit als: tijdelijk")).to_be_visible()
    wrong = [*findings(phone), *findings(desk)] if javascript else []
    # By keyboard: from the answer to the button beside it.
    desk.get_by_label("Antwoord aan Niels").fill("Welkom")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Niels krijgt bericht")).to_be_visible()
    phone.goto(phone.url)
    expect(phone.get_by_text("aangenomen")).to_be_visible()
    expect(phone.get_by_text("Welkom", exact=True)).to_be_visible()
    assert not wrong, "\n".join(wrong)
