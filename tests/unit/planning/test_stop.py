"""Stop criteria: each says when, and how long it still leaves."""

import threading

import pytest

from flexpool.planning import AnyOf, MaxRuntime, NoImprovement, WhenTold


def test_time_is_up_at_the_limit() -> None:
    """Not before."""
    stop = MaxRuntime(10)
    assert not stop.should_stop(9.9, None)
    assert stop.should_stop(10, 5)
    assert stop.seconds_left(4) == 6
    assert stop.seconds_left(11) == 0


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
