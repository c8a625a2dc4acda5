"""A worker on a phone: books, is too late, asks, cancels; with and without scripts, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from journeys.conftest import SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def nights(cast: Cast) -> list[Shift]:
    """Give three open nights at De Linde, the first on Wednesday."""
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    return [
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=days), sign_up=SignUp.INSTANT)
        for days in (2, 5, 8)
    ]


def the_title(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_booking_is_one_tap_and_cancelling_two(
    open_page: Open, cast: Cast, nights: list[Shift], javascript: bool
) -> None:
    page = open_page("/worker/", as_=cast.niels.account, javascript=javascript)
    the_title(page, "Diensten die je kunt werken")
    page.get_by_role("button", name="Boek deze dienst").first.click()
    the_title(page, "Je bent geboekt")
    assert Assignment.objects.get().shift_id == nights[0].pk
    page.get_by_role("link", name="Naar mijn rooster").click()
    page.get_by_role("link", name="wo 25 nov, 23:00 – do 07:15").first.click()
    page.get_by_role("link", name="Afmelden").click()
    the_title(page, "Wil je je afmelden?")
    page.get_by_role("button", name="Ja, meld me af").click()
    expect(page.get_by_role("status").first).to_contain_text("Je bent afgemeld")


def test_a_double_click_books_once(open_page: Open, cast: Cast, nights: list[Shift]) -> None:
    page = open_page(f"/worker/shifts/{nights[0].pk}/", as_=cast.niels.account)
    page.get_by_role("button", name="Boek deze dienst").dblclick()
    the_title(page, "Je bent geboekt")
    assert Assignment.objects.count() == 1


def test_who_loses_the_race_finds_another_shift(
    open_page: Open, cast: Cast, nights: list[Shift]
) -> None:
    page = open_page("/worker/", as_=cast.niels.account, size=SMALLEST)
    matching.sign_up(worker=cast.fatima, shift=nights[0], **signed())
    page.get_by_role("button", name="Boek deze dienst").first.click()
    the_title(page, "Deze dienst is niet gelukt")
    assert not findings(page)
    page.locator(".cards").get_by_role("button", name="Boek deze dienst").first.click()
    the_title(page, "Je bent geboekt")
    page.go_back()
    assert Assignment.objects.filter(worker=cast.niels).count() == 1


def test_who_loses_the_race_can_wait(open_page: Open, cast: Cast, nights: list[Shift]) -> None:
    page = open_page("/worker/", as_=cast.niels.account, javascript=False)
    matching.sign_up(worker=cast.fatima, shift=nights[0], **signed())
    page.get_by_role("button", name="Boek deze dienst").first.click()
    page.get_by_role("button", name="Zet me op de wachtlijst").click()
    the_title(page, "Je staat op de wachtlijst")
    page.get_by_role("link", name="Naar mijn aanvragen").click()
    expect(page.get_by_text("op de wachtlijst").first).to_be_visible()


def test_the_filter_narrows_at_once_and_stays(open_page: Open, cast: Cast) -> None:
    make_shift(cast.vlinder, start="15:00", end="23:00")
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=1))
    page = open_page("/worker/", as_=cast.fatima.account)
    expect(page.locator(".shift-card")).to_have_count(2)
    page.locator("summary", has_text="Filter").click()
    page.get_by_label("Deel van de dag").select_option("evening")
    expect(page.locator(".shift-card")).to_have_count(1)
    expect(page.locator("#filter-count")).to_contain_text("1")
    page.get_by_role("link", name="Rooster").click()
    page.get_by_role("link", name="Diensten", exact=True).click()
    expect(page.locator(".shift-card")).to_have_count(1)
    page.get_by_role("link", name="toon alles").click()
    expect(page.locator(".shift-card")).to_have_count(2)


def test_the_keyboard_is_enough_to_book(open_page: Open, cast: Cast, nights: list[Shift]) -> None:
    page = open_page("/worker/", as_=cast.niels.account)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    for _step in range(6):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        if focused.inner_text() == "Boek deze dienst":
            break
    page.keyboard.press("Enter")
    the_title(page, "Je bent geboekt")


def test_escape_closes_the_menu_and_gives_the_focus_back(open_page: Open, cast: Cast) -> None:
    page = open_page("/worker/roster/", as_=cast.niels.account)
    menu = page.locator("summary", has_text="Mijn account")
    menu.click()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(menu).to_be_focused()
