"""The facts and assumptions the demo is made of: region, postcode areas, sick leave by the CBS."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


class NoFigure(LookupError):
    """There is no sick-leave figure for a branch in any year's quarter like the one asked for."""


@dataclass(frozen=True, slots=True)
class SickLeave:
    """The share of working time missed, 0 to 1, and the quarter whose figure it is."""

    share: float
    quarter: str


@cache
def region() -> dict[str, Any]:
    """Give the description of the region: organisations, teams, staff, cover."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "region.yaml").read_text("utf-8"))
    return found


@cache
def lending() -> dict[str, Any]:
    """Give who lends to whom, with prices: agreements, suppliers, invoice details."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "lending.yaml").read_text("utf-8"))
    return found


@cache
def arrangement() -> dict[str, Any]:
    """Give what the pool agreed on, and what works councils answered."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "arrangement.yaml").read_text("utf-8"))
    return found


@cache
def areas() -> tuple[tuple[str, str, float, float], ...]:
    """Give the postcode areas: four digits, place, degrees north, degrees east."""
    text = (FOLDER / "areas.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in text if not line.startswith("#"))
    return tuple(
        (row["pc4"], row["place"], float(row["latitude"]), float(row["longitude"])) for row in rows
    )


def sick_leave(branch: str, on: date) -> SickLeave:
    """Give the newest CBS figure of the same quarter of the year, not later than the day.

    Raises
    ------
    NoFigure
        When there is none: the demo then cannot be built, rather than built on a guess.
    """
    figures: dict[str, Any] = yaml.safe_load((FOLDER / "sick_leave.yaml").read_text("utf-8"))
    percentages = figures["percentages"][figures["branches"][branch]]
    season, this_quarter = f"Q{(on.month + 2) // 3}", f"{on.year}Q{(on.month + 2) // 3}"
    known = [quarter for quarter in percentages if quarter.endswith(season)]
    usable = [quarter for quarter in known if quarter <= this_quarter]
    if not usable:
        raise NoFigure(f"no sick-leave figure for {branch} in {season} up to {this_quarter}")
    newest = max(usable)
    return SickLeave(percentages[newest] / 100, newest)
