"""Every pair of colours that carries text keeps its contrast, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rondstroom.web import components

SHEET = Path(components.__file__).parent / "static/components/rondstroom.css"
TEXT, CONTROL = 4.5, 3.0
PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "paper-2", TEXT),
    ("ink-2", "paper", TEXT),
    ("ink-2", "paper-2", TEXT),
    ("brand", "paper", TEXT),
    ("brand", "paper-2", TEXT),
    ("brand", "brand-2", TEXT),
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-strong", TEXT),
    ("accent", "paper", TEXT),
    ("bad", "paper", TEXT),
    ("bad", "paper-2", TEXT),
    *((tone, f"{tone}-bg", TEXT) for tone in ("ok", "warn", "bad", "info")),
    *(("ink", f"{tone}-bg", TEXT) for tone in ("ok", "warn", "bad", "info")),
    ("edge", "paper", CONTROL),
    ("edge", "paper-2", CONTROL),
]


def tokens(block: int) -> dict[str, str]:
    """Give the colours of the first (light) or second (dark) block of tokens."""
    blocks = re.findall(r":root \{(.*?)\}", SHEET.read_text(encoding="utf-8"), re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[block]))


def light(colour: str) -> float:
    """Give the relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours (WCAG 2.2)."""
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_pair_can_be_read(scheme: int, front: str, ground: str, least: float) -> None:
    colours = tokens(scheme)
    measured = contrast(colours[front], colours[ground])
    assert measured >= least, f"{front} on {ground}: {measured:.2f}"


def test_no_template_has_styles_or_scripts_inside() -> None:
    pages = Path(components.__file__).parent.parent.rglob("*.html")
    inside = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", re.IGNORECASE)
    found = [path.name for path in pages if inside.search(path.read_text(encoding="utf-8"))]
    assert not found
