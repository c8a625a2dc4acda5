"""Posting to other systems: over the line, and never to what lies inside our own walls."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from rondstroom.integrations.web_post import WebPost, addresses
from rondstroom.integrations.web_post.addresses import ForbiddenAddress, resolved


class Receiver(BaseHTTPRequestHandler):
    """Keeps what came in; answers by the path."""

    def do_POST(self) -> None:
        """Answer 200, or the number in the path; redirect when asked."""
        size = int(self.headers["Content-Length"])
        self.server.seen.append((self.path, dict(self.headers), self.rfile.read(size)))  # type: ignore[attr-defined]
        status = int(self.path.rsplit("/", 1)[1] or 200)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/200")
        self.end_headers()
        self.wfile.write(b"gelezen, dank" + b"x" * 5000)

    def log_message(self, *_told: Any) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def address(server: HTTPServer, path: str = "/200") -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


def test_a_message_arrives_with_its_headers(receiver: Any) -> None:
    status, words = WebPost(may_be_private=True).post(
        address(receiver), b'{"a":1}', {"Rondstroom-Event": "shift.created"}
    )
    assert status == 200
    assert words.startswith("gelezen, dank")
    assert len(words) <= 500
    path, headers, body = receiver.seen[0]
    assert (path, body) == ("/200", b'{"a":1}')
    assert headers["Rondstroom-Event"] == "shift.created"
    assert headers["Host"].startswith("127.0.0.1")


@pytest.mark.parametrize("status", [302, 404, 500])
def test_any_other_answer_is_given_as_it_is(status: int, receiver: Any) -> None:
    """A redirect too: it could lead inside."""
    assert WebPost(may_be_private=True).post(address(receiver, f"/{status}"), b"", {})[0] == status
    assert len(receiver.seen) == 1


def test_nobody_there_is_told_and_not_raised() -> None:
    status, words = WebPost(may_be_private=True).post("http://127.0.0.1:9/", b"", {})
    assert status == 0
    assert "Refused" in words


def test_plain_http_and_private_addresses_are_refused(receiver: Any) -> None:
    assert WebPost().post(address(receiver), b"", {}) == (0, "only https is allowed")
    secure = address(receiver).replace("http:", "https:")
    assert WebPost().post(secure, b"", {}) == (0, "127.0.0.1 leads to a private address")
    assert receiver.seen == []


INSIDE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::10.0.0.1",
]


def leads_to(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    """Let every name lead to these addresses."""
    answer = [(2, 1, 6, "", (one, 443)) for one in found]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *a, **k: answer)


@pytest.mark.parametrize("inner", INSIDE)
def test_a_name_that_leads_inside_is_refused(inner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch, "8.8.8.8", inner)
    with pytest.raises(ForbiddenAddress, match="private"):
        resolved("voorbeeld.invalid", 443, may_be_private=False)
    assert resolved("voorbeeld.invalid", 443, may_be_private=True) == "8.8.8.8"


def test_what_was_judged_is_what_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes between judging and calling leads nowhere else."""
    leads_to(monkeypatch, "8.8.8.8")
    called: list[Any] = []

    def refuse(where: Any, *_rest: Any) -> None:
        called.append(where)
        raise OSError("no way out")

    monkeypatch.setattr("socket.create_connection", refuse)
    assert WebPost().post("https://voorbeeld.invalid/x?y=1", b"", {})[0] == 0
    assert called == [("8.8.8.8", 443)]


def test_an_unknown_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: Any, **_more: Any) -> None:
        raise OSError("no such name")

    monkeypatch.setattr(addresses.socket, "getaddrinfo", unknown)
    assert WebPost().post("https://voorbeeld.invalid/", b"", {})[1].endswith("is not known")
