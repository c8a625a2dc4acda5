"""Messages on a phone: read, choose what comes and when, offline; axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from journeys.conftest import DESK, PHONE, SMALLEST
from journeys.looking import findings, sideways
from people import Cast
from rondstroom.rooms.messages import actions, queries
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def told(cast: Cast) -> str:
    """Tell Niels of a shift, and ask him something; give the address of the first message."""
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    actions.tell(
        to=[cast.niels.account],
        kind=MessageKind.SWAP,
        words=lambda: Words("Wil je ruilen met Sanne?", "Zij werkt dan jouw dienst."),
        answer_by=NOW + timedelta(hours=5),
        **signed(),
    )
    first = queries.inbox(cast.niels.account).last()
    assert first is not None
    return f"/messages/{first.pk}/"


def test_complaint_12_and_13_news_is_read_on_a_phone_and_leads_to_the_shift(
    open_page: Open, cast: Cast, told: str
) -> None:
    """Mobile first; a message and a reminder instead of a calendar feed as the workaround."""
    page = open_page("/worker/roster/", as_=cast.niels.account, size=PHONE)
    bell = page.get_by_role("link", name="Berichten")
    expect(bell).to_contain_text("2")
    bell.click()
    expect(page.get_by_role("heading", name="Wacht op jouw antwoord")).to_be_visible()
    page.get_by_role("link", name="Je staat ingeroosterd").click()
    page.get_by_role("link", name="Bekijk").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wo 25 nov")
    expect(page.get_by_role("link", name="Berichten")).to_contain_text("1")


def test_what_comes_and_when_is_chosen_without_scripts(
    open_page: Open, cast: Cast, told: str
) -> None:
    page = open_page("/messages/preferences/", as_=cast.niels.account, javascript=False)
    group = page.get_by_role("group", name="Je rooster verandert")
    group.get_by_label("e-mail").select_option("digest")
    page.get_by_label("Niet storen vanaf").fill("21:30")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Je voorkeuren voor berichten zijn bewaard.")).to_be_visible()
    wanted = queries.wanted_by([cast.niels.account.pk])[cast.niels.account.pk]
    assert wanted.pace("roster", "mail") == "digest"
    assert f"{wanted.quiet_from:%H:%M}" == "21:30"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_right_on_the_smallest_phone(
    open_page: Open, cast: Cast, told: str, scheme: str
) -> None:
    page = open_page("/messages/", as_=cast.niels.account, size=SMALLEST, scheme=scheme)
    home = page.url.removesuffix("/messages/")
    wrong = []
    for address in ("/messages/", told, "/messages/preferences/", "/offline/"):
        page.goto(f"{home}{address}")
        wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_every_page_fits_a_desk(open_page: Open, cast: Cast, told: str) -> None:
    page = open_page("/messages/", as_=cast.pia, size=DESK)
    wrong = sideways(page)
    page.goto(page.url + "preferences/")
    assert not [*wrong, *findings(page)]


def test_without_network_the_app_says_so_and_keeps_nobodys_page(
    browser: Browser, cast: Cast, live_server: object
) -> None:
    """The context is our own: the service worker, not the watchman of the others, answers here."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    home = str(live_server)
    page.goto(home)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.goto(f"{home}/worker/roster/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je hebt nu geen verbinding")
    kept = page.evaluate(
        "caches.keys().then(async (names) => (await (await caches.open(names[0])).keys())"
        ".map((one) => new URL(one.url).pathname))"
    )
    assert not [path for path in kept if path.startswith(("/worker", "/messages", "/planner"))]
    context.close()
