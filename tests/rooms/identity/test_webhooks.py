"""Webhooks: who hears what, signed how, how often, and what is given up."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from people import Cast
from rondstroom.ports import webhooks as port
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.identity import actions, permissions, queries
from rondstroom.rooms.identity.actions.sending import WAITS
from rondstroom.rooms.identity.models import ApiKey, Delivery, Webhook
from rondstroom.rooms.identity.states import EVENTS
from rondstroom.rooms.journal import actions as journal

URL = "https://voorbeeld.invalid/hook"


@dataclass
class Post:
    """A postman that keeps what it brought and answers what a test wants."""

    status: int = 200
    brought: list[tuple[str, bytes, Mapping[str, str]]] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Keep it."""
        self.brought.append((url, body, headers))
        return self.status, "ok"


@pytest.fixture
def post() -> Iterator[Post]:
    before, mine = port.postman(), Post()
    port.appoint(mine)
    yield mine
    port.appoint(before)


@pytest.fixture
def key(cast: Cast) -> ApiKey:
    return actions.make_key(
        organisation_id=cast.de_linde.pk, name="HR", scopes=["webhooks:write"], **signed()
    )[0]


def hook_on(key: ApiKey, *events: str) -> tuple[Webhook, str]:
    return actions.subscribe(key=key, url=URL, events=events or ["shift.created"], **signed())


def deliver(after: timedelta = timedelta(0)) -> int:
    return actions.deliver_due(by=queries.machine_account(), at=NOW + after).arrived


def test_what_happens_is_told_to_who_wants_to_hear_it(cast: Cast, key: ApiKey, post: Post) -> None:
    hook_on(key, "shift.created")
    shift = make_shift(cast.vlinder)
    make_shift(cast.wijkteam)
    demand.cancel_shift(shift=shift, reason="weg", **signed())
    assert deliver() == 1
    url, body, headers = post.brought[0]
    told = json.loads(body)
    assert url == URL
    assert told["type"] == headers["Rondstroom-Event"] == "shift.created"
    assert told["subject"] == {"type": "shift", "id": shift.pk}
    assert told["id"] == headers["Rondstroom-Event-Id"]
    assert deliver() == 0


def test_a_message_holds_no_name(cast: Cast, key: ApiKey, post: Post) -> None:
    """Who may know names asks the API: a message can end up anywhere."""
    hook_on(key, *EVENTS.values())
    make_shift(cast.vlinder)
    deliver()
    told = json.loads(post.brought[0][1])
    assert set(told) == {"id", "type", "at", "organisation", "subject"}


def test_the_receiver_can_tell_that_it_is_us(cast: Cast, key: ApiKey, post: Post) -> None:
    _hook, secret = hook_on(key)
    make_shift(cast.vlinder)
    deliver()
    _url, body, headers = post.brought[0]
    sent, signature = headers["Rondstroom-Signature"].split(",")
    seconds = sent.removeprefix("t=")
    assert int(seconds) == int(NOW.timestamp())
    ours = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256)
    assert signature == f"v1={ours.hexdigest()}"


def test_after_a_rotation_both_secrets_sign_for_a_day(key: ApiKey) -> None:
    hook, old = hook_on(key)
    new = actions.rotate_secret(webhook=hook, **signed())
    row = queries.webhook(hook.pk)
    assert row is not None
    assert queries.secrets_of(row, NOW) == [new, old]
    assert queries.signature(row, "x", NOW).count("v1=") == 2
    assert queries.secrets_of(row, NOW + timedelta(hours=25)) == [new]


def test_the_secret_is_not_in_the_database(key: ApiKey) -> None:
    _hook, secret = hook_on(key)
    assert secret.removeprefix("whsec_") not in str(Webhook.objects.values().get())


def test_a_failure_waits_longer_each_time_and_is_given_up(
    cast: Cast, key: ApiKey, post: Post
) -> None:
    hook, _secret = hook_on(key)
    make_shift(cast.vlinder)
    post.status, after = 500, timedelta(0)
    for tries, wait in enumerate(WAITS, start=1):
        assert deliver(after) == 0
        row = Delivery.objects.get()
        assert (row.tries, row.state, row.answer) == (tries, "waiting", "500 ok")
        assert row.next_try_at == NOW + after + wait
        assert deliver(after + wait - timedelta(seconds=1)) == 0
        after += wait
    deliver(after)
    dead = queries.deliveries_of(hook.pk).get()
    assert dead.state == "dead"
    assert len({headers["Rondstroom-Event-Id"] for _u, _b, headers in post.brought}) == 1
    post.status = 204
    assert deliver(after + timedelta(days=9)) == 0
    actions.retry_delivery(delivery=dead, **signed())
    assert deliver(after) == 1
    again = queries.delivery(dead.pk)
    assert again is not None
    assert (again.state, again.webhook_id) == ("arrived", hook.pk)


