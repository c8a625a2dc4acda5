"""Many at once: each on a thread and a connection of its own, all let go at the same moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any

from django.db import connection, connections

POOL = 40
"""Connections that PostgreSQL gives us; more writers wait for one, as behind a web server."""


@dataclass(frozen=True, slots=True)
class Raced:
    """What each of the writers got back, or raised; and how long it took, in seconds."""

    answers: list[Any]
    seconds: float
    each: list[float]

    def told(self, what: str) -> str:
        """Give the figures in one line."""
        each = sorted(self.each)
        middle, slowest = each[len(each) // 2], each[-1]
        return (
            f"{connection.vendor}: {what}: {len(each)} at once in {self.seconds:.2f} s, "
            f"median {middle * 1000:.0f} ms, slowest {slowest * 1000:.0f} ms"
        )


def race(writers: Sequence[Callable[[], Any]]) -> Raced:
    """Let all writers go at once; an exception is an answer too."""
    answers: list[Any] = [None] * len(writers)
    each = [0.0] * len(writers)
    start = Barrier(len(writers) + 1)

    def run(number: int) -> None:
        start.wait()
        since = time.perf_counter()
        try:
            answers[number] = writers[number]()
        except Exception as raised:  # noqa: BLE001  (whatever it raised is what we look at)
            answers[number] = raised
        finally:
            each[number] = time.perf_counter() - since
            connections.close_all()

    with _pooled():
        threads = [Thread(target=run, args=(number,)) for number in range(len(writers))]
        for thread in threads:
            thread.start()
        start.wait()
        since = time.perf_counter()
        for thread in threads:
            thread.join()
        seconds = time.perf_counter() - since
    return Raced(answers, seconds, each)


@contextmanager
def _pooled() -> Iterator[None]:
    """Share a pool of connections on PostgreSQL, as in production; SQLite needs none."""
    if connection.vendor != "postgresql":
        yield
        return
    options = connection.settings_dict["OPTIONS"]
    connection.close()
    options["pool"] = {"min_size": POOL, "max_size": POOL, "timeout": 120}
    connection.ensure_connection()
    connection.close()
    connection.pool.wait()  # a web server has its connections before the doors open
    try:
        yield
    finally:
        connection.close()
        connection.close_pool()
        del options["pool"]
