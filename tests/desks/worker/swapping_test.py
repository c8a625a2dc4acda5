"""A worker gives a shift away, answers a colleague, and never sees what is of others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, Swap

LATER, LATEST = MONDAY + timedelta(days=7), MONDAY + timedelta(days=9)


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


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_page_offers_colleagues_who_may_and_their_shifts(
    sign_in: Any, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    client = sign_in(anna.account)
    assert "Ruilen of overdragen" in words(client.get(f"/worker/shifts/{given.shift_id}/"))
    page = words(client.get(reverse("worker:swap_new", args=[given.pk])))
    assert f'<option value="{bram.pk}">Bram</option>' in page
    assert f'<option value="{back.pk}">wo 2 dec, 07:00 – 15:30: Bram</option>' in page
    assert "Sanne" not in page, "who may not work it is not offered"


def test_asked_answered_agreed(
    sign_in: Any, cast: Cast, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    client = sign_in(anna.account)
    address = reverse("worker:swap_new", args=[given.pk])
    missing = client.post(address, {"how": "shift"})
    assert missing.status_code == 422
    assert "Kies er één." in words(missing)
    sent = client.post(address, {"how": "shift", "shift": back.pk}, follow=True)
    assert "Tot iemand ja zegt, werk jij deze dienst." in words(sent)
    assert "wacht op een collega" in words(client.get(reverse("worker:swaps")))
    swap = Swap.objects.get()
    theirs = sign_in(bram.account)
    page = reverse("worker:swap", args=[swap.pk])
    assert "Ja, ik ruil" in words(theirs.get(page))
    answer = theirs.post(page, {"answer": "yes"}, follow=True)
    assert "Jullie zijn het eens." in words(answer)
    assert client.get(address).status_code == 302, "a second time leads to the first"


def test_a_shift_for_anyone_is_taken_with_one_tap(
    sign_in: Any, cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    organisations.set_swap_rule(team=cast.vlinder, needs_approval=False, **signed())
    client = sign_in(anna.account)
    client.post(reverse("worker:swap_new", args=[given.pk]), {"how": "anyone"})
    swap = Swap.objects.get()
    theirs = sign_in(bram.account)
    assert "Aangeboden door collega’s" in words(theirs.get(reverse("worker:swaps")))
    page = reverse("worker:swap", args=[swap.pk])
    done = words(theirs.post(page, {"answer": "yes"}, follow=True))
    assert "Geregeld. Je rooster is bijgewerkt." in done
    assert "Ja, ik neem" not in done
    again = sign_in(cast.fatima.account).post(page, {"answer": "yes"})
    assert again.status_code == 404, "what is arranged is no longer for anyone"


def test_a_shift_back_is_chosen_and_the_asker_says_yes(
    sign_in: Any, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    swap = actions.ask_swap(assignment=given, wants_return=True, by=anna.account, at=NOW)  # type: ignore[arg-type]
    page = reverse("worker:swap", args=[swap.pk])
    theirs = sign_in(bram.account)
    assert "Welke dienst geef je terug?" in words(theirs.get(page))
    refused = theirs.post(page, {"answer": "yes"})
    assert refused.status_code == 409
    assert "Kies welke dienst je teruggeeft." in words(refused)
    assert theirs.post(page, {"answer": "yes", "in_return": given.pk}).status_code == 404
    theirs.post(page, {"answer": "yes", "in_return": back.pk})
    mine = sign_in(anna.account)
    assert "Ja, zo ruilen we" in words(mine.get(page))
    assert "Doorgegeven." in words(mine.post(page, {"answer": "no"}, follow=True))
    assert queries.swapped(swap.pk).state == "withdrawn"


def test_after_the_term_the_page_gives_the_number(sign_in: Any, cast: Cast, anna: Worker) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    soon = actions.assign(worker=anna, shift=make_shift(cast.vlinder), **signed())
    page = words(sign_in(anna.account).get(reverse("worker:swap_new", args=[soon.pk])))
    assert "Zelf ruilen kan niet meer" in page
    assert 'href="tel:0260000101"' in page


def test_what_is_of_others_does_not_exist(
    sign_in: Any, cast: Cast, anna: Worker, bram: Worker, given: Assignment, stranger: Any
) -> None:
    swap = actions.ask_swap(assignment=given, wanted=bram, by=anna.account, at=NOW)  # type: ignore[arg-type]
    outsider = sign_in(cast.ruud.account)
    for address in (
        reverse("worker:swap", args=[swap.pk]),
        reverse("worker:swap_new", args=[given.pk]),
    ):
        assert outsider.get(address).status_code == 404
        assert outsider.post(address, {"answer": "yes", "how": "anyone"}).status_code == 404
        assert stranger.get(address).status_code == 302
    assert "Er wordt niets geruild" in words(outsider.get(reverse("worker:swaps")))
