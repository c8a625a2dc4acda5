"""Steps of prices: as long as told along a steady slope, shorter where it goes to and fro."""

from __future__ import annotations

import numpy as np
import pytest

from flexpool.planning.prices.steps import Steps

LENGTH, NOTHING = 0.5, 1e-12


@pytest.mark.parametrize("slope", [0.001, 1, -3, 1000])
def test_a_steady_slope_gives_whole_steps_whatever_its_size(slope: float) -> None:
    steps = Steps((1,), 0.99, NOTHING)
    for _ in range(5):
        assert steps.along(np.array([slope]), LENGTH) == pytest.approx(LENGTH * np.sign(slope))


def test_a_slope_that_goes_to_and_fro_gives_shorter_and_shorter_steps() -> None:
    steps = Steps((1,), 0.8, NOTHING)
    moves = [abs(steps.along(np.array([(-1) ** number]), LENGTH)[0]) for number in range(40)]
    assert moves[0] == pytest.approx(LENGTH)
    assert moves[-1] < LENGTH / 10


def test_each_price_has_a_step_of_its_own_size() -> None:
    steps = Steps((2,), 0.99, NOTHING)
    steps.along(np.array([1, 100]), LENGTH)
    assert steps.along(np.array([1, 100]), LENGTH) == pytest.approx([LENGTH, LENGTH])


def test_without_a_slope_prices_stay_where_they_are() -> None:
    steps = Steps((2,), 0.8, 1e-8)
    assert not steps.along(np.zeros(2, dtype=np.int64), LENGTH).any()


def test_a_slope_below_the_least_size_counts_for_less() -> None:
    steps = Steps((1,), 0.99, 0.1)
    assert steps.along(np.array([0.1]), LENGTH) == pytest.approx(LENGTH / 2)
