"""The board's desk and the planner's effort in the browser: axe finds nothing, all fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import MoreHours
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def filled(cast: Cast) -> None:
    """Let Pia fill shifts with own people and the pool; somebody of the pool wants more."""
    near = make_worker("Tess", team=cast.vlinder)
    far = make_worker("Noor", team=cast.wijkteam, willing_for=[cast.de_linde])
    for number, worker in enumerate((near, far)):
        shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2 * number))
        at = NOW + timedelta(minutes=3 * number + 1)
        rosters.assign(worker=worker, shift=shift, by=cast.pia, at=at)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=9))
    people.wish_hours(worker=far, minutes_per_week=32 * 60, more=MoreHours.STRUCTURAL, **signed())


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, cast: Cast, filled: None, size: tuple[int, int], scheme: str
) -> None:
    board = make_role(make_account("Bo"), RoleKind.BOARD, None)
    noor = Worker.objects.get(name="Noor")
    wrong: list[str] = []
    for account, address in (
        (board, "/board/"),
        (cast.pia, "/planner/effort/"),
        (cast.coen, "/region/more-hours/"),
        (cast.coen, f"/region/people/{noor.pk}/combination/"),
    ):
        page = open_page(address, as_=account, size=size, scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_the_board_reads_figures_and_how_they_were_counted(
    open_page: Open, cast: Cast, filled: None
) -> None:
    board = make_role(make_account("Bo"), RoleKind.BOARD, cast.de_linde)
    page = open_page("/", as_=board, size=DESK, javascript=False)
    expect(page.get_by_role("heading", name="Werk van roosteraars")).to_be_visible()
    expect(page.get_by_role("row", name="uit de pool")).to_contain_text("1 van 1")
    page.get_by_text("Zo is het geteld").click()
    expect(page.get_by_text("Een handeling is één keer iets versturen")).to_be_visible()
