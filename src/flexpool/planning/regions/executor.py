"""Where errands are done: in this process, in others beside it, or wherever a platform can.

The library knows processes; other machines come in by the same port.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from threading import Thread
from typing import Any, Protocol

Errand = Callable[[], Any]
LOOK_EVERY_SECONDS = 0.25


def nothing_yet() -> None:
    """Stand for an errand where none can be given before an answer has come."""


def next_of(errands: Iterator[Errand], places: int) -> tuple[list[Errand], bool]:
    """Draw errands for free places, fewer where there is nothing yet; say whether more may come."""
    found: list[Errand] = []
    while len(found) < places:
        errand = next(errands, None)
        if errand is None or errand is nothing_yet:
            return found, errand is not None
        found.append(errand)
    return found, True


def never() -> bool:
    """Say that nothing is over: for what ends by itself."""
    return False


class Executor(Protocol):
    """Does errands, several at a time."""

    @property
    def places(self) -> int:
        """How many errands can be done at a time."""

    def each(
        self, errands: Iterator[Errand], is_over: Callable[[], bool] = never
    ) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer as soon as it is done.

        An errand is only drawn when there is a place for it, so that it starts from what is known
        then; after `nothing_yet` the next is drawn when an answer has come. An errand that raises
        ends it all; one whose place is lost is done again. When it is
        over, which is asked several times a second, what is under way is left undone.
        """


class Here:
    """Does one errand after the other in this process, each to its end."""

    places = 1

    def each(
        self, errands: Iterator[Errand], is_over: Callable[[], bool] = never
    ) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer."""
        for errand in errands:
            yield errand, errand()
            if is_over():
                return


class Processes:
    """Does errands in processes beside this one.

    Parameters
    ----------
    places
        How many processes.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self._leave = context.Event()
        self._pool = ProcessPoolExecutor(
            self.places, context, initializer=leave_when_told, initargs=(self._leave,)
        )

    def each(
        self, errands: Iterator[Errand], is_over: Callable[[], bool] = never
    ) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer as soon as it is done."""
        waiting: dict[Future[Any], Errand] = {}
        more = True
        while more or waiting:
            if more:
                drawn, more = next_of(errands, self.places - len(waiting))
                waiting |= {self._pool.submit(do, errand): errand for errand in drawn}
            done, _ = wait(waiting, LOOK_EVERY_SECONDS, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()
            if waiting and is_over():
                self._abandon()
                return

    def _abandon(self) -> None:
        """Let the processes leave what they are doing; others begin when they are needed."""
        self._leave.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._begin()

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *failure: object) -> None:
        self._pool.shutdown(cancel_futures=True)


def leave_when_told(told: Event) -> None:
    """Let this process end as soon as it is told to, whatever it is doing."""

    def wait_and_leave() -> None:
        told.wait()
        os._exit(0)

    Thread(target=wait_and_leave, daemon=True).start()


def do(errand: Errand) -> Any:
    """Do an errand; by this name it is found in another process."""
    return errand()
