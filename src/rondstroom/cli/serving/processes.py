"""The web server and the task worker, started together and stopped together."""

from __future__ import annotations

import fcntl
import multiprocessing
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connections

from rondstroom.cli.serving.address import Address, answers
from rondstroom.cli.serving.clockwork import Clockwork
from rondstroom.cli.serving.orphans import end_with_parent
from rondstroom.cli.serving.web import serve_web
from rondstroom.cli.shortcomings import UnableToRun

PATIENCE = 8.0  # seconds that a process gets to finish what it is doing


@dataclass(slots=True)
class Stop:
    """Set when somebody wants everything to stop."""

    asked: bool = False

    def __call__(self, _signal: int, _frame: object) -> None:
        """Remember the wish; the loop acts on it."""
        self.asked = True


def serve(
    address: Address, workers: int, threads: int, state: Path, when_ready: Callable[[], None]
) -> int:
    """Run until Ctrl-C or a stop signal; give the exit code.

    The task worker is started again when it falls over; when the web server stops, so does all.
    """
    with _only_one(state, address):
        stop = Stop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        _let_go_of_the_database()
        web = multiprocessing.get_context("fork").Process(
            target=serve_web, args=(address, workers, threads), name="web"
        )
        web.start()
        tasks = _start_tasks(state)
        clockwork = Clockwork(state)
        try:
            _wait_until_ready(web, address, stop, when_ready)
            while web.is_alive() and not stop.asked:
                if tasks.poll() is not None:
                    tasks = _start_tasks(state)
                clockwork.tick()
                web.join(timeout=0.3)
        finally:
            failed = not web.is_alive() and not stop.asked
            clockwork.end()
            _end(web, tasks)
        return 1 if failed else 0


def _let_go_of_the_database() -> None:
    """Close what processes must not share: connections, and the pools that keep them."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)  # PostgreSQL has one
        if close_pool:
            close_pool()


def _wait_until_ready(
    web: Any, address: Address, stop: Stop, when_ready: Callable[[], None]
) -> None:
    while web.is_alive() and not stop.asked:
        if answers(address):
            when_ready()
            return
        time.sleep(0.05)


def _start_tasks(state: Path) -> subprocess.Popen[bytes]:
    """Start the worker that plans and does other long work; it writes down what it does."""
    command = [sys.executable, "-m", "rondstroom.manage", "db_worker"]
    options = ["--interval", "0.5", "--no-startup-delay"]
    with (state / "tasks.log").open("ab") as log:
        # A session of its own: Ctrl-C comes to us, and we stop it with care.
        return subprocess.Popen(  # noqa: S603  (our own program, no words from outside)
            [*command, *options],
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=end_with_parent,  # safe: this process has no threads
        )


def _end(web: Any, tasks: subprocess.Popen[bytes]) -> None:
    """Ask both to stop, then insist."""
    for process in (web, tasks):
        process.terminate()
    web.join(PATIENCE)
    try:
        tasks.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        tasks.terminate()  # the second time it breaks off the task it is at, and notes that
        try:
            tasks.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            tasks.kill()
            tasks.wait()
    if web.is_alive():
        web.kill()
        web.join()


@contextmanager
def _only_one(state: Path, address: Address) -> Iterator[None]:
    """Let one server at a time use the state folder."""
    with (state / "serving.lock").open("a+") as lock:
        _take(lock)
        lock.truncate(0)
        lock.write(str(address))
        lock.flush()
        yield


def check_not_serving(state: Path) -> None:
    """Refuse to go on while a server uses this state folder."""
    with (state / "serving.lock").open("a+") as lock:
        _take(lock)


def _take(lock: Any) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise UnableToRun(
            f"Rondstroom already runs from this folder, at {lock.read() or 'another address'}\n"
            "Use that one, or stop it first (Ctrl-C where it runs)."
        ) from None
