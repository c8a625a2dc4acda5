"""Asking around, from the planner's button to the worker's yes; looked at on a desk and a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.cascade import bureau, make_policy
from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.people import make_worker
from journeys.conftest import DESK, PHONE
from journeys.looking import findings, sideways
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


def looks_right(page: Page) -> None:
    """Hold a page to the rules of accessibility, and to the width of the screen."""
    assert findings(page) == []
    assert sideways(page) == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_planner_asks_and_a_worker_says_yes(
    open_page: Open, cast: Cast, javascript: bool
) -> None:
    make_policy(cast.de_linde, rings=("own_team",))
    tess = make_worker("Tess", function="Helpende", team=cast.vlinder)
    shift = make_shift(cast.vlinder, function="Helpende", start="07:00", end="15:30")
    page = open_page(f"/planner/shift/{shift.pk}/", as_=cast.pia, size=DESK, javascript=javascript)
    page.get_by_role("link", name="Kijk eerst wie je bereikt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie bereik je?")
    if javascript:
        looks_right(page)
    page.get_by_role("button", name="Vraag rond").click()
    expect(page.get_by_role("status").first).to_contain_text("gevraagd (eigen team)")
    for offer in shift.cascades.get().offers.exclude(worker=tess):
        actions.answer_offer(offer=offer, wants=False, **signed())
    phone = open_page("/worker/offers/", as_=tess.account, size=PHONE, javascript=javascript)
    if javascript:
        looks_right(phone)
    phone.get_by_role("button", name="Ja, ik wil deze dienst").click()
    expect(phone.get_by_role("status").first).to_contain_text("De dienst is van jou")
    assert Assignment.objects.get().worker == tess


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_of_asking_around_looks_right(
    open_page: Open, cast: Cast, size: tuple[int, int]
) -> None:
    make_policy(cast.de_linde, suppliers=[bureau()], own_hour_cents=4000)
    cascade = actions.start_cascade(shift=make_shift(cast.vlinder), **signed())
    nobody_has = make_shift(cast.vlinder, start="08:00", function="Orthopedagoog")
    actions.start_cascade(shift=nobody_has, **signed())
    ivo = make_role(make_account("Ivo"), RoleKind.HIRER, cast.de_linde)
    for path, account in (
        (f"/planner/shift/{cascade.shift_id}/", cast.pia),
        (f"/planner/shift/{cascade.shift_id}/ask/", cast.pia),
        (f"/planner/cascade/{cascade.pk}/", cast.pia),
        ("/planner/hire/", ivo),
    ):
        page = open_page(path, as_=account, size=size)
        looks_right(page)
