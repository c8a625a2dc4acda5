"""Builds the tiny problems of the spec tables: three kinds, a week, rosters as letters.

E = early 07:00-15:00, L = late 15:00-23:00 (never followed by E), N = night 23:00-07:00; a small
letter is a supernumerary place of the same kind.
"""

import json
from pathlib import Path
from typing import Any

import yaml

from flexpool.planning import OFF, SUPERNUMERARY, Problem, Roster
from flexpool.planning.formats import read_problem

TABLES = Path(__file__).parent
KINDS = [
    {"id": "E", "minutes": 480, "starts": "07:00", "ends": "15:00"},
    {"id": "L", "minutes": 480, "starts": "15:00", "ends": "23:00", "not_next_day": ["E"]},
    {"id": "N", "minutes": 480, "starts": "23:00", "ends": "07:00", "is_night": True},
]


def tables() -> dict[str, list[dict[str, Any]]]:
    """Give the cases of every table, by constraint id."""
    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(TABLES.glob("*.yaml"))
    }


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Give every case with the constraint it is about."""
    return [(name, case) for name, found in tables().items() for case in found]


def problem_of(case: dict[str, Any], folder: Path) -> tuple[Problem, Roster]:
    """Write a case as the project's own JSON, read that, and lay its roster over it."""
    rows = case["roster"]
    contract = {"id": "all", **case.get("contract", {})}
    alike = [case.get("worker", {})] * len(rows)
    workers = [
        {"id": f"worker {number}", "contract": "all", **worker}
        for number, worker in enumerate(case.get("workers", alike))
    ]
    value = {
        "format": "rondstroom-planning",
        "version": 1,
        "days": len(rows[0]),
        "kinds": [kind | case.get("kinds", {}).get(kind["id"], {}) for kind in KINDS],
        "contracts": [contract],
        "workers": workers,
        "demands": case.get("demands", []),
        **case.get("problem", {}),
    }
    path = folder / "problem.json"
    path.write_text(json.dumps(value, default=str))
    problem = read_problem(path)
    slot_of = {"-": OFF}
    for number, (kind, skill) in enumerate(problem.tables.slots):
        letter = kind.lower() if skill == SUPERNUMERARY else kind
        slot_of.setdefault(letter, number)
    return problem, Roster([[slot_of[one] for one in row] for row in rows])
