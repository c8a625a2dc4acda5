"""Many at once on the outbox and the inbox: nothing twice, nothing lost; on both databases."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from factories.identity import make_account, signed
from factories.moments import NOW
from factories.races import race
from rondstroom.ports.push import Knock
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.messages import actions, queries
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.models import Delivery, PushAddress, Question
from rondstroom.rooms.messages.states import Channel, DeliveryState, MessageKind, Pace

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
CROWD = 8
ADDRESS = "https://push.voorbeeld/1"


class Patient:
    """A push service that counts."""

    def __init__(self) -> None:
        self.knocked: list[str] = []

    def knock(self, endpoint: str) -> Knock:
        self.knocked.append(endpoint)
        return Knock.HEARD


def people(number: int) -> list[Account]:
    """Give so many who are told of something."""
    found = [make_account(f"Zorg {one}") for one in range(number)]
    actions.tell(
        to=found, kind=MessageKind.ROSTER, words=lambda: Words("Nieuws", "Je werkt."), **signed()
    )
    return found


def fine(answers: list[Any]) -> bool:
    """Say whether nobody was refused."""
    faults = [one for one in answers if isinstance(one, Exception)]
    assert not faults, faults
    return True


def test_two_outboxes_at_once_send_nothing_twice() -> None:
    people(6)
    author = signed()
    raced = race([lambda: actions.deliver_due(push=None, **author)] * 4)
    assert fine(raced.answers)
    assert sum(one.sent for one in raced.answers) == 6
    assert sorted(one.to[0] for one in mail.outbox) == sorted({one.to[0] for one in mail.outbox})
    assert len(mail.outbox) == 6
    assert not Delivery.objects.exclude(state=DeliveryState.SENT).exists()


def test_a_browser_is_knocked_at_once_by_two_outboxes() -> None:
    niels = make_account("Niels")
    actions.keep_push_address(account=niels, endpoint=ADDRESS, **signed())
    actions.tell(
        to=[niels], kind=MessageKind.ROSTER, words=lambda: Words("Nieuws", "Je werkt."), **signed()
    )
    service, author = Patient(), signed()
    assert fine(race([lambda: actions.deliver_due(push=service, **author)] * 4).answers)
    assert service.knocked == [ADDRESS]
    assert Delivery.objects.filter(channel=Channel.PUSH, state=DeliveryState.SENT).count() == 1


def test_a_message_that_comes_while_the_outbox_works_is_not_lost() -> None:
    niels, *_others = people(3)
    author = signed()

    def tell() -> None:
        actions.tell(
            to=[niels], kind=MessageKind.ROSTER, words=lambda: Words("Nog iets", "."), **author
        )

    assert fine(race([lambda: actions.deliver_due(push=None, **author), tell, tell]).answers)
    actions.deliver_due(push=None, **author)
    assert not Delivery.objects.filter(state=DeliveryState.WAITING).exists()
    assert queries.unread_count(niels) == 3


def test_the_same_browser_many_times_at_once_is_kept_once() -> None:
    niels, author = make_account("Niels"), signed()
    raced = race(
        [lambda: actions.keep_push_address(account=niels, endpoint=ADDRESS, **author)] * CROWD
    )
    assert fine(raced.answers)
    assert PushAddress.objects.count() == 1
    assert Entry.objects.filter(event="messages.push.on").count() == 1


def test_preferences_from_two_telephones_end_as_one_word() -> None:
    niels, author = make_account("Niels"), signed()

    def prefer(pace: Pace) -> None:
        actions.set_preferences(
            account=niels,
            paces={(MessageKind.ROSTER, Channel.MAIL): pace},
            quiet_from=time(22),
            quiet_until=time(7),
            digest_at=time(17),
            **author,
        )

    raced = race([lambda pace=pace: prefer(pace) for pace in list(Pace) * 3])
    assert fine(raced.answers)
    assert len(queries.wanted_by([niels.pk])[niels.pk].paces) == 1


def test_reading_everything_twice_at_once_counts_each_once() -> None:
    niels, *_others = people(1)
    raced = race([lambda: actions.mark_read(account=niels, by=niels, at=NOW)] * CROWD)
    assert sorted(raced.answers) == [0] * (CROWD - 1) + [1]


def test_many_answers_at_once_all_stand_in_the_thread() -> None:
    niels = make_account("Niels")
    asked = actions.ask(subject="shift:7", organisation_id=1, text="Parkeren?", by=niels, at=NOW)
    planners = [make_account(f"Pia {number}") for number in range(CROWD)]
    raced = race(
        [
            lambda one=one: actions.reply(question=asked, text=f"Ja, {one.name}", by=one, at=NOW)
            for one in planners
        ]
    )
    assert fine(raced.answers)
    row = Question.objects.get()
    assert row.replies.count() == CROWD
    assert row.answered_at == NOW


def test_the_database_finds_what_waits_by_an_index() -> None:
    """The bell is on every page: it must not read a person's whole inbox."""
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, "messaging_message")
    assert {"messaging_unread", "messaging_waits_by_key", "messaging_told_once"} <= set(indexes)
