"""The picture of a measurement: how the score grew with time. SVG, by hand."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from statistics import mean

from rondstroom.cli.bench.running import Run, score_of

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 360, 56, 40, 16, 44
POINTS = 120
COLOURS = ("#0b5d5b", "#b4451f", "#1f4e8c", "#7a4b00", "#6f7c82")


def score_at(runs: Sequence[Run], seconds: float) -> float:
    """Give the mean score after so many seconds; a problem without a roster yet counts as 0."""
    return mean(_score_at(run, seconds) for run in runs)


def _score_at(run: Run, seconds: float) -> float:
    found = [best for at, best in run.history if at <= seconds]
    return score_of(run.against, found[-1]) if found else 0.0


def drawn(title: str, runs: Sequence[Run], longest: float) -> str:
    """Draw the score against time: the mean of a suite for each seed, a region by itself."""
    named: dict[str, list[Run]] = {}
    for run in runs:
        name = f"seed {run.seed}" if run.case.best is not None else run.case.name
        named.setdefault(name, []).append(run)
    lines = []
    for number, (name, mine) in enumerate(named.items()):
        at = [longest * step / POINTS for step in range(POINTS + 1)]
        path = " ".join(f"{_x(s, longest):.1f},{_y(score_at(mine, s)):.1f}" for s in at)
        colour = COLOURS[number % len(COLOURS)]
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.append(
            f'<text x="{WIDTH - RIGHT - 4}" y="{HEIGHT - BOTTOM - 12 - 16 * number}" '
            f'text-anchor="end" fill="{colour}">{escape(name)}: '
            f"{mean(run.score for run in mine):.3f}</text>"
        )
    return "\n".join([_head(title), *_axes(longest), *lines, "</svg>"]) + "\n"


def _head(title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13">\n<title>{escape(title)}</title>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n'
        f'<text x="{LEFT}" y="24" font-size="15" fill="#14202b">{escape(title)}</text>'
    )


def _axes(longest: float) -> list[str]:
    marks, ink = [], 'fill="#44525f"'
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y, x, under = _y(share), _x(longest * share, longest), HEIGHT - BOTTOM + 20
        marks.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#c9d2d1"/>\n'
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" {ink}>{share:g}</text>\n'
            f'<text x="{x:.1f}" y="{under}" text-anchor="middle" {ink}>{longest * share:g} s</text>'
        )
    return marks


def _x(seconds: float, longest: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / longest


def _y(score: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(score, 1.0))
