"""A round of self-rostering: opened at a desk, wished for on phones, completed and published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_shift
from factories.moments import MONDAY
from factories.people import make_worker
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment, Round

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
FIRST = MONDAY + timedelta(days=14)


@pytest.fixture
def evening(cast: Cast) -> Shift:
    """Give the one evening that two want; another day nobody wishes for."""
    make_shift(cast.vlinder, day=FIRST + timedelta(days=2), start="15:00", end="23:00")
    return make_shift(cast.vlinder, day=FIRST, start="15:00", end="23:00")


def opened(page: Page) -> None:
    """Open the round at the desk, by what stands on the form."""
    page.get_by_label("Voor", exact=True).select_option(label="De Linde, PG Vlinder")
    page.get_by_label("Van", exact=True).fill(FIRST.isoformat())
    page.get_by_label("Tot en met", exact=True).fill((FIRST + timedelta(days=6)).isoformat())
    page.get_by_label("Wensen tot en met").fill((FIRST - timedelta(days=7)).isoformat())
    page.get_by_role("button", name="Open de ronde").click()
    expect(page.get_by_text("De ronde is open. Het team krijgt bericht.")).to_be_visible()


def wished(open_page: Open, worker: Worker, *, javascript: bool) -> Page:
    """Go from the message to the round, and wish for its first shift: four taps."""
    phone = open_page("/messages/", as_=worker.account, size=SMALLEST, javascript=javascript)
    phone.get_by_role("link", name="Rooster jezelf").first.click()
    phone.get_by_role("link", name="Bekijk").click()
    phone.get_by_role("button", name="Deze wil ik").first.click()
    expect(phone.get_by_text("Jij wenst 1 dienst.")).to_be_visible()
    return phone


def published(page: Page) -> None:
    """Close the round, let the engine complete it, take all over and publish."""
    page.get_by_role("button", name="Sluit de ronde en vraag een voorstel").click()
    row = Round.objects.get()
    assert row.run_id is not None
    run = rosters.perform_plan(row.run_id)
    assert (run.state, run.failure) == ("proposed", "")
    home = page.url.split("/planner/")[0]
    page.goto(f"{home}/planner/plan/{run.pk}/")
    page.get_by_role("button", name="Neem alles over").click()
    page.get_by_role("link", name="Naar het rooster").click()
    page.get_by_role("link", name="Publiceer het rooster").click()
    page.get_by_role("button", name="Publiceer het rooster").click()
    expect(page.get_by_role("status").first).to_contain_text("gepubliceerd")


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_a_round_from_opening_to_publication(
    open_page: Open, cast: Cast, evening: Shift, javascript: bool
) -> None:
    anna, bram = (make_worker(name, team=cast.vlinder) for name in ("Anna", "Bram"))
    desk = open_page("/planner/rounds/", as_=cast.pia, size=DESK, javascript=javascript)
    opened(desk)
    phone = wished(open_page, anna, javascript=javascript)
    expect(phone.get_by_text("wensen: 1, plaatsen: 1")).to_be_visible()
    other = wished(open_page, bram, javascript=javascript)
    expect(other.get_by_text("meer wensen dan plaats")).to_be_visible()
    wrong = [*findings(phone), *findings(other)] if javascript else []
    other.get_by_role("button", name="Toch niet").click()
    expect(other.get_by_text("Jij wenst 0 diensten.")).to_be_visible()
    desk.reload()
    published(desk)
    assert Assignment.objects.get(shift=evening, state="confirmed").worker == anna
    phone.get_by_role("link", name="Rooster", exact=True).click()
    expect(phone.get_by_role("link", name="ma 7 dec, 15:00 – 23:00").first).to_be_visible()
    assert not wrong, "\n".join(wrong)
