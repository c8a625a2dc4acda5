"""Webhooks through the API: told once of the secret, told of what happens, dead letters seen."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from api.asking import System
from factories.demand import make_shift
from factories.moments import NOW
from people import Cast
from rondstroom.integrations.web_post import WebPost
from rondstroom.ports import webhooks as port
from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.actions.sending import WAITS
from rondstroom.rooms.identity.models import KeptAnswer

ASKED = {"url": "https://voorbeeld.invalid/hook", "events": ["shift.created"]}


class Receiver(BaseHTTPRequestHandler):
    """Another system: keeps what it is told."""

    def do_POST(self) -> None:
        """Keep it, and thank."""
        size = int(self.headers["Content-Length"])
        self.server.seen.append((dict(self.headers), self.rfile.read(size)))  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_told: Any) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Any]:
    """Give a system that listens, and a postman that may come there."""
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    before = port.postman()
    port.appoint(WebPost(may_be_private=True))
    yield server
    port.appoint(before)
    server.shutdown()
    thread.join()
    server.server_close()


def deliver(after: Any = None) -> int:
    at = NOW if after is None else NOW + after
    return actions.deliver_due(by=queries.machine_account(), at=at).arrived


def test_a_system_is_told_and_knows_that_it_is_us(
    linde: System, cast: Cast, receiver: Any, settings: Any
) -> None:
    settings.WEBHOOKS_MAY_BE_PRIVATE = True
    where = f"http://127.0.0.1:{receiver.server_port}/hook"
    made = linde.post("/webhooks", ASKED | {"url": where})
    secret = made.body["secret"]
    make_shift(cast.vlinder)
    assert deliver() == 1
    headers, body = receiver.seen[0]
    sent, signature = headers["Rondstroom-Signature"].split(",")
    signed = f"{sent.removeprefix('t=')}.".encode() + body
    assert signature == "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    listed = linde.get(f"/webhooks/{made.body['id']}/deliveries?state=arrived").body["items"]
    assert [one["answer"] for one in listed] == ["204"]


def test_the_secret_is_shown_once_and_kept_nowhere(linde: System) -> None:
    made = linde.post("/webhooks", ASKED, Idempotency_Key="w-1")
    assert made.body["secret"].startswith("whsec_")
    assert linde.get("/webhooks").body["items"][0]["secret"] is None
    again = linde.post("/webhooks", ASKED, Idempotency_Key="w-1")
    assert again.body == made.body | {"secret": None}
    assert made.body["secret"] not in KeptAnswer.objects.get().body
    assert len(linde.get("/webhooks").body["items"]) == 1


def test_a_rotation_gives_a_new_secret(linde: System) -> None:
    made = linde.post("/webhooks", ASKED).body
    new = linde.post(f"/webhooks/{made['id']}/rotate").body
    assert new["secret"] != made["secret"]
    row = queries.webhook(made["id"])
    assert row is not None
    assert queries.secrets_of(row, NOW) == [new["secret"], made["secret"]]


def test_what_was_given_up_is_seen_and_tried_again(
    linde: System, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = linde.post("/webhooks", ASKED).body
    make_shift(cast.vlinder)
    monkeypatch.setattr(port, "_appointed", [port.Nobody()])
    after = WAITS[0] * 0
    for wait in (*WAITS, WAITS[0]):
        assert deliver(after) == 0
        after += wait
    where = f"/webhooks/{made['id']}/deliveries"
    dead = linde.get(f"{where}?state=dead").body["items"]
    assert len(dead) == 1
    assert dead[0]["tries"] == len(WAITS) + 1
    assert "nobody" in dead[0]["answer"]
    again = linde.post(f"{where}/{dead[0]['id']}/retry").body
    assert (again["state"], again["tries"]) == ("waiting", 0)
    assert linde.get(f"{where}?state=dead").body["items"] == []


def test_who_takes_it_back_is_told_no_more(linde: System, cast: Cast) -> None:
    made = linde.post("/webhooks", ASKED).body
    gone = linde.ask("DELETE", f"/webhooks/{made['id']}")
    assert (gone.status, gone.body) == (204, "")
    assert linde.ask("DELETE", f"/webhooks/{made['id']}").status == 404
    make_shift(cast.vlinder)
    assert deliver() == 0


def test_a_delivery_of_another_webhook_is_not_here(linde: System, cast: Cast) -> None:
    first, second = (linde.post("/webhooks", ASKED).body["id"] for _number in range(2))
    make_shift(cast.vlinder)
    one = linde.get(f"/webhooks/{first}/deliveries").body["items"][0]
    assert linde.post(f"/webhooks/{second}/deliveries/{one['id']}/retry").status == 404
