"""The picture of a search: how the best roster and its proven bound came together over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rondstroom.web.components.axes import Tick, round_figures

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 560, 200, 64, 12, 12, 28


@dataclass(frozen=True, slots=True)
class Point:
    """What was known after so many seconds; a figure not yet known is None."""

    seconds: float
    best: float | None
    bound: float | None

    @property
    def gap(self) -> float | None:
        """How much better a roster could still be, as a share of the best one found."""
        if self.best is None or self.bound is None:
            return None
        return 0.0 if self.best == 0 else max(self.best - self.bound, 0.0) / abs(self.best)


@dataclass(frozen=True, slots=True)
class Curve:
    """The two lines as SVG point lists, with the marks on both axes."""

    best: str
    bound: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT


def read_points(history: Iterable[Sequence[float | None]]) -> list[Point]:
    """Read the history that a run keeps: rows of seconds, best and bound."""
    return [Point(float(row[0] or 0), row[1], row[2]) for row in history]


def draw(points: Sequence[Point]) -> Curve | None:
    """Draw both lines as stairs, for a figure holds until it is improved; None without figures."""
    figures = [f for p in points for f in (p.best, p.bound) if f is not None]
    if not figures:
        return None
    up = round_figures(min(figures), max(figures))
    across = round_figures(0.0, max(points[-1].seconds, 1.0))
    low, high, longest = up[0], up[-1], across[-1]

    def x(seconds: float) -> float:
        return round(LEFT + seconds / longest * (WIDTH - LEFT - RIGHT), 1)

    def y(figure: float) -> float:
        return round(TOP + (high - figure) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    end = x(points[-1].seconds)
    best = [(x(p.seconds), y(p.best)) for p in points if p.best is not None]
    bound = [(x(p.seconds), y(p.bound)) for p in points if p.bound is not None]
    return Curve(
        best=_stairs(best, end),
        bound=_stairs(bound, end),
        across=tuple(Tick(x(figure), figure) for figure in across),
        up=tuple(Tick(y(figure), figure) for figure in up),
    )


def _stairs(places: Sequence[tuple[float, float]], end: float) -> str:
    corners: list[tuple[float, float]] = []
    for across, up in places:
        if corners:
            corners.append((across, corners[-1][1]))
        corners.append((across, up))
    if corners:
        corners.append((end, corners[-1][1]))
    return " ".join(f"{across:g},{up:g}" for across, up in corners)
