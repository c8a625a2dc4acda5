"""The outbox: one mail per person, one knock per browser, tried again, given up in the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from factories.identity import make_account, signed
from factories.moments import NOW
from rondstroom.ports.push import Knock
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.messages import actions, queries, tasks
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.actions.delivering import MOST_TRIES
from rondstroom.rooms.messages.models import Delivery
from rondstroom.rooms.messages.states import (
    DELIVERY_TRANSITIONS,
    Channel,
    DeliveryState,
    MessageKind,
)

pytestmark = pytest.mark.django_db
ADDRESS = "https://push.voorbeeld/1"


class Neighbour:
    """A push service that answers as told, and remembers where it knocked."""

    def __init__(self, *answers: Knock) -> None:
        self.answers = list(answers)
        self.knocked: list[str] = []

    def knock(self, endpoint: str) -> Knock:
        self.knocked.append(endpoint)
        return self.answers[min(len(self.knocked), len(self.answers)) - 1]


def tell(account: Account, title: str = "Nieuws", **fields: Any) -> None:
    actions.tell(
        to=[account],
        kind=fields.pop("kind", MessageKind.ROSTER),
        words=lambda: Words(title, "Je werkt dinsdag."),
        **{**signed(), **fields},
    )


def deliver(push: Any = None, after: timedelta = timedelta()) -> actions.Delivered:
    return actions.deliver_due(push=push, by=machine_account(), at=NOW + after)


def test_a_mail_goes_out_once_with_the_way_to_the_message() -> None:
    niels = make_account("Niels")
    tell(niels, "Je dienst gaat niet door")
    assert deliver().sent == 1
    assert deliver().sent == 0
    [sent] = mail.outbox
    [message] = queries.inbox(niels)
    assert sent.to == [niels.email]
    assert sent.subject == "Rondstroom: Je dienst gaat niet door"
    assert f"/messages/{message.pk}/" in sent.body
    assert "/messages/preferences/" in sent.body


def test_what_is_due_together_comes_in_one_mail_in_the_own_language() -> None:
    ann = make_account("Ann", language="en")
    for number in range(3):
        tell(ann, f"Offer {number}", kind=MessageKind.OFFER)
    assert deliver().sent == 0, "a digest waits for its hour"
    assert deliver(after=timedelta(hours=5)).sent == 3
    [sent] = mail.outbox
    assert sent.subject == "Rondstroom: 3 messages"


def test_nothing_of_the_message_goes_into_a_push() -> None:
    niels = make_account("Niels")
    actions.keep_push_address(account=niels, endpoint=ADDRESS, **signed())
    tell(niels)
    service = Neighbour(Knock.HEARD)
    assert deliver(service).sent == 2
    assert service.knocked == [ADDRESS]


def test_without_keys_a_push_waits() -> None:
    niels = make_account("Niels")
    actions.keep_push_address(account=niels, endpoint=ADDRESS, **signed())
    tell(niels)
    assert deliver(None).sent == 1
    assert Delivery.objects.get(channel=Channel.PUSH).state == DeliveryState.WAITING


def test_a_browser_that_is_gone_is_forgotten() -> None:
    niels = make_account("Niels")
    actions.keep_push_address(account=niels, endpoint=ADDRESS, **signed())
    tell(niels)
    deliver(Neighbour(Knock.GONE))
    assert not queries.has_push(niels)


def test_what_fails_is_tried_later_and_later_and_then_given_up() -> None:
    niels = make_account("Niels")
    actions.keep_push_address(account=niels, endpoint=ADDRESS, **signed())
    tell(niels)
    service = Neighbour(Knock.FAILED)
    assert deliver(service).again == 1
    assert deliver(service).again == 0, "not at once again"
    for _try in range(MOST_TRIES - 2):
        assert deliver(service, timedelta(days=1)).again == 1
        Delivery.objects.filter(state=DeliveryState.WAITING).update(due_at=NOW)
    assert deliver(service, timedelta(days=2)).given_up == 1
    assert Delivery.objects.get(channel=Channel.PUSH).state == DeliveryState.FAILED


def test_a_mail_server_that_is_down_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(make_account("Niels"))

    def refuse(*_arguments: Any) -> None:
        raise ConnectionRefusedError

    path = "rondstroom.rooms.messages.actions.delivering.send_mail"
    monkeypatch.setattr(path, refuse)
    assert deliver().again == 1
    monkeypatch.undo()
    assert deliver(after=timedelta(hours=1)).sent == 1
    assert len(mail.outbox) == 1


def test_the_task_sends_what_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    tell(make_account("Niels"))
    assert tasks.deliver.call() == 1
    assert tasks.push_service() is None, "no keys in the tests"


def test_queries_do_not_grow_with_the_messages_of_a_person(
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    niels = make_account("Niels")
    for number in range(12):
        tell(niels, str(number))
    with django_assert_max_num_queries(6):
        deliver()


def test_the_life_of_a_delivery_ends() -> None:
    ends = {state for state, after in DELIVERY_TRANSITIONS.items() if not after}
    assert ends == {DeliveryState.SENT, DeliveryState.FAILED}
