"""Writes docs/reference/constraints.md from the registry and the tables of cases.

Renew it with: ./run python tests/spec/planning/reference_page.py
"""

import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2]
PAGE = TESTS.parent / "docs" / "reference" / "constraints.md"
INTRODUCTION = """\
# Constraints of the planning engine

<!-- Written by tests/spec/planning/reference_page.py; a test fails when it is stale. -->

Every constraint that `flexpool.planning` knows, with its stable id. *Hard*: no roster may break it.
*Priced*: what lies outside it costs its weight per unit. *Either*: each limit decides for itself.
A solver that does not know a constraint refuses the problem by its id; none is ignored.

The examples are the cases with which each constraint is tested. A letter is a day: E early
(07:00-15:00), L late (15:00-23:00, never followed by E), N night (23:00-07:00), - off; a small
letter is a supernumerary place. Day 0 is a Monday unless the example says otherwise. A line is a
worker.
"""


def page() -> str:
    """Write the page."""
    from flexpool.planning.constraints.registry import CONSTRAINTS
    from spec.planning.table_problem import tables

    found, parts = tables(), [INTRODUCTION]
    for one in CONSTRAINTS:
        parts.append(f"## {one.id}\n\n{one.meaning.en} *{one.hardness.capitalize()}.*\n")
        parts.append(f"In het Nederlands: {one.meaning.nl} Bron: {one.source}.\n")
        parts.append("| example | roster | outcome |\n|---|---|---|")
        parts.extend(_row(case) for case in found[one.id])
        parts.append("")
    return "\n".join(parts)


def _row(case: dict[str, Any]) -> str:
    roster = "<br>".join(f"`{row}`" for row in case["roster"])
    outcomes = [
        f"broken by {found['amount']}"
        if found["weight"] == "hard"
        else f"costs {found['amount']} × {found['weight']}"
        for found in case["findings"]
    ]
    return f"| {case['name']} | {roster} | {', '.join(outcomes) or 'fine'} |"


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    PAGE.write_text(page(), encoding="utf-8")
