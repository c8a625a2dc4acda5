"""Offers through the API: what is asked of whom, and passing on an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.asking import System
from factories.cascade import make_policy
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, permissions, queries
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment


@pytest.fixture
def silent(cast: Cast) -> Worker:
    """Somebody of the team without an account."""
    return make_worker("Stil", team=cast.vlinder, with_account=False)


@pytest.fixture
def asked(cast: Cast, silent: Worker) -> Shift:
    """A night that the own team is asked for."""
    make_policy(cast.de_linde)
    shift = make_night_shift(cast.vlinder)
    actions.start_cascade(shift=shift, **signed())
    return shift


def number_of(linde: System, worker: Worker) -> str:
    """Give where the offer to somebody is."""
    [one] = linde.get(f"/offers?worker={worker.pk}").body["items"]
    return f"/offers/{one['id']}"


def test_what_is_offered_to_whom_is_listed(linde: System, cast: Cast, asked: Shift) -> None:
    items = linde.get(f"/offers?shift={asked.pk}&state=offered").body["items"]
    assert {"Niels", "Stil"} <= {one["name"] for one in items}
    assert {one["ring"] for one in items} == {"own_team"}
    assert set(items[0]) == {
        *("id", "worker", "name", "shift", "ring", "state"),
        *("made_at", "answer_due_at", "answered_at"),
    }
    assert linde.get("/offers?state=booked").body["items"] == []
    assert linde.get("/offers?state=soon").status == 422


def test_another_organisation_sees_none_of_it(molenpoort: System, asked: Shift) -> None:
    assert molenpoort.get("/offers").body["items"] == []


def test_offers_at_an_organisation_are_those_of_its_shifts(cast: Cast, asked: Shift) -> None:
    shifts = {one.cascade.shift_id for one in queries.offers_at(cast.de_linde.pk)}
    assert shifts == {asked.pk}
    assert not queries.offers_at(cast.molenpoort.pk)


def test_a_yes_is_passed_on_and_signed_by_the_system(
    linde: System, asked: Shift, silent: Worker
) -> None:
    where = number_of(linde, silent)
    told = linde.post(f"{where}/accept").body
    assert told["state"] in {"accepted", "booked"}
    assert told["answered_at"]
    assert linde.post(f"{where}/accept").body["state"] == told["state"]
    line = journal.entries_about(f"shift:{asked.pk}").get(event="matching.offer.accepted")
    assert line.worker_id == silent.pk
    assert linde.key is not None
    assert line.actor_id == linde.key.account_id


def test_a_no_needs_no_words(linde: System, asked: Shift, silent: Worker) -> None:
    where = number_of(linde, silent)
    assert linde.post(f"{where}/decline").body["state"] == "declined"
    assert linde.get(where).body["state"] == "declined"
    assert not Assignment.objects.exists()


def test_who_has_an_account_answers_there(linde: System, cast: Cast, asked: Shift) -> None:
    where = number_of(linde, cast.niels)
    for answer in ("accept", "decline"):
        refused = linde.post(f"{where}/{answer}")
        assert (refused.status, refused.body["code"]) == (409, "refused")
        assert refused.body["refusal"] == "says-it-there"
        assert "Niels antwoordt zelf" in refused.body["detail"]
    assert linde.get(where).body["state"] == "offered"


def test_after_the_term_the_answer_says_so(linde: System, asked: Shift, silent: Worker) -> None:
    where = number_of(linde, silent)
    late = {**signed(), "at": signed()["at"] + timedelta(days=3)}
    actions.advance_cascades(**late)
    refused = linde.post(f"{where}/accept")
    assert (refused.status, refused.body["refusal"]) == (409, "unable-to-answer-offer")
    assert refused.body["reason_code"] == "closed"


def test_queries_do_not_grow_with_the_offers(linde: System, cast: Cast, asked: Shift) -> None:
    with CaptureQueriesContext(connection) as few:
        linde.get("/offers")
    for day in range(2, 5):
        shift = make_shift(
            cast.vlinder, day=MONDAY + timedelta(days=day), start="22:30", end="07:00"
        )
        actions.start_cascade(shift=shift, **signed())
    with CaptureQueriesContext(connection) as many:
        assert len(linde.get("/offers").body["items"]) >= 6
    assert len(many) <= len(few)


def test_may_pass_on_answer_asks_for_own_people_without_an_account(
    linde: System, molenpoort: System, cast: Cast, silent: Worker
) -> None:
    assert linde.key is not None
    assert molenpoort.key is not None
    here, there = linde.key.account, molenpoort.key.account
    assert permissions.may_pass_on_answer(silent, here, cast.de_linde.pk)
    assert not permissions.may_pass_on_answer(silent, there, cast.molenpoort.pk)
    assert not permissions.may_pass_on_answer(silent, there, cast.de_linde.pk)
    assert not permissions.may_pass_on_answer(cast.niels, here, cast.de_linde.pk)
