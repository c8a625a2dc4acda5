"""Stop criteria: each says when, and how long it still leaves."""

import threading
import time

import pytest

from flexpool.planning import AnyOf, MaxRuntime, MaxWork, NoImprovement, WhenTold


def test_time_is_up_at_the_limit() -> None:
    """Not before."""
    stop = MaxRuntime(10)
    assert not stop.should_stop(9.9, None)
    assert stop.should_stop(10, 5)
    assert stop.seconds_left(4) == 6
    assert stop.seconds_left(11) == 0


def busy(seconds: float) -> None:
    """Keep the processor busy in this thread."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_work_is_counted_in_the_thread_that_asked_for_it() -> None:
    """Waiting and the work of others do not count; anybody may ask."""
    stop, answers = MaxWork(0.05), []
    others = threading.Thread(target=lambda: (busy(0.06), answers.append(_asked(stop))))
    others.start()
    others.join()
    time.sleep(0.06)
    assert answers == [False]
    assert not stop.should_stop(1000, None)
    busy(0.05)
    assert stop.should_stop(0, None)
    assert stop.seconds_left(0) == float("inf")


def _asked(stop: MaxWork) -> bool:
    return stop.should_stop(0, None)


def test_without_a_clock_of_threads_the_program_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems that do not tell threads apart."""
    monkeypatch.delattr("time.pthread_getcpuclockid", raising=False)
    stop = MaxWork(0.02)
    busy(0.03)
    assert stop.should_stop(0, None)


@pytest.mark.parametrize("seconds", [0, -1])
def test_no_work_at_all_is_a_mistake(seconds: float) -> None:
    """A run that may do nothing finds nothing."""
    with pytest.raises(ValueError, match="more than"):
        MaxWork(seconds)


def test_no_improvement_waits_for_a_first_roster_and_restarts_with_each_better_one() -> None:
    """Ten quiet seconds after the last improvement."""
    stop = NoImprovement(10)
    assert not stop.should_stop(100, None)
    assert not stop.should_stop(101, 50)
    assert not stop.should_stop(110, 50)
    assert not stop.should_stop(110.5, 49)
    assert not stop.should_stop(120, 49)
    assert stop.should_stop(120.5, 49)
    assert stop.seconds_left(0) == float("inf")


def test_a_flag_or_a_callable_decides() -> None:
    """Anything with `is_set`, and any function without arguments."""
    flag = threading.Event()
    assert not WhenTold(flag).should_stop(0, None)
    flag.set()
    assert WhenTold(flag).should_stop(0, None)
    assert WhenTold(lambda: True).should_stop(0, None)
    assert WhenTold(flag).seconds_left(0) == float("inf")


def test_any_of_several_is_enough_and_the_shortest_time_counts() -> None:
    """All are asked each time, so that one that looks for improvement sees everything."""
    quiet = NoImprovement(5)
    stop = AnyOf(MaxRuntime(100), quiet)
    assert not stop.should_stop(1, 10)
    assert stop.should_stop(6, 10)
    assert stop.seconds_left(40) == 60


@pytest.mark.parametrize("criterion", [MaxRuntime, NoImprovement])
@pytest.mark.parametrize("seconds", [0, -1])
def test_no_time_at_all_is_refused(criterion: type, seconds: float) -> None:
    """It would stop before it began."""
    with pytest.raises(ValueError, match="more than"):
        criterion(seconds)
