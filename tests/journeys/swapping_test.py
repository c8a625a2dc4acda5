"""Two colleagues swap on a phone, and the planner agrees at a desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from journeys.conftest import DESK
from journeys.looking import findings, follow
from people import Cast
from rondstroom.rooms.rosters import actions, queries

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
LATER, LATEST = MONDAY + timedelta(days=7), MONDAY + timedelta(days=9)


def test_two_swap_and_the_planner_agrees(open_page: Open, cast: Cast) -> None:
    anna, bram = (make_worker(name, team=cast.vlinder) for name in ("Anna", "Bram"))
    given = actions.assign(worker=anna, shift=make_shift(cast.vlinder, day=LATER), **signed())
    actions.assign(worker=bram, shift=make_shift(cast.vlinder, day=LATEST), **signed())

    asker = open_page(f"/worker/shifts/{given.shift_id}/", as_=anna.account)
    asker.get_by_role("link", name="Ruilen of overdragen").click()
    asker.get_by_label("Ruilen tegen één dienst van een collega").check()
    asker.get_by_label("Welke dienst wil je?").select_option(index=1)
    assert not findings(asker)
    asker.get_by_role("button", name="Vraag het").click()
    expect(asker.get_by_text("Tot iemand ja zegt")).to_be_visible()

    other = open_page("/worker/swaps/", as_=bram.account)
    assert not findings(other)
    follow(other.get_by_role("link", name="ma 30 nov"))
    assert not findings(other)
    other.get_by_role("button", name="Ja, ik ruil").click()
    expect(other.get_by_text("Jullie zijn het eens.")).to_be_visible()

    planner = open_page("/planner/", as_=cast.pia, size=DESK)
    follow(planner.get_by_role("link", name="Anna → Bram").first)
    assert not findings(planner)
    planner.get_by_role("button", name="Akkoord", exact=True).click()
    expect(planner.get_by_text("Beide roosters zijn bijgewerkt.")).to_be_visible()
    assert not findings(planner)
    [row] = queries.assignments_of_shifts([given.shift_id])[given.shift_id]
    assert row.worker == bram
    planner.goto(f"{planner.url.split('/planner')[0]}/planner/assignment/{row.pk}/exchange/")
    assert not findings(planner)
