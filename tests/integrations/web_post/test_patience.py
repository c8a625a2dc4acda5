"""A receiver that takes its time, a little at a time, is cut off in all."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from rondstroom.integrations.web_post import WebPost

PATIENCE = 0.4


@pytest.fixture
def dripping() -> Iterator[int]:
    """Give the port of a receiver that says a letter every tenth of a second, and never ends."""
    door = socket.create_server(("127.0.0.1", 0))
    closing = threading.Event()

    def drip() -> None:
        line, _who = door.accept()
        with line:
            while not closing.wait(0.1):
                try:
                    line.sendall(b"H")
                except OSError:
                    return

    thread = threading.Thread(target=drip)
    thread.start()
    yield door.getsockname()[1]
    closing.set()
    thread.join()
    door.close()


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_who_drips_is_cut_off(scheme: str, dripping: int) -> None:
    """In the middle of the TLS handshake as well as in the answer."""
    begun = time.monotonic()
    post = WebPost(may_be_private=True, seconds=PATIENCE)
    answer = post.post(f"{scheme}://127.0.0.1:{dripping}/", b"{}", {})
    assert answer[0] == 0
    assert time.monotonic() - begun < 10 * PATIENCE
    if scheme == "http":  # the first letter is no TLS: that ends by itself
        assert answer[1] == "no answer within 0.4 seconds"


def test_who_says_nothing_in_the_handshake_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        post = WebPost(may_be_private=True, seconds=PATIENCE)
        answer = post.post(f"https://127.0.0.1:{door.getsockname()[1]}/", b"{}", {})
    assert answer == (0, "no answer within 0.4 seconds")


def test_nothing_is_left_running(dripping: int) -> None:
    WebPost(may_be_private=True, seconds=PATIENCE).post(f"http://127.0.0.1:{dripping}/", b"", {})
    assert not [one for one in threading.enumerate() if isinstance(one, threading.Timer)]
