"""Reads the tables of cases: plain rows that a payroll officer can check with pencil and paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from flexpool.money import euros
from flexpool.pay.taxes import TaxAge

CASES = Path(__file__).resolve().parents[3] / "cases" / "pay" / "taxes"


def table(name: str) -> Any:
    """Read a table; every number is the text that stands there."""
    return yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)


def age_of(case: dict[str, str]) -> TaxAge:
    """Give the age group of a row; below AOW age when it names none."""
    return TaxAge(case.get("age", "under_aow"))


def first_day(case: dict[str, str]) -> date:
    """Give the first day of the row's year."""
    return date(int(case["year"]), 1, 1)


def cents(case: dict[str, str], *names: str) -> tuple[int, ...]:
    """Give amounts of a row in cents."""
    return tuple(euros(case[name]) for name in names)
