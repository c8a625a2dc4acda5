"""Planning from availability at the regional desk: ask, follow, and see the shares, no names."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.moments import MONDAY, NOW
from factories.people import say
from people import Cast
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.states import RunState

SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    """The browser of the coordinator."""
    browser: Client = sign_in(cast.coen)
    return browser


def answers(**changes: Any) -> dict[str, Any]:
    """Give the form filled in for the week."""
    pool = organisations.pool_by_name("Pool Midden-Gelderland")
    assert pool is not None
    days = {"starts_on": MONDAY.isoformat(), "last_on": SUNDAY.isoformat()}
    return {"pool": pool.pk, **days, "seconds": "10", **changes}


@pytest.fixture
def run(cast: Cast) -> PlanningRun:
    """A plan that was done: Joke offered Monday, and De Linde has two places open."""
    say(cast.joke, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    make_shift(cast.vlinder, function="IC-vpk", places=2)
    asked = actions.ask_for_region(
        pool=organisations.pool_by_name("Pool Midden-Gelderland"),
        starts_on=MONDAY,
        ends_on=SUNDAY,
        seconds=1,
        by=cast.coen,
        at=NOW,
    )
    PlanningRun.objects.filter(pk=asked.pk).update(state=RunState.QUEUED)
    return actions.perform_plan(asked.pk)


def test_asking_leads_to_the_run(coen: Client, cast: Cast) -> None:
    make_shift(cast.vlinder)
    answer = coen.post("/region/plan/", answers())
    made = PlanningRun.objects.get()
    assert answer.headers["Location"] == f"/region/plan/{made.pk}/"
    assert (made.pool_id, made.organisation_id, made.seconds) == (answers()["pool"], None, 10)
    page = text_of(coen.get(f"/region/plan/{made.pk}/"))
    assert "wachtrij" in page
    assert "Pool Midden-Gelderland" in text_of(coen.get("/region/plan/"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"last_on": (MONDAY - timedelta(days=1)).isoformat()}, "ligt vóór de eerste"),
        ({"last_on": (MONDAY + timedelta(days=28)).isoformat()}, "ten hoogste vier weken"),
        ({}, "staat niets meer open"),
    ],
)
def test_what_cannot_be_planned_says_why(
    changes: dict[str, str], said: str, coen: Client, cast: Cast
) -> None:
    answer = coen.post("/region/plan/", answers(**changes))
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_the_shares_and_no_names(coen: Client, cast: Cast, run: PlanningRun) -> None:
    answer = coen.get(f"/region/plan/{run.pk}/")
    ((share),) = answer.context["shares"]
    assert (share.organisation, share.open, share.proposed) == (cast.de_linde, 2, 1)
    assert (share.borrowed, share.waiting, share.accepted) == (1, 1, 0)
    page = text_of(answer)
    assert "50 %" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Joke" not in page


def test_the_planner_finds_the_part_and_decides(
    coen: Client, cast: Cast, run: PlanningRun, sign_in: Any
) -> None:
    part = run.parts.get()
    pia = sign_in(cast.pia)
    assert f"/planner/plan/{part.pk}/" in pia.get("/planner/").content.decode()
    page = text_of(pia.get(f"/planner/plan/{part.pk}/"))
    assert "Joke" in page
    assert "gevraagd door Coen" in page
    pia.post(f"/planner/plan/{part.pk}/accept/", {"all": "1"})
    (share,) = coen.get(f"/region/plan/{run.pk}/").context["shares"]
    assert (share.accepted, share.waiting) == (1, 0)


def test_planners_do_not_open_the_plan_of_the_region(
    cast: Cast, run: PlanningRun, sign_in: Any
) -> None:
    assert sign_in(cast.pia).get(f"/planner/plan/{run.pk}/").status_code == 404
    part = run.parts.get()
    assert sign_in(cast.bas).get(f"/planner/plan/{part.pk}/").status_code == 404
    assert sign_in(cast.coen).get(f"/region/plan/{part.pk}/").status_code == 404


@pytest.mark.parametrize("who", ["pia", "petra", "otto"])
def test_nobody_else_asks_reads_or_stops(
    who: str, cast: Cast, run: PlanningRun, sign_in: Any
) -> None:
    browser = sign_in(getattr(cast, who))
    assert browser.post("/region/plan/", answers()).status_code == 403
    assert browser.get(f"/region/plan/{run.pk}/").status_code == 403
    assert browser.post(f"/region/plan/{run.pk}/stop/").status_code == 403


def test_a_plan_that_waits_is_stopped(coen: Client, cast: Cast) -> None:
    make_shift(cast.vlinder)
    coen.post("/region/plan/", answers())
    waiting = PlanningRun.objects.get()
    PlanningRun.objects.filter(pk=waiting.pk).update(state=RunState.QUEUED)
    coen.post(f"/region/plan/{waiting.pk}/stop/")
    waiting.refresh_from_db()
    assert waiting.state == RunState.CLOSED
    assert coen.get(f"/region/plan/{waiting.pk}/stop/").status_code == 405


def test_the_part_that_is_fetched_tells_how_far_it_is(
    coen: Client, cast: Cast, run: PlanningRun
) -> None:
    done = coen.get(f"/region/plan/{run.pk}/", headers={"HX-Request": "true"})
    assert done.headers["HX-Refresh"] == "true"
    PlanningRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING)
    part = coen.get(f"/region/plan/{run.pk}/", headers={"HX-Request": "true"})
    assert "aan het zoeken" in text_of(part)
    assert "<html" not in part.content.decode()


def test_a_plan_that_failed_says_what_now(coen: Client, run: PlanningRun) -> None:
    PlanningRun.objects.filter(pk=run.pk).update(state=RunState.FAILED, failure="Onderbroken.")
    page = text_of(coen.get(f"/region/plan/{run.pk}/"))
    assert "Onderbroken." in page
    assert "Vraag het opnieuw" in page


def test_without_a_pool_there_is_nothing_to_plan(db: None, sign_in: Any) -> None:
    from factories.identity import make_account, make_role
    from rondstroom.rooms.identity.states import RoleKind

    browser = sign_in(make_role(make_account("Cor"), RoleKind.COORDINATOR, None))
    assert "Er is nog geen pool" in text_of(browser.get("/region/plan/"))
