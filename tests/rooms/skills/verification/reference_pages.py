"""Writes docs/reference/verification from the tables of cases and the figures.

Renew with: ./run env PYTHONPATH=tests python tests/rooms/skills/verification/reference_pages.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import django
import yaml

from flexpool.parameters.loader import all_figures

TESTS = Path(__file__).resolve().parents[3]
TABLES = TESTS / "cases" / "verification"
PAGES = TESTS.parent / "docs" / "reference" / "verification"
HERE = Path(__file__).relative_to(TESTS.parent)
WRITTEN = f"<!-- Written by {HERE}; a test fails when stale. -->"
TITLES = {
    "register": "The BIG register",
    "procedures": "Reserved procedures and other competences",
    "conduct": "The certificate of conduct (VOG)",
    "between": "Identity, diploma, earlier work, agreement, induction",
}
INTRODUCTION = """\
# The placement gate

{written}

Nobody works a shift without a passed gate on each day that the shift touches. Nine checks, each
answered with: in order, or what is missing, why, the way out and who can take it away; or that a
person must decide. The worker reads the same words as the planner.

| | check | rule | pages |
|---|---|---|---|
| 1 | identity seen | `gate.identity` | [W1](between.md#w1-who-it-is) |
| 2 | right to work | `gate.right-to-work` | [W2](between.md#w2-right-to-work) |
| 3 | diploma | `gate.diploma` | [W3](between.md#w3-diploma-and-directed-substitution) |
| 4 | BIG register | `gate.register` | [B1 to B6](register.md) |
| 5 | competences, in force here | `gate.skill`, `gate.supervision` | [V, S28](procedures.md) |
| 6 | earlier work asked after | `gate.past-work` | [B7](between.md#b7-earlier-work-asked-after) |
| 7 | agreement in force | `gate.agreement` | [W7](between.md#w7-an-agreement-in-force) |
| 8 | certificate of conduct | `gate.conduct` | [G1 to G7](conduct.md) |
| 9 | at home at the location | `gate.induction` | [W9](between.md#w9-at-home-at-the-location) |

The gate is judged when somebody is booked, when a roster is made known, every night for the coming
fourteen days, and when a proof, an answer of the register or a decision changes. What no longer
passes opens a task for HR or the planner, and the worker sees it.

Confidence: H read in the official text, M official text of an earlier date or a good second source,
L one second source or a rule of this platform. A case names what differs from a worker who is in
service at Huis A and has everything in order.

## Figures

| figure | value | unit | source | confidence |
|---|---|---|---|---|
{figures}
"""


def pages() -> dict[str, str]:
    """Give every page by its name."""
    tables = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(TABLES.glob("*.yaml"))]
    found = {"README.md": INTRODUCTION.format(written=WRITTEN, figures="\n".join(_figures()))}
    for name, title in TITLES.items():
        own = [table for table in tables if table["page"] == name]
        parts = [f"# {title}\n\n{WRITTEN}\n", *(_rule(table) for table in own)]
        found[f"{name}.md"] = "\n".join(parts)
    return found


def _figures() -> list[str]:
    return [
        f"| `{name}` | {value.value} | {value.unit} | {value.source} | {value.confidence.value} |"
        for name, figure in sorted(all_figures().items())
        if name.startswith("verification.")
        for value in figure.values
    ]


def _rule(table: dict[str, Any]) -> str:
    lines = [
        f"## {table['id']} {table['title']}\n",
        f"{table['rule']}\n",
        f"Source: {table['source']} (confidence {table['confidence']}).\n",
        "| case | outcome |",
        "|---|---|",
    ]
    lines += [f"| {case['name']} | {_outcome(case)} |" for case in table["cases"]]
    return "\n".join(lines) + "\n"


def _outcome(case: dict[str, Any]) -> str:
    if case["blocks"]:
        rules = ", ".join(f"`{rule}`" for rule in case["blocks"])
        return f"a person decides: {rules}" if "person" in case else f"blocked: {rules}"
    return "passes with a warning" if case.get("warns") else "passes"


def write() -> None:
    """Write every page."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
    django.setup()
    write()
