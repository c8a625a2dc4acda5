"""The stop criteria: time, work, no improvement, a flag or callable, and any of several."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol


class StopCriterion(Protocol):
    """Decides whether a run ends now."""

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell, given the seconds since the start and the best objective, whether to stop."""

    def seconds_left(self, seconds: float) -> float:
        """Give the seconds that may still be used; infinity when time does not decide."""


class MaxRuntime:
    """Stop after a number of seconds."""

    def __init__(self, max_seconds: float) -> None:
        if max_seconds <= 0:
            raise ValueError(f"a run needs more than {max_seconds} seconds")
        self.max_seconds = max_seconds

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether the time is up."""
        return seconds >= self.max_seconds

    def seconds_left(self, seconds: float) -> float:
        """Give what is left of the time."""
        return max(0.0, self.max_seconds - seconds)


class MaxWork:
    """Stop after seconds of the processor in the thread that made it.

    A busy machine does the same work, and takes longer over it. For a solver that searches in the
    thread that called it; where threads are not told apart, the whole program counts.
    """

    def __init__(self, max_seconds: float) -> None:
        if max_seconds <= 0:
            raise ValueError(f"a run needs more than {max_seconds} seconds")
        self.max_seconds = max_seconds
        self._used = _thread_clock()
        self._began = self._used()

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether the work is done; may be asked from any thread."""
        return self._used() - self._began >= self.max_seconds

    def seconds_left(self, seconds: float) -> float:
        """Give infinity: how long the work takes, the machine decides."""
        return float("inf")


def _thread_clock() -> Callable[[], float]:
    """Give what counts the processor's seconds of this thread, for any thread to ask."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.process_time
    clock = time.pthread_getcpuclockid(threading.get_ident())
    return lambda: time.clock_gettime(clock)


class NoImprovement:
    """Stop when the objective has not improved for a number of seconds."""

    def __init__(self, max_seconds: float) -> None:
        if max_seconds <= 0:
            raise ValueError(f"a run needs more than {max_seconds} seconds")
        self.max_seconds = max_seconds
        self._best: int | None = None
        self._best_at = 0.0

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether the last improvement is too long ago; never before a first roster."""
        if objective is not None and (self._best is None or objective < self._best):
            self._best, self._best_at = objective, seconds
        return self._best is not None and seconds - self._best_at >= self.max_seconds

    def seconds_left(self, seconds: float) -> float:
        """Give infinity: an improvement may always come."""
        return float("inf")


class StopFlag(Protocol):
    """Anything with `is_set`, such as `threading.Event`."""

    def is_set(self) -> bool:
        """Tell whether to stop."""


class WhenTold:
    """Stop when a flag is set or a callable says so."""

    def __init__(self, flag: StopFlag | Callable[[], bool]) -> None:
        self._asked: Callable[[], bool] = flag if callable(flag) else flag.is_set

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether it was told to stop."""
        return self._asked()

    def seconds_left(self, seconds: float) -> float:
        """Give infinity: the flag decides."""
        return float("inf")


class AnyOf:
    """Stop as soon as one of several criteria says so."""

    def __init__(self, *criteria: StopCriterion) -> None:
        self.criteria = criteria

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether one criterion wants to stop; all are asked, so that each can look."""
        answers = [criterion.should_stop(seconds, objective) for criterion in self.criteria]
        return any(answers)

    def seconds_left(self, seconds: float) -> float:
        """Give the shortest time that any criterion leaves."""
        return min((c.seconds_left(seconds) for c in self.criteria), default=float("inf"))
