"""Telling people: once, in their language, at the pace they chose, never to the author."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils.translation import get_language

from factories.identity import make_account, signed
from factories.moments import MONDAY, NOW, moment
from factories.races import race
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.messages import actions, permissions, queries
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.models import Delivery, Message
from rondstroom.rooms.messages.states import Channel, MessageKind, Pace

pytestmark = pytest.mark.django_db
NIGHT = moment(MONDAY, "02:30")


def tell(*to: Account, kind: MessageKind = MessageKind.ROSTER, **fields: object) -> list[Message]:
    return actions.tell(
        to=to,
        kind=kind,
        words=lambda: Words(f"Dienst ({get_language()})", "Je werkt."),
        **{**signed(), **fields},  # type: ignore[arg-type]
    )


def prefer(account: Account, pace: Pace, channel: Channel = Channel.MAIL) -> None:
    actions.set_preferences(
        account=account,
        paces={(MessageKind.ROSTER, channel): pace},
        quiet_from=time(22),
        quiet_until=time(7),
        digest_at=time(17),
        **signed(),
    )


def due(message: Message) -> datetime:
    return message.deliveries.get(channel=Channel.MAIL).due_at


def test_everybody_is_told_in_the_own_language() -> None:
    niels, ann = make_account("Niels"), make_account("Ann", language="en")
    assert {one.title for one in tell(niels, ann)} == {"Dienst (nl)", "Dienst (en)"}
    [message] = queries.inbox(niels)
    assert queries.message(message.pk) == message
    assert permissions.may_read(niels, message)
    assert not permissions.may_read(ann, message)


def test_nobody_hears_what_they_did_themselves() -> None:
    niels = make_account("Niels")
    assert tell(niels, by=niels) == []


def test_a_closed_account_hears_nothing() -> None:
    niels = make_account("Niels")
    niels.is_active = False
    niels.save()
    assert tell(niels) == []


def test_the_same_news_is_told_once() -> None:
    niels, ann = make_account("Niels"), make_account("Ann")
    assert len(tell(niels, once="reminder:1")) == 1
    assert [one.account for one in tell(niels, ann, once="reminder:1")] == [ann]
    assert len(tell(niels)) == 1
    assert queries.unread_count(niels) == 2


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_same_news_told_many_times_at_once_is_one_message() -> None:
    niels = make_account("Niels")
    signed()
    told = race([lambda: len(tell(niels, once="reminder:1"))] * 8).answers
    assert sorted(told) == [0] * 7 + [1]
    assert Message.objects.count() == 1


def test_the_journal_tells_to_whom_and_not_what() -> None:
    niels = make_account("Niels")
    [message] = tell(niels, subject="shift:7")
    [line] = journal.entries_about(f"message:{message.pk}")
    assert line.event == "messages.message.sent"
    assert line.data == {"kind": "roster", "about": "shift:7", "accounts": [niels.pk]}


def test_words_that_are_too_long_are_cut() -> None:
    niels = make_account("Niels")
    [message] = actions.tell(
        to=[niels], kind=MessageKind.ROSTER, words=lambda: Words("x" * 200, "y" * 2000), **signed()
    )
    assert len(message.title) == 150
    assert message.text.endswith("…")


def test_by_day_a_message_goes_out_at_once() -> None:
    [message] = tell(make_account("Niels"))
    assert due(message) == NOW


def test_quiet_hours_hold_a_message_until_morning() -> None:
    [message] = tell(make_account("Niels"), at=NIGHT)
    assert due(message) == moment(MONDAY, "07:00")


def test_late_in_the_evening_it_waits_for_the_next_morning() -> None:
    [message] = tell(make_account("Niels"), at=moment(MONDAY, "23:00"))
    assert due(message) == moment(MONDAY + timedelta(days=1), "07:00")


def test_what_is_urgent_comes_at_night_too() -> None:
    [message] = tell(make_account("Niels"), at=NIGHT, urgent=True)
    assert due(message) == NIGHT


def test_quiet_hours_of_no_length_are_none() -> None:
    niels = make_account("Niels")
    actions.set_preferences(
        account=niels,
        paces={},
        quiet_from=time(22),
        quiet_until=time(22),
        digest_at=time(17),
        **signed(),
    )
    [message] = tell(niels, at=NIGHT)
    assert due(message) == NIGHT


def test_a_digest_waits_for_its_hour() -> None:
    niels = make_account("Niels")
    prefer(niels, Pace.DIGEST)
    [message] = tell(niels)
    assert due(message) == moment(NOW.date(), "17:00")
    [later] = tell(niels, at=moment(MONDAY, "18:00"))
    assert due(later) == moment(MONDAY + timedelta(days=1), "17:00")


def test_who_wants_no_mail_still_has_the_inbox() -> None:
    niels = make_account("Niels")
    prefer(niels, Pace.OFF)
    [message] = tell(niels, urgent=True)
    assert not message.deliveries.exists()
    assert queries.unread_count(niels) == 1


def test_an_offer_comes_once_a_day_unless_asked_otherwise() -> None:
    [message] = tell(make_account("Niels"), kind=MessageKind.OFFER)
    assert due(message) == moment(NOW.date(), "17:00")


def test_a_push_goes_only_to_who_asked_for_it() -> None:
    niels = make_account("Niels")
    tell(niels)
    assert not queries.has_push(niels)
    assert not Delivery.objects.filter(channel=Channel.PUSH).exists()
    actions.keep_push_address(account=niels, endpoint="https://push.voorbeeld/1", **signed())
    tell(niels)
    assert Delivery.objects.filter(channel=Channel.PUSH).count() == 1
    assert queries.wanted_by([niels.pk])[niels.pk].has_push


def test_preferences_said_twice_are_the_last(django_assert_num_queries: object) -> None:
    niels = make_account("Niels")
    prefer(niels, Pace.OFF)
    prefer(niels, Pace.DIGEST)
    assert queries.wanted_by([niels.pk])[niels.pk].pace("roster", "mail") == Pace.DIGEST
    with django_assert_num_queries(3):  # type: ignore[operator]
        queries.wanted_by([niels.pk, *range(1000)])


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://push.voorbeeld/1",
        "https://localhost/",
        "https://a.b:8443/x",
        "https://" + "a" * 600,
    ],
)
def test_only_a_browsers_own_kind_of_address_is_kept(address: str) -> None:
    with pytest.raises(actions.UnableToPrefer):
        actions.keep_push_address(account=make_account("Niels"), endpoint=address, **signed())


def test_a_browser_belongs_to_who_signed_in_last_and_can_be_forgotten() -> None:
    niels, ann = make_account("Niels"), make_account("Ann")
    for one in (niels, ann, ann):
        actions.keep_push_address(account=one, endpoint="https://push.voorbeeld/1", **signed())
    assert not queries.has_push(niels)
    actions.forget_push_address(account=niels, **signed())
    assert queries.has_push(ann)
    actions.forget_push_address(account=ann, endpoint="https://push.voorbeeld/1", **signed())
    assert not queries.has_push(ann)


def test_reading_is_for_oneself_and_twice_is_once() -> None:
    niels = make_account("Niels")
    [message] = tell(niels)
    assert actions.mark_read(account=niels, message=message, by=niels, at=NOW) == 1
    assert actions.mark_read(account=niels, by=niels, at=NOW) == 0
    with pytest.raises(ValueError, match="own messages"):
        actions.mark_read(account=niels, by=make_account("Ann"), at=NOW)


def test_what_waits_for_an_answer_is_listed_until_it_is_settled() -> None:
    niels = make_account("Niels")
    tell(niels, once="swap:1", answer_by=NOW + timedelta(hours=4))
    tell(niels, once="swap:2", answer_by=NOW + timedelta(hours=2))
    assert [one.once for one in queries.unanswered(niels, NOW)] == ["swap:2", "swap:1"]
    assert actions.settle(once="swap:2", **signed()) == 1
    assert actions.settle(once="swap:2", **signed()) == 0
    assert [one.once for one in queries.unanswered(niels, NOW)] == ["swap:1"]
    assert not queries.unanswered(niels, NOW + timedelta(hours=5)).exists()
