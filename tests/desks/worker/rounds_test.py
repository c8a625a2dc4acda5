"""Self-rostering on the phone and at the planner's desk; the rounds of others do not exist."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Round

FIRST = MONDAY + timedelta(days=14)
MOST_QUERIES = 40


@pytest.fixture
def anna(cast: Cast) -> Worker:
    return make_worker("Anna", team=cast.vlinder)


@pytest.fixture
def shift(cast: Cast) -> Shift:
    return make_shift(cast.vlinder, day=FIRST, start="15:00", end="23:00")


@pytest.fixture
def round_(cast: Cast, shift: Shift) -> Round:
    return actions.open_round(
        team=cast.vlinder,
        starts_on=FIRST,
        ends_on=FIRST + timedelta(days=6),
        wishes_until=NOW + timedelta(days=7),
        by=cast.pia,
        at=NOW,
    )


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_a_planner_opens_a_round(cast: Cast, sign_in: Any, shift: Shift) -> None:
    desk, address = sign_in(cast.pia), reverse("planner:rounds")
    form = {"team": cast.vlinder.pk, "starts_on": FIRST, "ends_on": FIRST + timedelta(days=6)}
    late = desk.post(address, {**form, "wishes_until": FIRST + timedelta(days=1)})
    assert late.status_code == 422
    assert "vóór de eerste dag" in words(late)
    made = desk.post(address, {**form, "wishes_until": FIRST - timedelta(days=7)}, follow=True)
    assert "De ronde is open. Het team krijgt bericht." in words(made)
    assert "wensen: 0, plaatsen: 1" in words(made)
    assert "PG Vlinder" in words(desk.get(address))


def test_a_worker_wishes_with_one_tap_and_takes_it_back(
    sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    client, page = sign_in(anna.account), reverse("worker:round", args=[round_.pk])
    assert "PG Vlinder" in words(client.get(reverse("worker:rounds")))
    assert "wensen: 0, plaatsen: 1" in words(client.get(page))
    client.post(page, {"shift": shift.pk, "wish": "yes"})
    shown = words(client.get(page))
    assert "Jij wenst 1 dienst." in shown
    assert "wensen: 1, plaatsen: 1" in shown
    client.post(page, {"shift": shift.pk, "wish": "no"})
    assert queries.who_wishes(round_) == {}


def test_what_may_not_be_wished_says_why(
    cast: Cast, sign_in: Any, round_: Round, shift: Shift
) -> None:
    page = reverse("worker:round", args=[round_.pk])
    answer = sign_in(cast.sanne.account).post(page, {"shift": shift.pk, "wish": "yes"})
    assert answer.status_code == 409
    assert "kun je niet wensen" in words(answer)


def test_conflicts_are_seen_and_the_engine_is_asked(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    for worker in (anna, make_worker("Bram", team=cast.vlinder)):
        assert worker.account is not None
        actions.wish_for(round_=round_, worker=worker, shift=shift, by=worker.account, at=NOW)
    desk, page = sign_in(cast.pia), reverse("planner:round", args=[round_.pk])
    shown = words(desk.get(page))
    assert "wensen: 2, plaatsen: 1" in shown
    assert "Anna, Bram" in shown
    assert "meer wensen dan plaats" in words(
        sign_in(anna.account).get(reverse("worker:round", args=[round_.pk]))
    )
    answer = desk.post(page)
    row = Round.objects.get(pk=round_.pk)
    assert answer["Location"] == reverse("planner:run", args=[row.run_id])
    assert "Naar het voorstel" in words(desk.get(page))


def test_rounds_of_others_do_not_exist(
    cast: Cast, sign_in: Any, round_: Round, shift: Shift, stranger: Any
) -> None:
    mine, desk = (reverse(f"{who}:round", args=[round_.pk]) for who in ("worker", "planner"))
    outsider = sign_in(cast.ruud.account)
    assert outsider.get(mine).status_code == 404
    assert outsider.post(mine, {"shift": shift.pk, "wish": "yes"}).status_code == 404
    assert "Er is geen ronde voor jouw team" in words(outsider.get(reverse("worker:rounds")))
    bas = sign_in(cast.bas)
    assert bas.get(desk).status_code == 404
    assert bas.post(desk).status_code == 404
    assert "PG Vlinder" not in words(bas.get(reverse("planner:rounds")))
    assert stranger.get(mine).status_code == stranger.get(desk).status_code == 302


def test_what_one_may_wish_for_stands_first_and_the_rest_is_folded_away(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    """A team's round holds dozens of shifts: who reads it on a phone sees the own choices."""
    other = make_shift(cast.vlinder, day=FIRST, function="VP6")
    full = make_shift(cast.vlinder, day=FIRST + timedelta(days=1))
    actions.assign(worker=make_worker("Bram", team=cast.vlinder), shift=full, **signed())
    client, page = sign_in(anna.account), reverse("worker:round", args=[round_.pk])
    first, _fold, folded = words(client.get(page)).partition('<details class="fold">')
    assert first.count("Deze wil ik") == 1
    assert f'id="shift-{shift.pk}"' in first
    assert f'id="shift-{other.pk}"' not in first
    assert f'id="shift-{full.pk}"' not in first
    assert "2 andere diensten van je team" in folded
    assert "Deze wil ik" not in folded


def test_a_wish_that_got_crowded_out_stays_in_view(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    """Somebody was put on it meanwhile: who wished for it can still read that, and take it back."""
    assert anna.account is not None
    actions.wish_for(round_=round_, worker=anna, shift=shift, by=anna.account, at=NOW)
    actions.assign(worker=make_worker("Bram", team=cast.vlinder), shift=shift, **signed())
    page = words(sign_in(anna.account).get(reverse("worker:round", args=[round_.pk])))
    assert f'id="shift-{shift.pk}"' in page
    assert "Toch niet" in page


def test_after_one_own_shift_what_breaks_the_rest_is_not_offered(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    early = make_shift(cast.vlinder, day=FIRST + timedelta(days=1), start="06:00", end="14:00")
    assert len(queries.cover_for(round_, anna, NOW)) == 2
    assert all(one.is_allowed for one in queries.cover_for(round_, anna, NOW))
    actions.assign(worker=anna, shift=shift, **signed())
    allowed = {one.shift.pk: one.is_allowed for one in queries.cover_for(round_, anna, NOW)}
    assert allowed == {shift.pk: False, early.pk: False}


def test_a_round_of_many_shifts_is_judged_with_as_many_queries_as_of_few(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round, shift: Shift
) -> None:
    client, page = sign_in(anna.account), reverse("worker:round", args=[round_.pk])
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for day in range(6):
        make_shift(cast.vlinder, day=FIRST + timedelta(days=day))
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) <= len(few)
    assert len(many) <= MOST_QUERIES


def test_the_end_of_wishing_is_said_as_the_end_of_a_day(
    cast: Cast, sign_in: Any, anna: Worker, round_: Round
) -> None:
    """Until Monday 0:00 reads as Monday: it is Sunday, 24:00."""
    Round.objects.filter(pk=round_.pk).update(wishes_until=moment(MONDAY, "00:00"))
    page = words(sign_in(anna.account).get(reverse("worker:rounds")))
    assert "zo 22 nov, 24:00" in page
