"""The pages of a team's week and month."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import make_planner, signed
from factories.moments import MONDAY
from factories.organisations import make_organisation, make_team
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.states import AssignmentState

WEEK = reverse("planner:week")
MOST_QUERIES = 19
PAGES = ["week", "list", "month", "print"]


def look(pia: Client, cast: Cast, page: str = "week", **query: str) -> str:
    """Open the week of Monday."""
    asked = {"team": cast.vlinder.pk, "day": MONDAY.isoformat(), **query}
    answer = pia.get(reverse(f"planner:{page}"), asked)
    assert answer.status_code == 200
    return text_of(answer)


@pytest.mark.parametrize("page", PAGES)
def test_a_shift_and_who_works_it_stand_on_every_page(page: str, pia: Client, cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=night, **signed())
    text = look(pia, cast, page)
    assert "Niels" in text
    assert "23:00" in text


def test_a_night_shift_says_it_runs_into_the_next_day(pia: Client, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    assert "23:00–07:15 VIG, tot di" in look(pia, cast)


def test_the_head_tells_cover_in_words(pia: Client, cast: Cast) -> None:
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    make_shift(cast.vlinder)
    assert "1 van 2 plaatsen bezet" in look(pia, cast)


def test_drafts_and_plans_offer_to_be_published(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder, state="draft")
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, state=AssignmentState.PLANNED, **signed())
    text = look(pia, cast)
    assert "Publiceer 1 dienst" in text
    assert "Publiceer het rooster" in text


def test_work_at_another_employer_shows_as_elsewhere_and_no_more(pia: Client, cast: Cast) -> None:
    visit = make_shift(cast.wijkteam, function="VP6", start="08:00", end="16:45")
    rosters.assign(worker=cast.fatima, shift=visit, **signed())
    text = look(pia, cast)
    assert "werkt elders" in text
    assert "Molenpoort" not in text
    assert "16:45" not in text


def test_what_the_law_finds_stands_in_the_cell_and_below(pia: Client, cast: Cast) -> None:
    for n in range(8):
        day = MONDAY + timedelta(days=n)
        shift = make_night_shift(cast.vlinder, day=day)
        rosters.assign(worker=cast.niels, shift=shift, override_reason="nood", **signed())
    text = look(pia, cast)
    assert "Wat de Arbeidstijdenwet hier vindt" in text
    assert "melding" in text
    assert "grens" in text


@pytest.mark.parametrize("page", PAGES)
def test_a_day_that_is_no_day_shows_today_and_says_so(page: str, pia: Client, cast: Cast) -> None:
    assert "bestaat-niet is geen dag" in look(pia, cast, page, day="bestaat-niet")


def test_previous_and_next_week_are_one_click_away(pia: Client, cast: Cast) -> None:
    page = pia.get(WEEK, {"team": cast.vlinder.pk, "day": "2026-11-25"}).content.decode()
    assert "day=2026-11-16" in page
    assert "day=2026-11-30" in page


def test_a_planner_without_teams_is_told_what_to_do(cast: Cast) -> None:
    empty = make_organisation("Nieuw Begin")
    browser = Client()
    browser.force_login(make_planner(empty, "Nora"))
    for page in ["week", "list", "month"]:
        assert "Er is nog geen team" in text_of(browser.get(reverse(f"planner:{page}")))


def test_another_team_is_chosen_in_a_list(pia: Client, cast: Cast) -> None:
    other = make_team("Somatiek", cast.de_linde)
    make_shift(other, start="09:00", end="12:00", break_minutes=0)
    assert "09:00–12:00" in text_of(pia.get(WEEK, {"team": other.pk, "day": MONDAY.isoformat()}))
    assert "09:00–12:00" not in look(pia, cast)


def staff(cast: Cast, *names: str) -> None:
    """Give each of these people three shifts that ask a skill."""
    for name in names:
        worker = make_worker(name, team=cast.vlinder, skills=["medicatie"])
        for n in range(3):
            shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=n), skills=["medicatie"])
            rosters.assign(worker=worker, shift=shift, **signed())


@pytest.mark.parametrize("page", PAGES)
def test_queries_do_not_grow_with_people_or_shifts(page: str, pia: Client, cast: Cast) -> None:
    staff(cast, "Anna")
    with CaptureQueriesContext(connection) as few:
        look(pia, cast, page)
    staff(cast, "Bert", "Cor", "Dina", "Eva")
    with CaptureQueriesContext(connection) as many:
        look(pia, cast, page)
    assert len(many) == len(few)
    assert len(many) <= MOST_QUERIES
