"""Who wants more hours in the region, and where they fit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import MoreHours

PAGE = "/region/more-hours/"


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    browser: Client = sign_in(cast.coen)
    return browser


def wish(worker: Worker, more: MoreHours = MoreHours.STRUCTURAL, hours: int | None = 32) -> None:
    minutes = hours * 60 if hours else None
    actions.wish_hours(worker=worker, minutes_per_week=minutes, more=more, **signed())


def test_nobody_yet_says_so(coen: Client) -> None:
    assert "Niemand vraagt meer uren" in text_of(coen.get(PAGE))


def test_who_is_open_to_the_region_is_named_with_where_it_fits(coen: Client, cast: Cast) -> None:
    pool = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    wish(pool)
    for day in (0, 2):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=4))
    make_shift(cast.elsewhere)  # outside the pool
    make_shift(cast.vlinder, day=MONDAY + timedelta(weeks=6))  # too far ahead
    answer = coen.get(PAGE)
    [one] = answer.context["people"]
    assert dict(one.places) == {"De Linde": 2, "Molenpoort": 1}
    assert one.shifts == 3
    page = text_of(answer)
    assert "Pool" in page
    assert "32 uur per week , altijd" in page or "32 uur per week, altijd" in page
    assert "24 uur" in page


def test_who_is_not_open_is_counted_and_not_named(coen: Client, cast: Cast) -> None:
    wish(cast.niels)
    wish(cast.sanne, MoreHours.MONTH, None)
    page = text_of(coen.get(PAGE))
    assert "Nog 2 mensen willen meer uren" in page
    assert "Niels" not in page
    assert "Sanne" not in page


def test_only_this_month_and_nowhere_to_fit(coen: Client, cast: Cast) -> None:
    pool = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    wish(pool, MoreHours.MONTH, None)
    page = text_of(coen.get(PAGE))
    assert "meer, zonder aantal" in page
    assert "alleen deze maand" in page
    assert "nergens op dit moment" in page


def test_who_waits_longest_is_on_top_and_the_rest_is_counted(
    coen: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondstroom.web.coordinator.people.more_hours.SHOWN", 2)
    for number in range(3):
        one = make_worker(f"Pool {number}", team=cast.wijkteam, willing_for=[cast.de_linde])
        wish(one)
    answer = coen.get(PAGE)
    names = [one.wish.worker.name for one in answer.context["people"]]
    assert names == ["Pool 0", "Pool 1"]
    assert "Nog 1 persoon daarna" in text_of(answer)
