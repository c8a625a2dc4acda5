"""Availability in a minute on the smallest phone, by finger and by keyboard; the calendar link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.moments import MONDAY
from journeys.conftest import SMALLEST
from people import Cast
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart, Wish

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
TUESDAY = MONDAY + timedelta(days=1)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_every_tuesday_evening_takes_five_taps(
    open_page: Open, cast: Cast, javascript: bool
) -> None:
    page = open_page(
        "/worker/availability/", as_=cast.fatima.account, size=SMALLEST, javascript=javascript
    )
    page.locator("summary", has_text="om de week hetzelfde").click()
    page.get_by_label("dinsdag", exact=True).check()
    page.get_by_label("avond", exact=True).first.check()
    page.get_by_role("button", name="Vul in").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: 3 dagdelen")
    said = people.availability_of(cast.fatima.pk, MONDAY, MONDAY + timedelta(days=28))
    assert said == {
        (TUESDAY + timedelta(weeks=n), DayPart.EVENING): Wish.AVAILABLE for n in range(3)
    }


def test_the_arrow_keys_choose_and_the_group_has_a_name(open_page: Open, cast: Cast) -> None:
    page = open_page("/worker/availability/?from=2026-11-23", as_=cast.fatima.account)
    group = page.get_by_role("group", name="dinsdag 24 november nacht")
    expect(group).to_have_count(1)
    group.get_by_role("radio", name="geen antwoord").focus()
    page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="beschikbaar")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="liever niet")).to_be_checked()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: 1 dagdeel")
    said = people.availability_of(cast.fatima.pk, MONDAY, MONDAY + timedelta(days=7))
    assert said == {(TUESDAY, DayPart.NIGHT): Wish.RATHER_NOT}


def test_a_week_is_copied_to_the_next_three(open_page: Open, cast: Cast) -> None:
    page = open_page("/worker/availability/?from=2026-11-23", as_=cast.fatima.account)
    group = page.get_by_role("group", name="dinsdag 24 november dag")
    group.get_by_role("radio", name="beschikbaar").check()
    page.get_by_role("button", name="kopieer deze week").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: 4 dagdelen")


def test_the_calendar_link_is_made_copied_and_stopped(open_page: Open, cast: Cast) -> None:
    page = open_page("/worker/calendar/", as_=cast.niels.account)
    page.get_by_role("button", name="Maak mijn agendalink").click()
    address = page.get_by_label("Agendalink").input_value()
    assert address.endswith(".ics")
    answer = page.request.get(address)
    assert answer.ok
    assert "BEGIN:VCALENDAR" in answer.text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Agendalink")).to_have_count(0)
    page.get_by_role("button", name="Stop de link").click()
    assert page.request.get(address).status == 404
