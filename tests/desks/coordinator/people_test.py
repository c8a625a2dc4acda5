"""Who is available and unused: all counted, only who is open to the region named."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY
from factories.people import make_worker, say
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import permissions
from rondstroom.rooms.people.states import DayPart, Wish

WEEK = {"day": MONDAY.isoformat()}
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    """The browser of the coordinator."""
    browser: Client = sign_in(cast.coen)
    return browser


@pytest.fixture
def offering(cast: Cast) -> None:
    """Joke offers two days, Niels his nights; Sanne said only when not."""
    say(cast.joke, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    say(cast.joke, {(TUESDAY, DayPart.EVENING): Wish.AVAILABLE})


def test_everybody_counts_and_only_the_open_are_named(
    coen: Client, cast: Cast, offering: None
) -> None:
    answer = coen.get("/region/people/", WEEK)
    assert (answer.context["total"], answer.context["named_total"]) == (2, 1)
    page = text_of(answer)
    assert "Joke" in page
    assert "Rijnzicht" in page
    assert "Niels" not in page
    assert "Sanne" not in page


def test_figures_by_function_and_day(coen: Client, cast: Cast, offering: None) -> None:
    make_shift(cast.vlinder, places=2)
    rows = {row.function.code: row for row in coen.get("/region/people/", WEEK).context["rows"]}
    assert (rows["VIG"].tally.open_hours, rows["VIG"].people) == (16, 1)
    assert rows["VIG"].days == (1,) * 7
    assert (rows["IC-vpk"].people, rows["IC-vpk"].days[:3]) == (1, (1, 1, 0))
    assert next(iter(rows)) == "VIG"


def test_a_day_with_work_is_used_and_so_is_the_day_after_a_night(
    coen: Client, cast: Cast, offering: None
) -> None:
    raw_assignment(cast.joke, make_night_shift(cast.intensive_care, function="IC-vpk"))
    assert coen.get("/region/people/", WEEK).context["named_total"] == 0


def test_who_is_absent_is_not_available(coen: Client, cast: Cast, offering: None) -> None:
    people.report_absence(
        worker=cast.joke,
        organisation=cast.rijnzicht,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=7),
        **signed(),
    )
    page = coen.get("/region/people/", WEEK)
    assert page.context["named_total"] == 0
    assert "Joke" not in text_of(page)


@pytest.mark.parametrize(("asked", "total"), [("IC-vpk", 1), ("VIG", 1), ("Helpende", 0)])
def test_one_function(asked: str, total: int, coen: Client, cast: Cast, offering: None) -> None:
    answer = coen.get("/region/people/", {**WEEK, "function": asked})
    assert answer.context["total"] == total


def test_one_organisation(coen: Client, cast: Cast, offering: None) -> None:
    answer = coen.get("/region/people/", {**WEEK, "organisation": cast.de_linde.pk})
    assert (answer.context["total"], answer.context["named_total"]) == (1, 0)


def test_where_somebody_fits_is_what_they_may_work(
    coen: Client, cast: Cast, offering: None
) -> None:
    fits = make_shift(cast.vlinder, function="IC-vpk", day=TUESDAY, start="15:00", end="23:00")
    make_shift(cast.elsewhere, function="IC-vpk")
    answer = coen.get(f"/region/people/{cast.joke.pk}/", {**WEEK})
    assert [card.shift.pk for card in answer.context["cards"]] == [fits.pk]
    assert answer.context["free"] == [MONDAY, TUESDAY]
    assert "past op 1 open dienst" in text_of(answer)


def test_nothing_fits_says_what_to_do(coen: Client, cast: Cast) -> None:
    page = text_of(coen.get(f"/region/people/{cast.joke.pk}/", WEEK))
    assert "Geen open dienst past" in page
    assert "Heeft in deze dagen niets vrijgegeven" in page


def test_who_is_not_open_to_the_region_does_not_exist_here(coen: Client, cast: Cast) -> None:
    for worker in (cast.niels, cast.fatima, cast.sanne):
        assert coen.get(f"/region/people/{worker.pk}/").status_code == 404
    assert coen.get("/region/people/99999/").status_code == 404


@pytest.mark.parametrize("who", ["pia", "bas", "petra", "otto"])
def test_nobody_else_reads_where_somebody_fits(who: str, cast: Cast, sign_in: Any) -> None:
    answer = sign_in(getattr(cast, who)).get(f"/region/people/{cast.joke.pk}/")
    assert answer.status_code == 403


def test_a_stranger_goes_to_the_door(cast: Cast, stranger: Client) -> None:
    answer = stranger.get(f"/region/people/{cast.joke.pk}/")
    assert "/accounts/login/" in answer.headers["Location"]


def test_may_see_in_region_asks_the_role_and_the_worker_s_word(cast: Cast) -> None:
    assert permissions.may_see_in_region(cast.coen, cast.joke.pk)
    assert permissions.may_see_in_region(cast.coen, cast.ruud.pk)
    assert not permissions.may_see_in_region(cast.coen, cast.niels.pk)
    assert not permissions.may_see_in_region(cast.pia, cast.joke.pk)
    board = make_role(make_account("Bo"), RoleKind.BOARD, None)
    assert not permissions.may_see_in_region(board, cast.joke.pk)


def test_willing_for_the_own_employer_only_is_not_open(cast: Cast) -> None:
    home = make_worker("Thuis", team=cast.vlinder, willing_for=[cast.de_linde])
    assert not permissions.may_see_in_region(cast.coen, home.pk)


def test_as_many_queries_for_many_people(
    coen: Client, cast: Cast, offering: None, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        one = make_worker(f"Pool {number}", team=cast.wijkteam, willing_for=[cast.de_linde])
        say(one, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    with django_assert_max_num_queries(22):
        answer = coen.get("/region/people/", WEEK)
    assert answer.context["named_total"] == 9
