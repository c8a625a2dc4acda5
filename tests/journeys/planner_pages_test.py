"""Every page of the planner's desk, in light and dark, on the smallest phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.learning import make_checklist
from factories.moments import MONDAY, NOW
from journeys.conftest import DESK, PHONE, SMALLEST
from journeys.looking import findings, sideways
from people import Cast
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment, PlanningRun, ProposalLine
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
HISTORY = [[0.5, None, 20.0], [1.5, 90, 20.0], [4.0, 60, 45.0]]
BEFORE = {"places": 4, "filled": 1, "own_team": 8.0, "own_organisation": 0.0, "pool": 0.0}
BEFORE |= {"anw_share": 0.25, "findings": 0, "unmet_hours": {"Verzorgende IG": 24.0}}


@pytest.fixture
def week(cast: Cast) -> list[int]:
    """Lay a busy week: open, full, planned, drafts, a request, and one who works too much."""
    night = make_night_shift(cast.vlinder, places=2, remarks="Sleutel bij de receptie")
    matching.sign_up(
        worker=cast.fatima, shift=night, by=cast.fatima.account, at=NOW - timedelta(hours=30)
    )
    for n in range(1, 9):
        shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
        rosters.assign(worker=cast.niels, shift=shift, override_reason="nood", **signed())
    late = make_shift(
        cast.vlinder, start="15:00", end="22:00", function="Helpende", reason="ziekte"
    )
    planned = AssignmentState.PLANNED
    rosters.assign(worker=cast.sanne, shift=late, state=planned, **signed())
    helping = make_shift(cast.vlinder, function="Helpende")
    draft = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2), state="draft")
    return [night.pk, late.pk, helping.pk, draft.pk]


@pytest.fixture
def runs(cast: Cast, week: list[int]) -> list[int]:
    """Give a run in every state."""
    made = []
    for state in ("queued", "running", "proposed", "failed", "closed"):
        run = PlanningRun.objects.create(
            organisation=cast.de_linde,
            team=None,
            starts_on=MONDAY,
            ends_on=MONDAY + timedelta(days=6),
            asked_by=cast.pia,
            asked_at=NOW,
            state=state,
            progress={} if state == "queued" else {"seconds": 4.2, "history": HISTORY},
            result={"before": BEFORE, "after": BEFORE | {"filled": 4}},
            failure="De planning is door een fout gestopt." if state == "failed" else "",
        )
        made.append(run.pk)
        for line_state in ("open", "accepted", "refused", "rejected"):
            ProposalLine.objects.create(
                run=run,
                shift_id=week[2],
                worker=cast.sanne,
                state=line_state,
                reasons=["eigen team", "8 keer op dit team"],
                answer="De dienst is vol." if line_state == "refused" else "",
            )
    return made


@pytest.fixture
def pages(cast: Cast, week: list[int], runs: list[int]) -> list[str]:
    """Give every address of the desk, with things in each state."""
    where = f"?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    of_team = ("week", "list", "month", "print", "publish", "publish_roster")
    plain = ("home", "shift_new", "series", "requests", "plan", "journal", "import", "effort")
    by_shift = ("shift", "shift_edit", "shift_cancel", "shift_split", "learn")
    make_checklist(cast.vlinder.location)
    newcomer = Assignment.objects.order_by("pk")[0]
    return [
        *(reverse(f"planner:{name}") for name in ("places", "welcomes", "annual", "vacancies")),
        reverse("planner:place", args=[cast.vlinder.location_id]),
        reverse("planner:welcome", args=[newcomer.pk]),
        *(reverse(f"planner:{name}") for name in plain),
        *(reverse(f"planner:{name}") + where for name in of_team),
        *(reverse(f"planner:{name}", args=[week[0]]) for name in by_shift),
        *(reverse("planner:shift", args=[pk]) for pk in week[1:]),
        *(reverse("planner:run", args=[pk]) for pk in runs),
        reverse("planner:free", args=[cast.niels.pk]) + where,
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_right_on_the_smallest_phone(
    open_page: Open, cast: Cast, pages: list[str], scheme: str
) -> None:
    page = open_page(pages[0], as_=cast.pia, size=SMALLEST, scheme=scheme)
    home = page.url.removesuffix(pages[0])
    wrong = []
    for path in pages:
        page.goto(home + path)
        wrong += findings(page)
    assert wrong == []


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
def test_every_page_is_right_on_a_desk(
    open_page: Open, cast: Cast, pages: list[str], language: str
) -> None:
    page = open_page(pages[0], as_=cast.pia, size=DESK, language=language)
    home = page.url.removesuffix(pages[0])
    wrong = []
    for path in pages:
        page.goto(home + path)
        wrong += findings(page)
    assert wrong == []


def test_the_week_is_a_list_on_a_phone_and_a_grid_on_a_desk(
    open_page: Open, cast: Cast, week: list[int]
) -> None:
    path = f"/planner/week/?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    phone = open_page(path, as_=cast.pia, size=PHONE)
    expect(phone.get_by_role("table")).to_have_count(0)
    expect(phone.get_by_role("link", name="23:00 – di 07:15").first).to_be_visible()
    phone.get_by_text("Bestand", exact=True).click()
    assert findings(phone) == []
    desk = open_page(path, as_=cast.pia, size=DESK)
    expect(desk.get_by_role("table")).to_have_count(1)
    expect(desk.get_by_role("columnheader", name="ma 23 nov")).to_be_visible()
    expect(desk.get_by_role("rowheader", name="Niels")).to_be_visible()


def test_the_drawer_too_is_right(open_page: Open, cast: Cast, week: list[int]) -> None:
    path = f"/planner/week/?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    page = open_page(path, as_=cast.pia, size=DESK)
    page.locator(f"#s{week[2]}").click()
    expect(page.locator("#drawer h2").first).to_be_focused()
    assert findings(page) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert findings(page) == []


def test_errors_in_a_form_are_right(open_page: Open, cast: Cast) -> None:
    page = open_page("/planner/shift/series/", as_=cast.pia, size=SMALLEST, javascript=False)
    page.get_by_label("Tot en met").fill("2026-11-01")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.get_by_role("button", name="Bekijk de dagen").click()
    expect(page.get_by_role("alert")).to_contain_text("Kijk dit na")
    page.wait_for_load_state("load")  # measured with its style sheets
    assert sideways(page) == []
