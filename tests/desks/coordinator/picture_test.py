"""The picture of the region: figures that add up, a map without others, and no names of people."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate

from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.demand.states import ShiftState

WEEK = {"day": MONDAY.isoformat()}


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    """The browser of the coordinator."""
    browser: Client = sign_in(cast.coen)
    return browser


@pytest.fixture
def shifts(cast: Cast) -> None:
    """Three places by day at De Linde, one filled; a night at Molenpoort; a concept and an old."""
    day = make_shift(cast.vlinder, places=3)
    raw_assignment(cast.niels, day)
    make_night_shift(cast.wijkteam, function="VP6", day=MONDAY + timedelta(days=2))
    make_shift(cast.vlinder, state=ShiftState.DRAFT)
    make_shift(cast.intensive_care, day=MONDAY + timedelta(days=8), function="IC-vpk")


def row_of(answer: Any, name: str) -> list[str]:
    """Give the cells of the first row that begins with a name."""
    for row in re.findall(r"<tr>(.*?)</tr>", answer.content.decode(), re.DOTALL):
        cells = [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        if cells[0] == name:
            return cells
    raise AssertionError(f"{name} has no row")


def test_hours_and_places_add_up(coen: Client, shifts: None) -> None:
    totals = coen.get("/region/", WEEK).context["totals"]
    assert (totals.whole.places, totals.whole.filled, totals.whole.open_places) == (4, 1, 3)
    # twice 8 hours by day, and a night of 7 hours 45
    assert totals.whole.open_minutes == 2 * 480 + 465
    assert totals.whole.filled_minutes == 480
    assert [tally.open_places for _day, tally in totals.days] == [2, 0, 1, 0, 0, 0, 0]
    for rows in (totals.organisations, totals.functions):
        assert sum(row.whole.open_minutes for row in rows) == totals.whole.open_minutes
        assert [sum(t.places for _d, t in row.days) for row in rows] == [
            row.whole.places for row in rows
        ]


def test_who_is_shortest_comes_first(coen: Client, shifts: None) -> None:
    totals = coen.get("/region/", WEEK).context["totals"]
    assert [row.head.name for row in totals.organisations] == ["De Linde", "Molenpoort"]


def test_a_day_and_four_weeks(coen: Client, shifts: None) -> None:
    day = coen.get("/region/", {**WEEK, "days": "1"}).context["totals"]
    assert (len(day.days), day.whole.places) == (1, 3)
    weeks = coen.get("/region/", {**WEEK, "days": "28"}).context["totals"]
    assert (len(weeks.days), weeks.whole.places) == (28, 5)


@pytest.mark.parametrize("asked", [{"day": "gisteren"}, {"days": "365"}, {}])
def test_what_cannot_be_read_means_the_week_from_today(asked: dict[str, str], coen: Client) -> None:
    span = coen.get("/region/", asked).context["span"]
    assert (span.days, span.starts_on) == (7, localdate(NOW))


def test_the_region_begins_at_what_can_still_be_filled(coen: Client, cast: Cast) -> None:
    """On Sunday the open hours of Tuesday are no longer anybody's to fill."""
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=6))
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    assert coen.get("/region/").context["totals"].whole.places == 1
    assert len(coen.get("/region/open/").context["shifts"]) == 1


def test_from_a_day_it_goes_on_and_back_by_as_many(coen: Client) -> None:
    wednesday = MONDAY + timedelta(days=2)
    span = coen.get("/region/", {"day": wednesday.isoformat(), "days": "7"}).context["span"]
    assert span.starts_on == wednesday
    assert (span.after, span.before) == (
        wednesday + timedelta(days=7),
        wednesday - timedelta(days=7),
    )


def test_what_is_counted_afterwards_goes_by_whole_weeks(coen: Client) -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert (
        coen.get("/region/lending/", {"day": wednesday.isoformat()}).context["span"].starts_on
        == MONDAY
    )


def test_one_organisation_and_one_function(coen: Client, cast: Cast, shifts: None) -> None:
    one = coen.get("/region/", {**WEEK, "organisation": cast.molenpoort.pk})
    assert one.context["totals"].whole.places == 1
    nurses = coen.get("/region/", {**WEEK, "function": "VP6"})
    assert [row.head.name for row in nurses.context["totals"].organisations] == ["Molenpoort"]
    assert row_of(nurses, "Molenpoort")[2] == "8"


def test_the_map_draws_each_place_once_and_the_open_part(coen: Client, shifts: None) -> None:
    answer = coen.get("/region/", WEEK)
    drawn = answer.context["map"]
    assert [(spot.pc4, spot.organisations) for spot in drawn.spots] == [
        ("6811", ("De Linde",)),
        ("6823", ("Molenpoort",)),
    ]
    linde, molenpoort = drawn.spots
    assert float(linde.disc) ** 2 / float(linde.ring) ** 2 == pytest.approx(2 / 3, abs=0.02)
    assert molenpoort.disc == molenpoort.ring
    assert len(drawn.ground) == 7
    assert row_of(answer, "Arnhem 6811")[1:] == ["De Linde", "16", "8"]
    assert "http" not in re.findall(r"<svg.*?</svg>", answer.content.decode(), re.DOTALL)[0]


def test_a_place_without_a_known_postcode_is_said_not_drawn(coen: Client, cast: Cast) -> None:
    make_shift(make_team("Ver weg", cast.zonder_pool, pc4="9999"))
    make_shift(cast.vlinder)
    team = make_team("Thuis", cast.molenpoort, pc4="6823")
    team.location.pc4 = "9998"
    team.location.save()
    make_shift(team, places=2)
    answer = coen.get("/region/", WEEK)
    assert answer.context["map"].unplaced.places == 2
    assert "2 plaatsen staan niet op de kaart" in text_of(answer)


def test_nothing_published_says_what_to_do(coen: Client) -> None:
    assert "Kies andere dagen" in text_of(coen.get("/region/", WEEK))


def test_the_open_shifts_behind_a_figure(coen: Client, cast: Cast, shifts: None) -> None:
    answer = coen.get("/region/open/", {**WEEK, "days": "1"})
    page = text_of(answer)
    assert "PG Vlinder" in page
    assert "2 / 3" in page
    assert "2 plaatsen vrij" in page
    assert "Wijkteam Noord" not in page
    full = {**WEEK, "organisation": cast.rijnzicht.pk}
    assert "Alles is bezet" in text_of(coen.get("/region/open/", full))


def test_no_page_of_figures_names_a_person(coen: Client, shifts: None) -> None:
    for path in ("/region/", "/region/open/"):
        assert "Niels" not in text_of(coen.get(path, WEEK))