def test_what_is_refused_is_not_told(cast: Cast, key: ApiKey, post: Post) -> None:
    hook_on(key)
    with pytest.raises(demand.UnableToCreateShift):
        make_shift(cast.vlinder, places=0)
    assert not Delivery.objects.exists()


def test_who_takes_back_hears_no_more(cast: Cast, key: ApiKey, post: Post) -> None:
    hook, _secret = hook_on(key)
    make_shift(cast.vlinder)
    actions.unsubscribe(webhook=hook, **signed())
    assert deliver() == 0
    assert not post.brought
    assert not queries.webhooks_of(cast.de_linde.pk)


BAD_ADDRESSES = ["", "ftp://x", "https://", "https://a:b@c/", "zomaar", "https://[", "http://h:0/"]


@pytest.mark.parametrize("url", BAD_ADDRESSES)
def test_an_address_is_a_web_address(url: str, key: ApiKey) -> None:
    with pytest.raises(actions.UnableToSubscribe) as refused:
        actions.subscribe(key=key, url=url, events=["shift.created"], **signed())
    assert refused.value.code == "url"


WITHIN = ["http://voorbeeld.invalid/", "https://localhost/", "https://10.0.0.1/", "https://[::1]/x"]


@pytest.mark.parametrize("url", WITHIN)
def test_what_would_never_arrive_is_refused_at_once(url: str, key: ApiKey, settings: Any) -> None:
    """Otherwise a supplier waits for messages until they are given up after a day and a half."""
    with pytest.raises(actions.UnableToSubscribe, match="openbaar") as refused:
        actions.subscribe(key=key, url=url, events=["shift.created"], **signed())
    assert refused.value.code == "url"
    settings.WEBHOOKS_MAY_BE_PRIVATE = True
    assert actions.subscribe(key=key, url=url, events=["shift.created"], **signed())


def test_each_known_event_is_named_once(key: ApiKey) -> None:
    with pytest.raises(actions.UnableToSubscribe) as refused:
        actions.subscribe(key=key, url=URL, events=["alles"], **signed())
    assert str(refused.value).count("assignment.cancelled") == 1


@pytest.mark.parametrize("events", [[], ["alles"], ["shift.created", "x"]])
def test_events_are_known_ones(events: list[str], key: ApiKey) -> None:
    with pytest.raises(actions.UnableToSubscribe, match=r"shift\.created"):
        actions.subscribe(key=key, url=URL, events=events, **signed())


def test_there_is_an_end_to_the_number_of_webhooks(key: ApiKey) -> None:
    for _number in range(20):
        hook_on(key)
    with pytest.raises(actions.UnableToSubscribe) as refused:
        hook_on(key)
    assert refused.value.code == "too-many"


def test_a_webhook_is_its_organisations_own(cast: Cast, key: ApiKey) -> None:
    hook, _secret = hook_on(key)
    other, _ = actions.make_key(
        organisation_id=cast.molenpoort.pk, name="B", scopes=["webhooks:write"], **signed()
    )
    blind, _ = actions.make_key(
        organisation_id=cast.de_linde.pk, name="C", scopes=["shifts:read"], **signed()
    )
    assert permissions.may_manage_webhook(key, hook)
    assert not permissions.may_manage_webhook(other, hook)
    assert not permissions.may_manage_webhook(blind, hook)


def statements_of_series(cast: Cast, days: int) -> int:
    first = {
        "team": cast.vlinder,
        "starts_at": moment(MONDAY, "07:00"),
        "ends_at": moment(MONDAY, "15:00"),
    }
    until = MONDAY + timedelta(days=days)
    with CaptureQueriesContext(connection) as seen:
        demand.create_series(first=first, weekdays=range(7), until=until, **signed())
    return len(seen)


def test_hundreds_of_shifts_at_once_cost_few_statements_more(cast: Cast, key: ApiKey) -> None:
    hook_on(key, "shift.cancelled")
    without = statements_of_series(cast, 90)
    hook_on(key, "shift.created")
    assert statements_of_series(cast, 90) <= without + 4
    assert Delivery.objects.count() == 91


def test_nobody_listening_writes_nothing(cast: Cast) -> None:
    told = [journal.Told("shift:1", cast.de_linde.pk, None, {}, 5)]
    made = actions.write_messages(event="demand.shift.created", lines=told, **signed())
    assert made == 0
    assert actions.write_messages(event="iets.anders.gebeurd", lines=told, **signed()) == 0
