"""Patience with the whole model: long for a first roster, in proportion afterwards."""

import pytest

from flexpool.planning import Demand, Kind, MaxRuntime, Problem, WhenTold, Worker
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.cpsat.whole import Patience

PROBLEM = Problem("p", 1, (Kind("E", 480),), (Worker("anna"),), (Demand(0, "E"),))


@pytest.mark.parametrize(
    ("seconds", "objective", "is_over"),
    [(40, None, False), (55, None, True), (7, 90, False), (30, 90, True)],
)
def test_half_of_the_time_for_a_first_one(
    seconds: float, objective: int | None, is_over: bool
) -> None:
    """Of 100 seconds; after a first roster at the start eight quiet ones are enough."""
    patience = Patience(Referee(PROBLEM, MaxRuntime(100)))
    patience.ends(0.0, objective)
    assert patience.ends(seconds, objective) == is_over
    assert patience.is_over == is_over


def test_who_improved_for_long_may_be_quiet_for_long() -> None:
    """After forty seconds of improvements twenty quiet ones."""
    patience = Patience(Referee(PROBLEM, MaxRuntime(100)))
    patience.ends(0.0, 100)
    patience.ends(40.0, 90)
    assert not patience.ends(59.0, 90)
    assert patience.ends(61.0, 90)


def test_without_a_time_limit_a_minute_for_a_first_one() -> None:
    """Half of forever would be too long."""
    patience = Patience(Referee(PROBLEM, WhenTold(lambda: False)))
    assert not patience.ends(59.0, None)
    assert patience.ends(61.0, None)
