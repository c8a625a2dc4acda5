"""Solve today by keyboard alone: walk, tick, see what happens, do it, take it back."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.cascade import make_policy
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.settlement import make_worked
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.demand import actions as shifts
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def today(cast: Cast) -> list[Shift]:
    """Two open shifts, a request that is late, a question, and hours that nobody told."""
    make_policy(cast.de_linde)
    make_worker("Tess", team=cast.vlinder)
    shifts = [make_shift(cast.vlinder), make_shift(cast.vlinder, day=MONDAY + timedelta(days=4))]
    night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    early = NOW - timedelta(hours=30)
    matching.sign_up(worker=cast.niels, shift=night, by=cast.niels.account, at=early)
    rosters.ask_about(shift=night, text="Waar ligt de sleutel?", by=cast.niels.account, at=NOW)
    make_worked(cast.niels, cast.vlinder)
    return [*shifts, night]


def test_the_day_is_solved_with_keys(open_page: Open, cast: Cast, today: list[Shift]) -> None:
    page = open_page("/planner/", as_=cast.pia, size=DESK)
    page.keyboard.press("j")
    first = page.locator(".queue-line").first
    expect(first).to_contain_text("Aanvraag")  # too late, and somebody waits: on top
    page.keyboard.press("a")
    expect(page.get_by_role("status").first).to_contain_text("Niels krijgt de dienst")
    page.wait_for_load_state()  # its script puts the focus back where it was: wait for that
    assert Assignment.objects.filter(shift=today[2]).count() == 1
    for line in page.locator(".queue-line", has_text="Open dienst").all():
        line.locator("[data-line]").focus()
        page.keyboard.press("x")
        expect(line.get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("d")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit gaat er gebeuren")
    assert not Cascade.objects.exists()
    page.get_by_role("button", name="Doe dit").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("2 regels zijn gedaan.")
    page.wait_for_load_state()
    assert Cascade.objects.filter(state="running").count() == 2
    page.keyboard.press("u")
    expect(page.get_by_role("status").first).to_contain_text("Ongedaan gemaakt")
    assert not Cascade.objects.filter(state="running").exists()


@pytest.mark.parametrize("size", [SMALLEST, DESK], ids=["phone", "desk"])
def test_every_page_of_today_is_in_order(
    size: tuple[int, int], open_page: Open, cast: Cast, today: list[Shift]
) -> None:
    page = open_page("/planner/", as_=cast.pia, size=size)
    wrong = findings(page)
    look(page, f"home-{size[0]}")
    page.goto(f"{page.url}solve/?line=ask:{today[0].pk}")
    wrong += findings(page)
    look(page, f"solve-{size[0]}")
    assert wrong == []


def look(page: Page, name: str) -> None:
    """Keep a picture when somebody wants to look."""
    if folder := os.environ.get("RONDSTROOM_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize("size", [SMALLEST, DESK], ids=["phone", "desk"])
def test_demand_and_ranking_can_be_read_by_all_whom_they_are_about(
    size: tuple[int, int], open_page: Open, cast: Cast, today: list[Shift]
) -> None:
    matching.book_on_behalf(worker=cast.niels, shift=today[2], by=cast.pia, at=NOW)
    wrong = []
    rows = demand.slots_in_week(cast.vlinder.pk, MONDAY)
    shifts.set_demand(team=cast.vlinder, slots=rows, starts_on=MONDAY, **signed())
    for path in (
        "demand/",
        "demand/roll-out/",
        "ranking/",
        f"shift/{today[2].pk}/decisions/",
        f"shift/{today[0].pk}/",
    ):
        page = open_page(f"/planner/{path}", as_=cast.pia, size=size)
        wrong += findings(page)
        look(page, f"{path.replace('/', '-')}{size[0]}")
    page = open_page("/worker/ranking/", as_=cast.niels.account, size=size)
    wrong += findings(page)
    look(page, f"worker-ranking-{size[0]}")
    assert wrong == []
