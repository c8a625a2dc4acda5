"""What a search goes on from: little dearer at first, hardly dearer at last, and never by habit."""

from __future__ import annotations

import numpy as np
import pytest

from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.row_descent.acceptance import COLD, HOT, STEPS_BACK, Cooling, Late
from flexpool.planning.stop import MaxRuntime, StopCriterion, WhenTold
from unit.planning.rows.wards import ward

SCALE = 100.0


class Clock(Referee):
    """A referee whose time is set by hand."""

    at = 0.0

    @property
    def seconds(self) -> float:
        """Seconds as set."""
        return self.at


def cooling(stop: StopCriterion) -> tuple[Clock, Cooling]:
    """Give a search's cooling, and the clock that it goes by."""
    clock = Clock(ward(1), stop)
    return clock, Cooling(clock, SCALE, np.random.default_rng(1))


def test_late_acceptance_goes_by_the_roster_some_steps_ago() -> None:
    late = Late(1000)
    late.learn(900)
    assert late.most(900) == 1000  # the second place still holds the first cost
    for _ in range(STEPS_BACK - 1):
        late.learn(900)
    assert late.most(850) == 900
    assert late.most(950) == 950


def test_a_higher_cost_takes_no_place_in_the_list() -> None:
    late = Late(1000)
    for _ in range(STEPS_BACK):
        late.learn(800)
    for _ in range(STEPS_BACK):
        late.learn(1500)
    assert late.most(700) == 800


def test_cooling_goes_from_hot_to_cold_over_the_time_and_stays_cold() -> None:
    clock, cold = cooling(MaxRuntime(100))
    heats = []
    for clock.at in (0, 25, 50, 75, 100, 150):
        heats.append(cold.heat)
    assert heats[0] == pytest.approx(HOT * SCALE)
    assert heats[2] == pytest.approx((HOT * COLD) ** 0.5 * SCALE)
    assert heats[4] == heats[5] == pytest.approx(COLD * SCALE)
    assert heats[:5] == sorted(heats[:5], reverse=True)


def test_a_search_that_begins_late_cools_over_what_is_left() -> None:
    clock = Clock(ward(1), MaxRuntime(100))
    clock.at = 60
    cold = Cooling(clock, SCALE, np.random.default_rng(1))
    assert cold.heat == pytest.approx(HOT * SCALE)
    clock.at = 80
    assert cold.heat == pytest.approx((HOT * COLD) ** 0.5 * SCALE)


def test_without_an_end_it_is_cold_all_the_time() -> None:
    clock, cold = cooling(WhenTold(lambda: False))
    for clock.at in (0, 1000):
        assert cold.heat == pytest.approx(COLD * SCALE)


def test_what_may_be_dearer_is_as_much_as_the_heat_on_average_and_never_less() -> None:
    _, cold = cooling(MaxRuntime(100))
    drawn = np.array([cold.most(1000) - 1000 for _ in range(4000)])
    assert drawn.min() >= 0
    assert drawn.mean() == pytest.approx(HOT * SCALE, rel=0.1)
    cold.learn(5000)
    assert cold.heat == pytest.approx(HOT * SCALE)
