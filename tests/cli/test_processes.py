"""Two processes that start and stop together, and one server per state folder."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rondstroom.cli.serving import processes
from rondstroom.cli.serving.address import Address
from rondstroom.cli.shortcomings import UnableToRun

SLEEPER = "import time\nwhile True: time.sleep(0.05)"
STUBBORN = (
    "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\n"
)


class Web:
    """Stands for the process of the web server."""

    def __init__(self, alive: bool = True, stubborn: bool = False) -> None:
        self.alive, self.stubborn, self.done = alive, stubborn, []

    def start(self) -> None:
        self.done.append("start")

    def is_alive(self) -> bool:
        return self.alive

    def join(self, timeout: float | None = None) -> None:
        time.sleep(0.01)

    def terminate(self) -> None:
        self.done.append("terminate")
        self.alive = self.stubborn

    def kill(self) -> None:
        self.done.append("kill")
        self.alive = False


@pytest.fixture
def listening() -> Iterator[Address]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield Address("127.0.0.1", door.getsockname()[1])


@pytest.fixture
def signals() -> Iterator[None]:
    """Put back what happens at a signal."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, signals: None) -> tuple[Web, list[subprocess.Popen]]:
    """Put something simple in the place of web server and task worker."""
    web, started = Web(), []

    def start_tasks(_state: Path) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, "-c", SLEEPER]))
        return started[-1]

    class Context:
        def Process(self, **_how: object) -> Web:
            return web

    monkeypatch.setattr(processes.multiprocessing, "get_context", lambda _kind: Context())
    monkeypatch.setattr(processes, "_start_tasks", start_tasks)
    monkeypatch.setattr(processes, "_let_go_of_the_database", lambda: None)
    return web, started


def test_a_stop_signal_ends_both(
    stand_in: tuple[Web, list[subprocess.Popen]], listening: Address, tmp_path: Path
) -> None:
    web, started = stand_in
    ready: list[int] = []

    def when_ready() -> None:
        ready.append(1)
        os.kill(os.getpid(), signal.SIGTERM)

    assert processes.serve(listening, 1, 1, tmp_path, when_ready) == 0
    assert ready == [1]
    assert web.done == ["start", "terminate"]
    assert started[0].poll() is not None


def test_when_the_web_server_falls_over_all_stops_with_a_fault(
    stand_in: tuple[Web, list[subprocess.Popen]], listening: Address, tmp_path: Path
) -> None:
    web, started = stand_in

    def when_ready() -> None:
        web.alive = False

    assert processes.serve(listening, 1, 1, tmp_path, when_ready) == 1
    assert started[0].poll() is not None


def test_a_task_worker_that_falls_over_is_started_again(
    stand_in: tuple[Web, list[subprocess.Popen]],
    listening: Address,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    web, started = stand_in

    def join(timeout: float | None = None) -> None:
        time.sleep(0.05)
        if len(started) == 2:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(web, "join", join)
    assert processes.serve(listening, 1, 1, tmp_path, lambda: started[0].kill()) == 0
    assert len(started) == 2
    assert all(one.poll() is not None for one in started)


def test_who_does_not_listen_is_told_twice_and_then_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 0.2)
    worker = subprocess.Popen([sys.executable, "-c", STUBBORN + SLEEPER], stdout=subprocess.PIPE)
    worker.stdout.readline()
    web = Web(stubborn=True)
    processes._end(web, worker)
    assert worker.returncode == -signal.SIGKILL
    assert web.done == ["terminate", "kill"]
    worker.stdout.close()


def test_one_server_at_a_time_uses_a_state_folder(tmp_path: Path) -> None:
    with processes._only_one(tmp_path, Address("127.0.0.1", 8123)):
        with pytest.raises(
            UnableToRun, match="already runs from this folder, at http://localhost:8123/"
        ):
            processes.check_not_serving(tmp_path)
        with (
            pytest.raises(UnableToRun, match="stop it first"),
            processes._only_one(tmp_path, Address("127.0.0.1", 9)),
        ):
            pytest.fail("a second server got in")
    processes.check_not_serving(tmp_path)


def test_what_a_killed_server_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "serving.lock").write_text("http://localhost:8000/")
    processes.check_not_serving(tmp_path)


@pytest.mark.django_db
def test_connections_and_their_pools_are_closed_before_there_are_more_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[str] = []

    class Connection:
        def close(self) -> None:
            closed.append("connection")

        def close_pool(self) -> None:
            closed.append("pool")

    class Connections:
        def all(self, *, initialized_only: bool) -> list[Connection]:
            assert initialized_only
            return [Connection()]

    monkeypatch.setattr(processes, "connections", Connections())
    processes._let_go_of_the_database()
    assert closed == ["connection", "pool"]
