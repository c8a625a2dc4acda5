"""Where the platform listens: a port that is taken, forbidden or impossible is told clearly."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

import pytest

from rondstroom.cli.serving import address as listening
from rondstroom.cli.serving.address import Address, check_free
from rondstroom.cli.shortcomings import UnableToRun


@pytest.fixture
def taken() -> Iterator[Address]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield Address("127.0.0.1", door.getsockname()[1])


def test_a_free_port_is_fine(taken: Address) -> None:
    check_free(Address("127.0.0.1", listening._free_port_after(taken)), "rondstroom demo")


def test_a_taken_port_is_refused_with_one_that_is_free(taken: Address) -> None:
    with pytest.raises(UnableToRun, match=f"Port {taken.port} on 127.0.0.1 is in use") as refusal:
        check_free(taken, "rondstroom demo")
    suggested = int(str(refusal.value).rsplit(" ", 1)[1])
    assert "rondstroom demo --port" in str(refusal.value)
    check_free(Address("127.0.0.1", suggested), "rondstroom demo")


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_what_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(UnableToRun, match="is not a port"):
        check_free(Address("127.0.0.1", port), "rondstroom demo")


def test_a_port_of_the_administrator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        listening,
        "_fault_of",
        lambda address: PermissionError(errno.EACCES, "no") if address.port < 1024 else None,
    )
    with pytest.raises(UnableToRun, match=r"administrator.*\n.*--port 1024"):
        check_free(Address("127.0.0.1", 80), "rondstroom serve")


def test_a_machine_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_fault_of", lambda _address: socket.gaierror(-2, "unknown"))
    with pytest.raises(UnableToRun, match="no machine called 'nowhere'"):
        check_free(Address("nowhere", 8000), "rondstroom serve")


def test_it_reads_as_people_type_it_and_servers_want_it() -> None:
    assert str(Address("127.0.0.1", 8000)) == "http://localhost:8000/"
    assert str(Address("10.0.0.5", 80)) == "http://10.0.0.5:80/"
    assert Address("::1", 8000).bind == "[::1]:8000"
    assert Address("127.0.0.1", 8000).bind == "127.0.0.1:8000"


def test_it_knows_whether_something_answers(taken: Address) -> None:
    assert listening.answers(taken)
    assert not listening.answers(Address("127.0.0.1", listening._free_port_after(taken)))
