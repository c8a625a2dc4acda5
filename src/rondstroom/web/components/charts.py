"""Small pictures drawn on the server, each with words for who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

WIDTH, HEIGHT, GROUND = 320, 120, 96


def cover(needed: int, filled: int, pool: int = 0, external: int = 0) -> dict[str, Any]:
    """Lay out a cover bar: how many are needed, and of whom the filled places are.

    `filled` counts everybody; `pool` and `external` are the parts of it that come from there.
    """
    whole = max(needed, filled, 1)
    own = max(filled - pool - external, 0)
    step = 64 / whole
    return {
        "needed": needed,
        "filled": filled,
        "own": own,
        "pool": pool,
        "external": external,
        "missing": max(needed - filled, 0),
        "own_width": f"{own * step:.1f}",
        "pool_at": f"{own * step:.1f}",
        "pool_width": f"{pool * step:.1f}",
        "external_at": f"{(own + pool) * step:.1f}",
        "external_width": f"{external * step:.1f}",
        "needed_width": f"{needed * step:.1f}",
    }


def bars(title: str, points: Sequence[tuple[str, float]], unit: str) -> dict[str, Any]:
    """Lay out a bar chart of a few values; the same values stand in a table behind it."""
    highest = max((value for _, value in points), default=0) or 1
    step = WIDTH / max(len(points), 1)
    drawn = [
        {
            "label": label,
            "value": value,
            "at": f"{index * step + step * 0.15:.1f}",
            "middle": f"{index * step + step / 2:.1f}",
            "width": f"{step * 0.7:.1f}",
            "top": f"{GROUND - value / highest * (GROUND - 16):.1f}",
            "height": f"{value / highest * (GROUND - 16):.1f}",
        }
        for index, (label, value) in enumerate(points)
    ]
    return {"title": title, "bars": drawn, "unit": unit, "ground": GROUND}


def lying_bars(title: str, rows: Sequence[tuple[str, int, str]]) -> dict[str, Any]:
    """Lay out amounts as bars that lie in a table: label, cents, and the tone of the bar.

    The table is the chart, so there is no other one behind it.
    """
    highest = max((abs(cents) for _, cents, _ in rows), default=0) or 1
    return {
        "title": title,
        "rows": [
            {
                "label": label,
                "cents": cents,
                "tone": tone,
                "width": f"{abs(cents) / highest * 100:.1f}",
            }
            for label, cents, tone in rows
        ],
    }
