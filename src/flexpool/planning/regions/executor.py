"""Where errands are done: in this process, in others beside it, or wherever a platform can.

The library knows processes; other machines come in by the same port.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from typing import Any, Protocol

Errand = Callable[[], Any]


class Executor(Protocol):
    """Does errands, several at a time."""

    @property
    def places(self) -> int:
        """How many errands can be done at a time."""

    def each(self, errands: Iterator[Errand]) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer as soon as it is done.

        An errand is only drawn when there is a place for it, so that it starts from what is known
        then. An errand that raises ends it all; one whose place is lost is done again.
        """


class Here:
    """Does one errand after the other in this process."""

    places = 1

    def each(self, errands: Iterator[Errand]) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer."""
        for errand in errands:
            yield errand, errand()


class Processes:
    """Does errands in processes beside this one.

    Parameters
    ----------
    places
        How many processes.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self._pool = ProcessPoolExecutor(places, mp_context=get_context("spawn"))

    def each(self, errands: Iterator[Errand]) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer as soon as it is done."""
        waiting: dict[Future[Any], Errand] = {}
        more = True
        while more or waiting:
            while more and len(waiting) < self.places:
                errand = next(errands, None)
                more = errand is not None
                if errand is not None:
                    waiting[self._pool.submit(do, errand)] = errand
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *failure: object) -> None:
        self._pool.shutdown(cancel_futures=True)


def do(errand: Errand) -> Any:
    """Do an errand; by this name it is found in another process."""
    return errand()
