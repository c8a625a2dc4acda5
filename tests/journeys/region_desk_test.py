"""The regional desk in the browser: axe finds nothing, all fits, no scripts needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_shift
from factories.moments import MONDAY
from factories.organisations import answer_council, make_arrangement
from factories.people import say
from factories.rosters import raw_assignment
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings, sideways, too_small
from people import Cast
from rondstroom.rooms.organisations.models import Organisation, Pool
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.actions import perform_plan

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
WEEK = f"?day={MONDAY.isoformat()}"
PAGES = [
    "/region/plan/",
    "/region/people/",
    "/region/more-hours/",
    "/region/lending/",
    "/region/waiting/",
    "/region/vacancies/",
    "/region/arrangements/",
    f"/region/people/{WEEK}",
    f"/region/{WEEK}",
    f"/region/{WEEK}&days=28",
    f"/region/open/{WEEK}",
]


@pytest.fixture
def shifts(cast: Cast) -> None:
    """Work at two organisations, open and filled."""
    raw_assignment(cast.niels, make_shift(cast.vlinder, places=3))
    make_shift(cast.wijkteam, function="VP6")
    raw_assignment(cast.joke, make_shift(cast.vlinder, function="IC-vpk"))
    say(cast.joke, {(MONDAY + timedelta(days=2), DayPart.DAY): Wish.AVAILABLE})


def arranged() -> str:
    """Give the page of the pool with an arrangement in its second version."""
    pool = Pool.objects.get()
    first = make_arrangement(pool, shares=[Shared.ASKING], needs_consent=[Shared.ASKING])
    answer_council(first, Organisation.objects.get(name="De Linde"))
    make_arrangement(pool, after=1, shares=[Shared.ASKING])
    return f"/region/arrangements/{pool.pk}/"


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, cast: Cast, shifts: None, size: tuple[int, int], scheme: str
) -> None:
    page = open_page(PAGES[0], as_=cast.coen, size=size, scheme=scheme)
    home = page.url.split("/region/")[0]
    wrong = []
    for address in [*PAGES, f"/region/people/{cast.joke.pk}/{WEEK}", arranged()]:
        page.goto(home + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_from_the_picture_to_the_shift_without_scripts(
    open_page: Open, cast: Cast, shifts: None
) -> None:
    page = open_page(f"/region/{WEEK}", as_=cast.coen, size=SMALLEST, javascript=False)
    assert not [*sideways(page), *too_small(page)]
    page.get_by_role("combobox", name="Functie").select_option("VIG")
    page.get_by_role("button", name="Toon").click()
    page.get_by_role("row", name="De Linde").get_by_role("link", name="16").click()
    expect(page.get_by_text("PG Vlinder")).to_be_visible()
    expect(page.get_by_text("2 / 3")).to_be_visible()


def test_a_plan_from_availability_without_scripts(
    open_page: Open, cast: Cast, shifts: None
) -> None:
    page = open_page(f"/region/{WEEK}", as_=cast.coen, size=SMALLEST, javascript=False)
    page.get_by_role("link", name="Plan uit beschikbaarheid").click()
    page.wait_for_load_state("load")  # with its style sheet
    assert not [*sideways(page), *too_small(page)]
    page.get_by_role("button", name="Zoek wie kan").click()
    perform_plan(queries.runs_of_region()[0].pk)
    page.get_by_role("link", name="Kijk hoe ver het is").click()
    page.wait_for_load_state("load")
    expect(page.get_by_role("row", name="De Linde")).to_be_visible()
    assert not [*sideways(page), *too_small(page)]
