"""Writes docs/reference/pay/figures.md from the dated figures of pay.

Renew with: ./run python tests/spec/pay/figures_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from flexpool.parameters import Figure, Value, all_figures
from flexpool.pay.explanation import SECONDARY

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "pay" / "figures.md"
AREA = "pay"
LONGEST_LIST = 6
INTRODUCTION = """\
# The figures of pay

<!-- Written by tests/spec/pay/figures_page.py; a test fails when stale. -->

What every calculation of pay, tax, benefits, pension and cost counts with. They stand in
`src/flexpool/parameters/nl/pay/*.yaml`; `flexpool.parameters.lookup("pay.FILE.NAME", on=day)` gives
one. Outside the dates given here a figure is not known, and a calculation that needs it says so.

| confidence | meaning | on screen |
|---|---|---|
| T | reproduces an official table or the official examples | |
| A | stated by an official publication | |
| B | one transcription of an official document | secondary source |
| S | one other source, or derived (the source then says so) | secondary source |

Money is in whole `euro` or in `euro_cents`. A rate is a share of one: `0.3575` is 35.75 %.
"""


def page() -> str:
    """Write the page."""
    figures = [figure for name, figure in all_figures().items() if name.split(".")[0] == AREA]
    return "\n".join([INTRODUCTION, *_chapters(figures)]).rstrip() + "\n"


def _chapters(figures: list[Figure]) -> Iterator[str]:
    for chapter in dict.fromkeys(figure.name.split(".")[1] for figure in figures):
        yield f"## {chapter}\n"
        yield "| figure | what | unit | from | through | value | | source |"
        yield "|---|---|---|---|---|---|---|---|"
        for figure in figures:
            if figure.name.split(".")[1] == chapter:
                yield from _rows(figure)
        yield ""


def _rows(figure: Figure) -> Iterator[str]:
    for value in figure.values:
        first = value is figure.values[0]
        named = f"`{figure.name}` | {figure.description} | {figure.unit}" if first else " | | "
        until = value.valid_until and value.valid_until - timedelta(days=1)
        mark = f"**{value.confidence.value}**" if _secondary(value) else value.confidence.value
        yield (
            f"| {named} | {value.valid_from} | {until or ''} | {_shown(value.value)} "
            f"| {mark} | {value.source} |"
        )


def _secondary(value: Value) -> bool:
    return value.confidence in SECONDARY


def _shown(value: Any) -> str:
    if not isinstance(value, tuple):
        return {None: "not known", True: "yes", False: "no"}.get(value, str(value))
    if len(value) > LONGEST_LIST:
        return f"{len(value)} rows, see the file"
    return "; ".join(
        f"({_shown(part)})" if isinstance(part, tuple) else _shown(part) for part in value
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
