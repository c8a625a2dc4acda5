"""The list of shifts a worker may work, its filter, and what is not in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions as rosters

MOST_QUERIES = 15
HTMX = {"HX-Request": "true"}


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_shows_what_one_may_work_with_one_button(cast: Cast, sign_in: Any) -> None:
    make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    page = text_of(sign_in(cast.niels.account).get("/worker/"))
    assert "ma 23 nov, 23:00 – di 07:15" in page
    assert "PG Vlinder" in page
    assert "minuten fietsen" in page
    assert "Boek deze dienst" in page
    assert page.count('<button class="button wide') == 1


def test_a_shift_on_request_says_so_before_one_taps(cast: Cast, sign_in: Any) -> None:
    make_night_shift(cast.vlinder, sign_up=SignUp.REQUEST)
    page = text_of(sign_in(cast.niels.account).get("/worker/"))
    assert "op aanvraag" in page
    assert "Vraag aan" in page


@pytest.mark.parametrize("who", ["pia", "otto", "coen", "petra"])
def test_who_is_no_worker_reads_why_not(cast: Cast, sign_in: Any, who: str) -> None:
    answer = sign_in(getattr(cast, who)).get("/worker/")
    assert answer.status_code == 403
    assert "Deze werkplek is voor zorgmedewerkers" in text_of(answer)


def test_a_stranger_goes_to_the_door(cast: Cast, stranger: Any) -> None:
    assert stranger.get("/worker/").headers["Location"] == "/accounts/login/?next=/worker/"


def test_what_cannot_be_worked_is_counted_and_explained(cast: Cast, sign_in: Any) -> None:
    make_shift(cast.vlinder)  # Niels said: not by day
    make_night_shift(cast.intensive_care, function="IC-vpk")
    client = sign_in(cast.niels.account)
    assert 'hx-get="/worker/others/counted/"' in text_of(client.get("/worker/"))
    part = text_of(client.get("/worker/others/counted/", headers=HTMX))
    assert "2 diensten niet getoond" in part
    assert "<html" not in part
    page = text_of(client.get("/worker/others/"))
    assert "ma 23 nov, 07:00 – 15:30" in page
    assert page.count('class="reason ') >= 3


def test_without_scripts_what_is_left_out_is_a_page(cast: Cast, sign_in: Any) -> None:
    make_shift(cast.vlinder)
    client = sign_in(cast.niels.account)
    page = text_of(client.get("/worker/"))
    assert '<a class="button quiet" href="/worker/others/"' in page
    assert client.get("/worker/others/counted/").headers["Location"] == "/worker/others/"


def test_what_would_open_more_stands_on_the_first_page_only(
    cast: Cast, sign_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondstroom.web.worker.finding.shifts.PER_PAGE", 1)
    for number in range(3):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=number))
    client = sign_in(cast.niels.account)
    assert "Wat opent er meer?" in text_of(client.get("/worker/others/"))
    assert "Wat opent er meer?" not in text_of(client.get("/worker/others/?page=2"))


def test_when_nothing_is_left_out_nothing_is_said(cast: Cast, sign_in: Any) -> None:
    part = text_of(sign_in(cast.niels.account).get("/worker/others/counted/", headers=HTMX))
    assert part.strip() == ""


@pytest.mark.parametrize("who", ["pia", "otto", "coen", "petra"])
def test_what_is_left_out_is_told_to_workers_only(cast: Cast, sign_in: Any, who: str) -> None:
    answer = sign_in(getattr(cast, who)).get("/worker/others/counted/", headers=HTMX)
    assert answer.status_code == 403


def test_a_conduct_proof_opens_the_rest(cast: Cast, sign_in: Any) -> None:
    make_shift(cast.wijkteam, function="Helpende")
    page = text_of(sign_in(cast.ruud.account).get("/worker/others/"))
    assert "VOG" in page
    assert "opent 1 dienst" in page


def test_an_empty_list_says_what_to_do(cast: Cast, sign_in: Any) -> None:
    page = text_of(sign_in(cast.niels.account).get("/worker/"))
    assert "Er is nu geen open dienst voor jou" in page
    assert "Geef beschikbaarheid op" in page


def test_the_filter_narrows_and_survives(cast: Cast, sign_in: Any) -> None:
    make_shift(cast.vlinder, start="15:00", end="23:00")
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=1))
    client = sign_in(cast.fatima.account)
    assert "2 diensten vanaf" in text_of(client.get("/worker/"))
    assert "1 dienst vanaf" in text_of(client.get("/worker/", {"part": "evening"}))
    later = text_of(client.get("/worker/"))
    assert "1 weggefilterd" in later
    assert "15:00 – 23:00" in later
    assert "2 diensten vanaf" in text_of(client.get("/worker/", {"clear": "1"}))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ({"organisation": "{own}"}, 1),
        ({"minutes": "10"}, 1),
        ({"starts_on": "2026-11-24"}, 1),
        ({"starts_on": "2026-11-23", "ends_on": "2026-11-23"}, 1),
        ({"starts_on": "2020-01-01"}, 2),
    ],
)
def test_each_filter(cast: Cast, sign_in: Any, question: dict[str, str], shown: int) -> None:
    make_shift(cast.vlinder)
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=1))
    asked = {name: value.format(own=cast.molenpoort.pk) for name, value in question.items()}
    answer = sign_in(cast.fatima.account).get("/worker/", asked)
    assert answer.context["page"].paginator.count == shown


@pytest.mark.parametrize("far", ["9999-12-31", "0001-01-01"])
def test_days_at_the_edge_of_time_are_survived(cast: Cast, sign_in: Any, far: str) -> None:
    client = sign_in(cast.fatima.account)
    for question in ({"starts_on": far}, {"ends_on": far}, {"starts_on": far, "ends_on": far}):
        assert client.get("/worker/", question).status_code == 200
        assert client.get("/worker/others/").status_code == 200


def test_a_kept_filter_that_fits_nothing_any_more_hides_nothing(cast: Cast, sign_in: Any) -> None:
    shift = make_shift(cast.vlinder)
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=1))
    client = sign_in(cast.fatima.account)
    client.get("/worker/", {"organisation": cast.de_linde.pk})
    demand.cancel_shift(shift=shift, reason="Te weinig bewoners.", **signed())
    answer = client.get("/worker/")
    assert answer.context["page"].paginator.count == 1
    assert answer.context["filter"].count == 0


@pytest.mark.parametrize("bad", ["morgen", "2026-13-45", "0000-00-00"])
def test_a_day_that_is_none_hides_nothing(cast: Cast, sign_in: Any, bad: str) -> None:
    make_shift(cast.vlinder)
    answer = sign_in(cast.fatima.account).get(
        "/worker/", {"starts_on": bad, "part": "x", "organisation": "-1", "page": "abc"}
    )
    assert answer.status_code == 200
    assert answer.context["page"].paginator.count == 1


def test_a_long_list_has_pages(cast: Cast, sign_in: Any) -> None:
    for number in range(23):
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=number))
    client = sign_in(cast.niels.account)
    assert "Pagina 1 van 2" in text_of(client.get("/worker/"))
    assert "Pagina 2 van 2" in text_of(client.get("/worker/?page=2"))


def test_the_list_asks_the_database_no_more_for_more_shifts(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    counted = []
    for number in range(2):
        for place in range(6):
            make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=6 * number + place))
        with CaptureQueriesContext(connection) as queries:
            client.get("/worker/")
        counted.append(len(queries))
    assert counted[0] == counted[1] <= MOST_QUERIES


def test_a_full_shift_offers_the_waiting_list(cast: Cast, sign_in: Any) -> None:
    shift = make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    matching.sign_up(worker=cast.fatima, shift=shift, **signed())
    page = text_of(sign_in(cast.niels.account).get("/worker/others/"))
    assert f'action="/worker/shifts/{shift.pk}/wait/"' in page


def test_shifts_outside_the_pool_are_not_spoken_of(cast: Cast, sign_in: Any) -> None:
    make_night_shift(cast.elsewhere)
    client = sign_in(cast.niels.account)
    assert "Woning 3" not in text_of(client.get("/worker/"))
    assert "Woning 3" not in text_of(client.get("/worker/others/"))


def test_only_places_and_people_one_knows(cast: Cast, sign_in: Any) -> None:
    past = make_shift(cast.vlinder, day=MONDAY - timedelta(days=20), places=2)
    known = make_shift(cast.vlinder, day=MONDAY + timedelta(days=7), places=2)
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=2))
    tess = make_worker("Tess", team=cast.vlinder)
    for worker in (cast.fatima, tess):
        rosters.assign(worker=worker, shift=past, **signed())
    rosters.assign(worker=tess, shift=known, **signed())
    client = sign_in(cast.fatima.account)
    assert client.get("/worker/").context["page"].paginator.count == 2
    for one in ("places", "people"):
        answer = client.get("/worker/", {one: "on"})
        assert [day[1][0].shift.pk for day in answer.context["days"]] == [known.pk]
        assert answer.context["filter"].count == 1
        assert client.get("/worker/").context["page"].paginator.count == 1, "it is kept"
        client.get("/worker/", {"clear": "1"})


def test_who_is_on_a_shift_reads_who_else_is(cast: Cast, sign_in: Any) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    for worker in (cast.niels, cast.fatima):
        rosters.assign(worker=worker, shift=shift, **signed())
    page = text_of(sign_in(cast.niels.account).get(f"/worker/shifts/{shift.pk}/"))
    assert "Wie werken er nog meer" in page
    assert "Fatima" in page
    outside = sign_in(cast.joke.account).get(f"/worker/shifts/{shift.pk}/")
    assert "Fatima" not in text_of(outside)
