"""The catalogue as a file that comes in again unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rondstroom.integrations.spreadsheets.catalogue.columns import BETWEEN, COLUMNS, DUTCH
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.states import CatalogueKind, LineKind

Cells = dict[str, Any]


def export_catalogue() -> bytes:
    """Write everything that is in the catalogue; nothing in it is about a person."""
    rows = [[line.get(field, "") for field in COLUMNS] for line in _lines()]
    return as_csv([Page("catalogus", [list(COLUMNS.values()), *rows])])


def _lines() -> Iterator[Cells]:
    for one in queries.functions():
        yield _line(LineKind.FUNCTION, one) | {
            "level": one.level or "",
            "aliases": BETWEEN.join(one.aliases),
            "needs_register": _yes(one.needs_register),
            "register_code": one.register_code,
        }
    for row in queries.substitutions():
        house = row.organisation.name if row.organisation else ""
        line = {"kind": DUTCH[LineKind.SUBSTITUTION], "code": row.function.code}
        yield line | {"organisation": house, "by": row.by.code}
    for skill in queries.catalogue_skills():
        yield _line(LineKind.SKILL, skill) | {
            "is_reserved": _yes(skill.is_reserved),
            "authorised": _codes(skill.authorised.all()),
        }
    for task in queries.tasks():
        yield _line(LineKind.TASK, task) | {
            "skills": _codes(task.skills.all()),
            "functions": _codes(task.functions.all()),
        }
    for package in queries.all_packages():
        is_work = package.kind == CatalogueKind.WORK
        kind = LineKind.WORK_PACKAGE if is_work else LineKind.RESERVE_PACKAGE
        house = package.organisation.name if package.organisation else ""
        yield _line(kind, package) | {"organisation": house, "tasks": _codes(package.tasks.all())}


def _line(kind: LineKind, row: Any) -> Cells:
    found = {"kind": DUTCH[kind], "code": row.code, "name": row.name}
    return found | {name: getattr(row, name, "") for name in ("esco", "competent_nl")}


def _codes(rows: Iterable[Any]) -> str:
    return BETWEEN.join(sorted(one.code for one in rows))


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
