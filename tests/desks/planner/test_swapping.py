"""Swaps at the planner's desk: agree or not, do it for somebody, undo, and the team's rule."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, Swap

LATER, LATEST = MONDAY + timedelta(days=7), MONDAY + timedelta(days=9)
LIST = reverse("planner:swaps")


@pytest.fixture
def anna(cast: Cast) -> Worker:
    return make_worker("Anna", team=cast.vlinder)


@pytest.fixture
def bram(cast: Cast) -> Worker:
    return make_worker("Bram", team=cast.vlinder)


@pytest.fixture
def given(cast: Cast, anna: Worker) -> Assignment:
    return actions.assign(worker=anna, shift=make_shift(cast.vlinder, day=LATER), **signed())


@pytest.fixture
def back(cast: Cast, bram: Worker) -> Assignment:
    return actions.assign(worker=bram, shift=make_shift(cast.vlinder, day=LATEST), **signed())


@pytest.fixture
def agreed(anna: Worker, bram: Worker, given: Assignment) -> Swap:
    """Anna and Bram agree; the planner does not know yet."""
    assert anna.account is not None
    assert bram.account is not None
    asked = actions.ask_swap(assignment=given, wanted=bram, by=anna.account, at=NOW)
    return actions.accept_swap(swap=asked, taker=bram, by=bram.account, at=NOW)


def working(shift_id: int) -> list[str]:
    return [one.worker.name for one in queries.assignments_of_shifts([shift_id])[shift_id]]


def test_what_waits_stands_on_the_first_page_and_is_agreed_to(
    pia: Client, agreed: Swap, given: Assignment
) -> None:
    assert "Anna → Bram: ma 30 nov" in text_of(pia.get(reverse("planner:home")))
    page = reverse("planner:swap", args=[agreed.pk])
    assert "Anna geeft" in text_of(pia.get(page))
    assert said(pia.post(page, {"do": "approve"})) == "Geregeld. Beide roosters zijn bijgewerkt."
    assert working(given.shift_id) == ["Bram"]
    assert "Geen ruil wacht op jouw akkoord." in text_of(pia.get(LIST))


def test_a_no_needs_a_word(pia: Client, agreed: Swap, given: Assignment) -> None:
    page = reverse("planner:swap", args=[agreed.pk])
    refused = pia.post(page, {"do": "decline"})
    assert refused.status_code == 409
    assert "Schrijf een kort antwoord" in text_of(refused)
    assert said(pia.post(page, {"do": "decline", "answer": "Te krap"})).startswith("Niet akkoord.")
    assert working(given.shift_id) == ["Anna"]
    assert pia.post(page, {"do": "approve"}).status_code == 409


def test_a_planner_hands_over_for_who_is_ill_and_takes_it_back(
    pia: Client, bram: Worker, given: Assignment
) -> None:
    page = reverse("planner:exchange", args=[given.pk])
    assert "Draag over of ruil voor Anna" in text_of(pia.get(page))
    done = pia.post(page, {"how": "worker", "worker": bram.pk})
    assert said(done) == "Bram werkt ma 30 nov, 07:00 – 15:30."
    assert working(given.shift_id) == ["Bram"]
    pia.post(reverse("planner:undo"))
    assert working(given.shift_id) == ["Anna"]


def test_a_planner_swaps_two_and_takes_both_back(
    pia: Client, given: Assignment, back: Assignment
) -> None:
    page = reverse("planner:exchange", args=[given.pk])
    pia.post(page, {"how": "assignment", "assignment": back.pk})
    assert (working(given.shift_id), working(back.shift_id)) == (["Bram"], ["Anna"])
    pia.post(reverse("planner:undo"))
    assert (working(given.shift_id), working(back.shift_id)) == (["Anna"], ["Bram"])


def test_who_may_not_is_refused_with_the_reason(pia: Client, cast: Cast, given: Assignment) -> None:
    page = reverse("planner:exchange", args=[given.pk])
    answer = pia.post(page, {"how": "worker", "worker": cast.sanne.pk})
    assert answer.status_code == 409
    assert "Sanne kan de dienst van ma 30 november" in text_of(answer)
    assert working(given.shift_id) == ["Anna"]


def test_a_team_may_arrange_it_itself(pia: Client, bas: Client, cast: Cast) -> None:
    rule = reverse("planner:swap_rule", args=[cast.vlinder.pk])
    assert "een roosteraar geeft akkoord" in text_of(pia.get(LIST))
    assert said(pia.post(rule, {"needs": "no"})).endswith("binnen de regels.")
    assert "collega’s regelen het zelf" in text_of(pia.get(LIST))
    assert said(pia.post(rule, {"needs": "yes"})).endswith("kijkt eerst naar een ruil.")
    assert bas.post(rule, {"needs": "no"}).status_code == 404
    assert pia.get(rule).status_code == 405


def test_the_planner_of_another_organisation_finds_nothing(
    bas: Client, agreed: Swap, given: Assignment
) -> None:
    assert "Anna" not in text_of(bas.get(LIST))
    for name, number in (("swap", agreed.pk), ("exchange", given.pk)):
        address = reverse(f"planner:{name}", args=[number])
        assert bas.get(address).status_code == 404
        assert bas.post(address, {"do": "approve"}).status_code == 404
