"""Writes docs/reference/pay/taxes.md: how tax is worked out, with the cases that test it.

Renew with: ./run python tests/spec/pay/taxes_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).resolve().parents[2]
CASES = TESTS / "cases" / "pay" / "taxes"
PAGE = TESTS.parent / "docs" / "reference" / "pay" / "taxes.md"
TEXT = Path(__file__).with_name("taxes.md")
AGES = {
    "under_aow": "below AOW age",
    "aow_1946": "from AOW age, born 1946 or later",
    "aow_1945": "from AOW age, born 1945 or earlier",
}


def page() -> str:
    """Write the page: the text, with the table of cases of each chapter at its end."""
    parts = []
    for chapter in TEXT.read_text(encoding="utf-8").split("\n## "):
        title, _, rest = chapter.partition("\n")
        name = title.split(": ")[0].lower().replace(" ", "_")
        table = CASES / f"{name}.yaml"
        rows = "\n".join(rows_of(table)) if table.exists() else ""
        parts.append(f"{title}\n{rest.rstrip()}\n" + (f"\n{rows}\n" if rows else ""))
    return "\n## ".join(parts)


def rows_of(table: Path) -> Iterator[str]:
    """Write the cases of a table as rows."""
    cases = yaml.load(table.read_text(encoding="utf-8"), yaml.BaseLoader)
    if isinstance(cases, dict):
        cases = [{"credit": kind, **case} for kind, rows in cases.items() for case in rows]
    columns = list(dict.fromkeys(column for case in cases for column in case))
    yield "| " + " | ".join(columns) + " |"
    yield "|---" * len(columns) + "|"
    for case in cases:
        yield "| " + " | ".join(_cell(column, case.get(column, "")) for column in columns) + " |"


def _cell(column: str, value: Any) -> str:
    if column == "age":
        return AGES[value] if value else ""
    return ", ".join(value) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
