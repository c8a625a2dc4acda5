"""A line chart as SVG, small enough to read: axes, lines, points and their names."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil, log10
from pathlib import Path

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 380, 70, 50, 40, 150
COLOURS = ("#1b5e8c", "#b3541e", "#3c7a3f", "#7a3c74")
STEPS = 5

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """One line with its name."""

    name: str
    points: list[Point]


def write_picture(path: Path, title: str, axes: tuple[str, str], lines: list[Line]) -> None:
    """Draw lines from the origin and write them to a file."""
    most = [
        _round_up(max(point[axis] for line in lines for point in line.points)) for axis in (0, 1)
    ]

    def place(point: Point) -> Point:
        across = (WIDTH - LEFT - RIGHT) * point[0] / most[0]
        up = (HEIGHT - TOP - BOTTOM) * point[1] / most[1]
        return round(LEFT + across, 1), round(HEIGHT - BOTTOM - up, 1)

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'font-family="sans-serif" font-size="13" aria-label="{escape(title)}">'
        ),
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text((LEFT, TOP - 16), title, "start"),
        _text((LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 10), axes[0], "middle"),
        (
            f'<text transform="translate(18 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">'
            f"{escape(axes[1])}</text>"
        ),
    ]
    for step in range(STEPS + 1):
        parts += _ticks(step, most, place)
    for line, colour in zip(lines, COLOURS, strict=False):
        parts += _line(line, colour, place)
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _ticks(step: int, most: list[float], place: object) -> list[str]:
    assert callable(place)
    across, up = most[0] * step / STEPS, most[1] * step / STEPS
    (x, floor), (left, y), (right, _) = place((across, 0)), place((0, up)), place((most[0], up))
    return [
        f'<line x1="{left}" y1="{y}" x2="{right}" y2="{y}" stroke="#d8dde2"/>',
        _text((x, floor + 18), f"{across:g}", "middle"),
        _text((left - 8, y + 4), f"{up:g}", "end"),
    ]


def _line(line: Line, colour: str, place: object) -> list[str]:
    assert callable(place)
    points = [place(point) for point in line.points]
    path = " ".join(f"{x},{y}" for x, y in points)
    dots = [f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in points]
    x, y = points[-1]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *dots,
        _text((x + 10, y + 4), line.name, "start", colour),
    ]


def _text(at: Point, words: str, anchor: str, colour: str = "#20272e") -> str:
    place = f'x="{at[0]:g}" y="{at[1]:g}" text-anchor="{anchor}"'
    return f'<text {place} fill="{colour}">{escape(words)}</text>'


def _round_up(value: float) -> float:
    """Give a round number that is not below the value."""
    if value <= 0:
        return 1.0
    unit = 10.0 ** (ceil(log10(value)) - 1)
    return float(ceil(value / unit) * unit)
