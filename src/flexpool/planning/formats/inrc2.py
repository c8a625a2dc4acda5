"""The second international nurse rostering competition, static variant: all weeks known.

Scenario, history and week files stand in one folder; an instance names them:
`n030w4_1_6-2-9-1` is scenario n030w4, history 1, weeks 6, 2, 9 and 1. Ceschia, Dang, De
Causmaecker, Haspeslagh and Schaerf (2019), Annals of Operations Research 274, 171-186,
doi:10.1007/s10479-018-2816-0.
"""

from __future__ import annotations

import re
from pathlib import Path

from flexpool.planning.formats.inrc2_scenario import Scenario, read_scenario
from flexpool.planning.formats.inrc2_weeks import read_history, read_week
from flexpool.planning.formats.lines import UnableToRead
from flexpool.planning.problem import Kind, NotAProblem, Problem, Worker

INSTANCE = re.compile(r"(?P<scenario>.+?)_(?P<history>\d+)_(?P<weeks>\d+(-\d+)*)")
MINUTES = 1  # the format counts assignments, not minutes


def names_an_instance(path: Path) -> bool:
    """Tell whether a path is called like an instance, whether or not it exists."""
    return INSTANCE.fullmatch(_stem(path)) is not None


def read(path: Path, history: int | None = None, weeks: str | None = None) -> Problem:
    """Read an instance.

    Parameters
    ----------
    path
        The instance file, or only its name, beside the scenario or beside its folder; or the folder
        itself together with `history` and `weeks`.
    history, weeks
        For a folder: number of the history, and the weeks as in "6-2-9-1".

    Raises
    ------
    UnableToRead
        When a file is missing or breaks the format; the text names file and line.
    """
    if path.is_dir():
        if history is None or not weeks:
            raise UnableToRead(f"{path}: a folder needs --history and --weeks, as in 1 and 6-2-9-1")
        name = f"{path.resolve().name}_{history}_{weeks}"
        folder = path
    else:
        name = _stem(path)
        folder = path.parent
    match = INSTANCE.fullmatch(name)
    if match is None:
        raise UnableToRead(f"{path}: {name} does not name scenario, history and weeks")
    folder = _folder(folder, match["scenario"], path)
    return _problem(folder, name, match["scenario"], int(match["history"]), match["weeks"])


def _stem(path: Path) -> str:
    return path.name.removesuffix(".txt")


def _folder(folder: Path, scenario: str, path: Path) -> Path:
    for candidate in (folder, folder / scenario, folder.parent / scenario):
        if (candidate / f"Sc-{scenario}.txt").is_file():
            return candidate
    raise UnableToRead(f"{path}: the scenario file Sc-{scenario}.txt is not beside it")


def _problem(folder: Path, name: str, of: str, history: int, weeks: str) -> Problem:
    scenario = read_scenario(folder / f"Sc-{of}.txt")
    numbers = [int(week) for week in weeks.split("-")]
    if len(numbers) != scenario.weeks:
        raise UnableToRead(f"{name}: names {len(numbers)} weeks, the scenario has {scenario.weeks}")
    eves = read_history(folder / f"H0-{of}-{history}.txt", scenario)
    found = [read_week(folder / f"WD-{of}-{week}.txt", scenario) for week in numbers]
    demands = [
        demand for number, week in enumerate(found) for demand in week.demands_from(7 * number)
    ]
    wishes = {
        nurse: tuple(
            wish for number, week in enumerate(found) for wish in week.wishes(nurse, 7 * number)
        )
        for nurse in scenario.nurses
    }
    workers = tuple(
        Worker(
            id=nurse,
            contract=scenario.contracts[contract],
            skills=skills,
            requests=wishes[nurse],
            history=eves[nurse],
        )
        for nurse, (contract, skills) in scenario.nurses.items()
    )
    try:
        return Problem(name, 7 * scenario.weeks, _kinds(scenario), workers, tuple(demands))
    except NotAProblem as error:
        raise UnableToRead(f"{folder}: {error}") from None


def _kinds(scenario: Scenario) -> tuple[Kind, ...]:
    return tuple(
        Kind(kind, MINUTES, not_next_day=scenario.barred.get(kind, frozenset()))
        for kind in scenario.kinds
    )
