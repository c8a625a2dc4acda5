"""The planner's week by keyboard alone, and the same work without any script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY
from journeys.conftest import DESK
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def nights(cast: Cast) -> list[Shift]:
    """Give two open nights on Monday and one on Wednesday, at PG Vlinder."""
    return [
        make_night_shift(cast.vlinder),
        make_shift(cast.vlinder, start="23:30", end="07:30"),
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2)),
    ]


@pytest.fixture
def grid(open_page: Open, cast: Cast, nights: list[Shift]) -> Page:
    """Give the week, with nothing focused yet."""
    path = f"/planner/week/?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    page = open_page(path, as_=cast.pia, size=DESK)
    keys_work(page)
    return page


def keys_work(page: Page) -> None:
    """Wait until the script has laid out its one stop in the tab order."""
    expect(page.locator('[data-grid] a.slot[tabindex="0"]')).to_have_count(1)


def focused(page: Page) -> str:
    """Give the id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def test_a_shift_is_filled_with_two_keys(grid: Page, cast: Cast, nights: list[Shift]) -> None:
    grid.keyboard.press("a")
    expect(grid.locator("[data-first]")).to_be_focused()
    grid.keyboard.press("Enter")
    expect(grid.get_by_role("status").first).to_contain_text("werkt ma 23 nov, 23:00")
    assert Assignment.objects.get().shift_id == nights[0].pk


def test_undo_is_one_key(grid: Page) -> None:
    grid.keyboard.press("a")
    expect(grid.locator("[data-first]")).to_be_focused()
    grid.keyboard.press("Enter")
    expect(grid.locator("#undo")).to_be_visible()
    keys_work(grid)
    grid.keyboard.press("u")
    expect(grid.get_by_role("status").first).to_contain_text("Ongedaan gemaakt")
    assert not Assignment.objects.exclude(state="cancelled").exists()


def test_arrows_and_letters_move_over_the_grid(grid: Page, nights: list[Shift]) -> None:
    first, second, wednesday = (f"s{shift.pk}" for shift in nights)
    grid.locator(f"#{first}").focus()
    grid.keyboard.press("j")
    assert focused(grid) == second
    grid.keyboard.press("k")
    assert focused(grid) == first
    grid.keyboard.press("ArrowRight")
    assert focused(grid) == wednesday  # Tuesday has no open shift: over it
    grid.keyboard.press("ArrowLeft")
    assert focused(grid) == first
    grid.keyboard.press("ArrowDown")
    grid.keyboard.press("ArrowDown")
    assert "Niels" in grid.evaluate("document.activeElement.closest('tr').textContent") or (
        "Fatima" in grid.evaluate("document.activeElement.closest('tr').textContent")
    )


def test_the_grid_is_one_stop_in_the_tab_order(grid: Page) -> None:
    keys_work(grid)


def test_escape_closes_the_drawer_and_goes_back(grid: Page, nights: list[Shift]) -> None:
    grid.locator(f"#s{nights[1].pk}").focus()
    grid.keyboard.press("o")
    expect(grid.locator("#drawer h2").first).to_be_focused()
    grid.keyboard.press("Escape")
    expect(grid.locator("#drawer")).to_be_empty()
    assert focused(grid) == f"s{nights[1].pk}"


def test_after_a_write_one_stands_where_one_stood(
    grid: Page, cast: Cast, nights: list[Shift]
) -> None:
    grid.locator(f"#s{nights[2].pk}").focus()
    grid.keyboard.press("a")
    expect(grid.locator("[data-first]")).to_be_focused()
    grid.keyboard.press("Enter")
    expect(grid.get_by_role("status").first).to_contain_text("wo 25 nov")
    keys_work(grid)
    # The shift is filled and its link gone: the first of that cell, or of the grid, is next.
    assert grid.evaluate("document.activeElement.matches('[data-grid] a.slot, body')")


def test_a_free_day_offers_the_open_shifts(grid: Page, cast: Cast) -> None:
    cell = grid.get_by_role("link", name="Niels, ma 23 nov: vrij. Kies een open dienst.")
    cell.focus()
    grid.keyboard.press("o")
    expect(grid.locator("#drawer")).to_contain_text("Niels, ma 23 nov")
    expect(grid.get_by_role("button", name="Zet in 23:00 – di 07:15")).to_be_visible()


def test_letters_can_be_switched_off(grid: Page) -> None:
    grid.keyboard.press("?")
    grid.get_by_label("Lettertoetsen gebruiken").uncheck()
    grid.get_by_role("dialog").get_by_role("button", name="Sluit").click()
    grid.keyboard.press("n")
    assert "/planner/week/" in grid.url
    grid.reload()
    keys_work(grid)
    grid.keyboard.press("?")
    expect(grid.get_by_role("dialog")).to_have_count(0)


def test_n_makes_a_new_shift_on_this_day(grid: Page) -> None:
    grid.keyboard.press("n")
    expect(grid.get_by_role("heading", level=1)).to_have_text("Nieuwe dienst")
    expect(grid.get_by_label("Dag", exact=True)).to_have_value(MONDAY.isoformat())


def test_without_scripts_the_same_is_done_with_links_and_buttons(
    open_page: Open, cast: Cast, nights: list[Shift]
) -> None:
    path = f"/planner/week/?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    page = open_page(path, as_=cast.pia, size=DESK, javascript=False)
    page.locator(f"#s{nights[0].pk}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ma 23 nov, 23:00 – di 07:15")
    page.get_by_role("button", name="Zet in Niels").click()
    expect(page.get_by_role("status").first).to_contain_text("Niels werkt")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("status").first).to_contain_text("Ongedaan gemaakt")
    assert not Assignment.objects.exclude(state="cancelled").exists()
