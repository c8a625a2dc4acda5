"""A line over figures, with what one should see marked in it; drawn on the server.

Every mark carries its colours as attributes as well, so that the same drawing can go into a
document; on screen the style sheet decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rondstroom.web.components.axes import Tick, round_figures

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 560, 270, 60, 28, 16, 54
NEAR_THE_EDGE = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with a word beside it, in figures."""

    across: float
    up: float
    word: str


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark in the picture; `anchor` keeps its word inside."""

    x: float
    y: float
    word: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the axis that stands out: from where, how wide."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The line as an SVG point list, with the marks on both axes."""

    line: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    marks: tuple[PlacedMark, ...]
    bands: tuple[Band, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    ground: int = HEIGHT - BOTTOM
    depth: int = HEIGHT - BOTTOM - TOP


def graph_of(
    points: Sequence[tuple[float, float]],
    marks: Sequence[Mark] = (),
    stretches: Sequence[tuple[float, float]] = (),
) -> Graph:
    """Draw a line through points in order of their first figure; at least one is needed.

    The axes reach from the lowest to the highest figure, rounded outward.
    """
    up = round_figures(min(high for _, high in points), max(high for _, high in points))
    across = round_figures(points[0][0], points[-1][0])
    first, last = points[0][0], max(points[-1][0], points[0][0] + 1)

    def x(figure: float) -> float:
        return round(LEFT + (figure - first) / (last - first) * (WIDTH - LEFT - RIGHT), 1)

    def y(figure: float) -> float:
        return round(TOP + (up[-1] - figure) / (up[-1] - up[0]) * (HEIGHT - TOP - BOTTOM), 1)

    return Graph(
        line=" ".join(f"{x(a):g},{y(b):g}" for a, b in points),
        across=tuple(Tick(x(figure), figure) for figure in across if first <= figure <= last),
        up=tuple(Tick(y(figure), figure) for figure in up),
        marks=tuple(
            PlacedMark(x(mark.across), y(mark.up), mark.word, _anchor(x(mark.across)))
            for mark in marks
        ),
        bands=tuple(Band(x(low), round(x(high) - x(low), 1)) for low, high in stretches),
    )


def _anchor(x: float) -> str:
    """Say on which side of its point a word stands, so that it stays in the picture."""
    if x < LEFT + NEAR_THE_EDGE:
        return "start"
    return "end" if x > WIDTH - RIGHT - NEAR_THE_EDGE else "middle"
