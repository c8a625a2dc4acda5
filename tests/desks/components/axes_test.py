"""The figures beside a picture are round."""

from __future__ import annotations

import pytest

from rondstroom.web.components.axes import round_figures


@pytest.mark.parametrize(
    ("low", "high", "figures"),
    [
        (0, 4, [0, 1, 2, 3, 4]),
        (3120, 213725, [0, 50_000, 100_000, 150_000, 200_000, 250_000]),
        (5, 5, [5, 5.2]),
        (-7, 12, [-10, -5, 0, 5, 10, 15]),
        (0, 18, [0, 5, 10, 15, 20]),
    ],
)
def test_the_axes_carry_round_figures(low: float, high: float, figures: list[float]) -> None:
    assert round_figures(low, high) == pytest.approx(figures)
