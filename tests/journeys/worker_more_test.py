"""More work on a phone: what one step opens, more hours, a larger contract, another shift."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from journeys.conftest import SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
WITH_AND_WITHOUT = pytest.mark.parametrize(
    "javascript", [True, False], ids=["scripts", "no scripts"]
)
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def tess(cast: Cast) -> Worker:
    """Give a colleague on PG Vlinder who may work by day."""
    return make_worker("Tess", team=cast.vlinder)


@WITH_AND_WITHOUT
def test_what_one_free_day_opens_is_one_tap_from_saying_so(
    open_page: Open, cast: Cast, javascript: bool
) -> None:
    """Niels works nights only: by day he reads why not, and goes to that very week."""
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=8))
    page = open_page("/worker/", as_=cast.niels.account, size=SMALLEST, javascript=javascript)
    page.get_by_role("link", name="Waarom niet, en wat opent er meer?").click()
    expect(page.get_by_text("niet beschikbaar").first).to_be_visible()
    wrong = findings(page) if javascript else []
    page.get_by_role("link", name="Beschikbaar zijn op dinsdag 1 december (dag)").click()
    group = page.get_by_role("group", name="dinsdag 1 december dag", exact=True)
    group.get_by_role("radio", name="beschikbaar", exact=True).check(force=True)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: 1 dagdeel")
    page.get_by_role("link", name="Diensten", exact=True).click()
    expect(page.locator(".shift-card")).to_have_count(1)
    assert not wrong, "\n".join(wrong)


@WITH_AND_WITHOUT
def test_a_larger_contract_is_looked_at_and_then_wished_for(
    open_page: Open, cast: Cast, tess: Worker, javascript: bool
) -> None:
    for week in range(4):
        make_shift(cast.vlinder, day=MONDAY + timedelta(weeks=week, days=1))
    page = open_page("/worker/more-hours/", as_=tess.account, size=SMALLEST, javascript=javascript)
    page.get_by_role("link", name="Hoe ziet een groter contract eruit?").click()
    page.get_by_label("Hoeveel uur per week erbij?").select_option("8")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_text("Dit past: 8 uur per week erbij.")).to_be_visible()
    expect(page.get_by_text("4 van de 4 weekenden blijven vrij")).to_be_visible()
    wrong = findings(page) if javascript else []
    page.get_by_role("link", name="Zeg dat je meer uren wilt").click()
    page.get_by_label("ja, structureel: een groter contract").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard hoeveel je wilt werken.")
    wish = people.hours_wish_of(tess.pk, NOW.date())
    assert wish is not None
    assert wish.more == "structural"
    assert not Assignment.objects.exists(), "looking books nothing"
    assert not wrong, "\n".join(wrong)


@WITH_AND_WITHOUT
def test_who_lost_a_shift_goes_from_the_message_to_another_in_three_taps(
    open_page: Open, cast: Cast, javascript: bool
) -> None:
    lost = make_night_shift(cast.vlinder, day=WEDNESDAY)
    other = make_night_shift(
        cast.vlinder, day=WEDNESDAY + timedelta(days=3), sign_up=SignUp.INSTANT
    )
    rosters.assign(worker=cast.niels, shift=lost, **signed())
    demand.cancel_shift(shift=lost, reason="bewoner verhuisd", **signed())
    page = open_page("/messages/", as_=cast.niels.account, size=SMALLEST, javascript=javascript)
    page.get_by_role("link", name="Je dienst gaat voor jou niet door").click()
    page.get_by_role("link", name="Bekijk").click()
    expect(page.get_by_text("Deze dienst gaat niet door.")).to_be_visible()
    wrong = findings(page) if javascript else []
    page.get_by_role("button", name="Boek deze dienst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent geboekt")
    assert Assignment.objects.exclude(state="cancelled").get().shift == other
    assert not wrong, "\n".join(wrong)
