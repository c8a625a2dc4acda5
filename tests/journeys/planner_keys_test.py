"""An administrator lets a system in, in the browser: axe finds nothing, no scripts needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.identity import make_account, make_role
from journeys.conftest import SMALLEST
from journeys.looking import findings, sideways, too_small
from people import Cast
from rondstroom.rooms.identity.states import RoleKind

pytestmark = pytest.mark.journey


def test_a_key_is_made_and_withdrawn(open_page: Callable[..., Page], cast: Cast) -> None:
    ada = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.de_linde)
    page = open_page("/planner/systems/", as_=ada, size=SMALLEST)
    page.get_by_label("Naam van het systeem").fill("Roosterpakket")
    page.get_by_label("diensten: lezen en schrijven", exact=True).check()
    page.get_by_role("button", name="Maak een sleutel").click()
    expect(page.get_by_text("Neem hem nu over")).to_be_visible()
    assert not findings(page)
    page.get_by_role("button", name="Trek in Roosterpakket").click()
    expect(page.get_by_text("Roosterpakket komt er niet meer in")).to_be_visible()
    plain = open_page("/planner/systems/", as_=ada, size=SMALLEST, javascript=False)
    assert not [*sideways(plain), *too_small(plain)]
