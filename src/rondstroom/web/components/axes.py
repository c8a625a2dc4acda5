"""Round figures beside a picture, and where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its place in the picture and the figure beside it."""

    place: float
    figure: float


def round_figures(low: float, high: float) -> list[float]:
    """Give three to six round figures, evenly apart, from at most `low` to at least `high`."""
    span = max(high - low, 1.0)
    size = 10 ** math.floor(math.log10(span))
    step = next(size * n for n in (0.2, 0.5, 1, 2) if span / (size * n) <= 5)
    first = math.floor(low / step)
    return [n * step for n in range(first, max(math.ceil(high / step), first + 1) + 1)]
