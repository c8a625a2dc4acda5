"""A viewpoint of the highest court, and the questions that a reviewer answers under it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what points to employment and what to self-employment."""

    id: str
    text: Text
    employment: Text
    contractor: Text


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """One of the nine; `by_roster` when working rostered shifts in a team itself says something."""

    number: int
    title: Text
    questions: tuple[Question, ...]
    by_roster: bool


@cache
def viewpoints() -> tuple[Viewpoint, ...]:
    """Read all nine from the table beside this module."""
    table = resources.files("flexpool.contracts.dba") / "viewpoints.yaml"
    rows: list[dict[str, Any]] = yaml.safe_load(table.read_text(encoding="utf-8"))
    return tuple(
        Viewpoint(
            one["number"],
            Text(**one["title"]),
            tuple(_question(each) for each in one["questions"]),
            one["by_roster"],
        )
        for one in rows
    )


def _question(row: dict[str, Any]) -> Question:
    texts = {name: Text(**row[name]) for name in ("text", "employment", "contractor")}
    return Question(row["id"], **texts)
