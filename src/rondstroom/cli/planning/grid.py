"""A roster as a tab-separated grid: a worker a row, a day a column, `-` for a day off."""

from __future__ import annotations

from pathlib import Path

from flexpool.planning import Problem, Roster
from rondstroom.cli.shortcomings import UnableToRun


def read_grid(problem: Problem, path: Path) -> Roster:
    """Read the grid that `rondstroom plan --out` writes.

    Raises
    ------
    UnableToRun
        When the grid is not one of this problem; the text names file, line and cell.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnableToRun(f"{path}: cannot be read as a roster: {error}.") from None
    workers = {worker.id for worker in problem.workers}
    cells: dict[tuple[str, int], tuple[str, str]] = {}
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        where = f"{path}, line {number}"
        worker, *days = line.split("\t")
        if worker not in workers or worker in seen:
            known = "stands there twice" if worker in seen else "is no worker of this problem"
            raise UnableToRun(f"{where}: {worker!r} {known}.")
        if len(days) != problem.days:
            raise UnableToRun(f"{where}: {len(days)} days, where the problem has {problem.days}.")
        seen.add(worker)
        for day, cell in enumerate(days):
            if cell != "-":
                cells[worker, day] = _slot(problem, cell, f"{where}, day {day}")
    return Roster.from_cells(problem, cells)


def _slot(problem: Problem, cell: str, where: str) -> tuple[str, str]:
    kind, _, skill = cell.partition("/")
    for slot in ((kind, skill), (cell, "")):  # a kind may have a slash in its name
        if slot in problem.tables.slot_number:
            return slot
    raise UnableToRun(f"{where}: {cell!r} is no kind of shift of this problem.")
