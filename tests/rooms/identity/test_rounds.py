"""Going round with messages: one receiver that is down holds up nobody; visits do not pile up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from people import Cast
from rondstroom.ports import webhooks as port
from rondstroom.rooms.identity import actions, queries, tasks
from rondstroom.rooms.identity.actions.sending import SILENCE, WAITS, Round
from rondstroom.rooms.identity.models import Delivery, Webhook

DOWN, WELL, WRONG = "https://down.invalid/", "https://well.invalid/", "https://wrong.invalid/"
STATUS = {DOWN: 0, WELL: 204, WRONG: 500}


class Post:
    """A postman who meets a receiver that is down, one that is well, and one that is wrong."""

    def __init__(self) -> None:
        self.been: list[str] = []
        self.status = dict(STATUS)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Go there."""
        self.been.append(url)
        return self.status[url], ""


@pytest.fixture
def post() -> Iterator[Post]:
    before, mine = port.postman(), Post()
    port.appoint(mine)
    yield mine
    port.appoint(before)


@pytest.fixture
def hooks(cast: Cast) -> dict[str, Webhook]:
    key, _secret = actions.make_key(
        organisation_id=cast.de_linde.pk, name="HR", scopes=["webhooks:write"], **signed()
    )
    return {
        url: actions.subscribe(key=key, url=url, events=["shift.created"], **signed())[0]
        for url in (DOWN, WELL)
    }


def go_round(after: timedelta = timedelta(0)) -> Round:
    return actions.deliver_due(by=queries.machine_account(), at=NOW + after)


def happens(cast: Cast, times: int) -> None:
    for _number in range(times):
        make_shift(cast.vlinder)


def test_who_is_down_is_asked_once_and_the_others_get_theirs(
    cast: Cast, hooks: dict[str, Webhook], post: Post
) -> None:
    happens(cast, 5)
    done = go_round()
    assert done == Round(5, (NOW + SILENCE,))
    assert post.been.count(DOWN) == 1
    waiting = queries.deliveries_of(hooks[DOWN].pk)
    assert sorted(one.tries for one in waiting) == [0, 0, 0, 0, 1]


def test_who_is_down_is_left_alone_also_when_more_happens(
    cast: Cast, hooks: dict[str, Webhook], post: Post
) -> None:
    happens(cast, 1)
    go_round()
    happens(cast, 1)
    assert go_round(SILENCE / 2) == Round(1, ())
    assert post.been.count(DOWN) == 1
    post.status[DOWN] = 204
    assert go_round(SILENCE) == Round(2, ())


def test_who_answers_that_it_went_wrong_is_not_left_alone(
    cast: Cast, hooks: dict[str, Webhook], post: Post
) -> None:
    """Every message has its own chance: it may be this one that the receiver cannot take."""
    Webhook.objects.filter(pk=hooks[DOWN].pk).update(url=WRONG)
    happens(cast, 3)
    assert go_round() == Round(3, (NOW + WAITS[0],))
    assert post.been.count(WRONG) == 3
    assert go_round(WAITS[0]) == Round(0, (NOW + WAITS[0] + WAITS[1],))


def test_what_is_given_up_asks_for_no_visit(
    cast: Cast, hooks: dict[str, Webhook], post: Post
) -> None:
    Webhook.objects.filter(pk=hooks[DOWN].pk).update(url=WRONG)
    happens(cast, 1)
    Delivery.objects.update(tries=len(WAITS))
    assert go_round() == Round(1, ())


def test_a_full_hand_comes_back_at_once(cast: Cast, hooks: dict[str, Webhook], post: Post) -> None:
    actions.unsubscribe(webhook=hooks[DOWN], **signed())
    happens(cast, 23)
    assert go_round() == Round(20, (NOW,))
    assert go_round() == Round(3, ())


def visits(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    queued: list[Any] = []
    monkeypatch.setattr(type(tasks.deliver), "enqueue", lambda task: queued.append(task.run_after))
    return queued


def test_visits_do_not_pile_up_while_a_receiver_is_down(
    cast: Cast, hooks: dict[str, Webhook], post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each thing that happens asks for one visit; a visit that finds nothing asks for no other."""
    happens(cast, 4)
    queued = visits(monkeypatch)
    assert [tasks.deliver.call() for _visit in range(4)] == [4, 0, 0, 0]
    assert len(queued) == 1
    assert queued[0] is not None


def test_a_visit_comes_back_until_all_arrived(
    cast: Cast, hooks: dict[str, Webhook], post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    happens(cast, 1)
    queued = visits(monkeypatch)
    tasks.deliver.call()
    Delivery.objects.update(next_try_at=NOW)
    Webhook.objects.update(silent_until=NOW)
    post.status[DOWN] = 200
    assert tasks.deliver.call() == 1
    assert len(queued) == 1
