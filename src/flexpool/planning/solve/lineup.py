"""Which solvers take part, and how they run: alone here, or in lanes of processes.

A lane runs solvers one after another; lanes run beside each other and share what they find.

Solvers are imported by name when they are needed. Their native libraries take seconds to load, and
some must not share a process.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence

from flexpool.planning.constraints import registry
from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Referee
from flexpool.planning.solve.eased import Eased, lanes_beside
from flexpool.planning.solve.easing import eased
from flexpool.planning.solve.lane import Lane
from flexpool.planning.solve.loading import FOLDER, load

LEAD, ROWS, DAYS = "column_generation", "row_descent", "day_by_day"
SOLVERS = (LEAD, "cpsat", ROWS)
"""In order of preference: the first that knows the problem leads, the others help."""


BEGINNING = 0.25
"""Share of the time for a solver that only makes the first roster, or longer until there is one."""


WANTING = 0.0
"""Share of the time of a solver that only runs when those before it left no roster."""


HALF = 0.5
"""Share of the time for row descent where all follow each other in one lane; it ends before that
when it stands still."""


SMALL, LARGE = 2_000, 25_000
"""Workers × days × slots up to which a problem may be solved to the end day by day, and from which
whole rosters by columns take long and rows one by one make better ones."""


class UnableToSolve(ValueError):
    """No solver knows all constraints of the problem."""


def choose(problem: Problem, wish: str, workers: int = 1) -> tuple[str, ...]:
    """Give the names of the solvers that know all constraints of the problem, best first.

    Where there is room beside them the leader helps all the same, on an easier problem.

    Raises
    ------
    UnableToSolve
        When none of those wished for knows all constraints.
    """
    wished = _suited(problem) if wish == "auto" else (wish,)
    asked = [constraint.id for constraint in registry.active(problem)]
    unknown = {name: [one for one in asked if one not in load(name).EXPRESSES] for name in wished}
    able = tuple(name for name in wished if not unknown[name])
    has_room = workers > 1 and _cells(problem) > SMALL
    if wish == "auto" and able and has_room and LEAD not in able:
        able += (LEAD,) if _easier(problem) else ()
    if not able:
        why = "; ".join(f"{name} does not know {unknown[name][0]}" for name in wished)
        raise UnableToSolve(f"{problem.name}: {why}")
    return able


def _suited(problem: Problem) -> tuple[str, ...]:
    """Give the solvers worth their share of the time, those that should begin first.

    Where cover must hold, whole rosters rarely fit together at once, while days filled one by one
    make a first roster in seconds; the whole model and column generation then go on from it
    (measured on INRC-II).
    A small problem it often solves to the end, which columns do not prove; where rules are beside
    their tables they are of no use there. Of a large one rows
    one by one make a roster in seconds, long before columns do.
    """
    tables = problem.tables
    if _cells(problem) <= SMALL:
        return ("cpsat", LEAD) if _suits_tables(problem) else ("cpsat",)
    if tables.cover_must_hold:
        return DAYS, "cpsat", LEAD
    return SOLVERS if _is_large(problem) and _suits_rows(problem) else (LEAD, "cpsat")


def _cells(problem: Problem) -> int:
    return len(problem.workers) * problem.days * len(problem.tables.slots)


def _is_large(problem: Problem) -> bool:
    return _cells(problem) >= LARGE


def _suits_tables(problem: Problem) -> bool:
    """Say whether the tables of columns hold all rules of the problem, but for the law."""
    known = {*importlib.import_module(f"{FOLDER}.{LEAD}").IN_TABLES, "worktime.lawful"}
    return all(constraint.id in known for constraint in registry.active(problem))


def _suits_rows(problem: Problem) -> bool:
    """Say whether single rows can be held to all limits of the problem."""
    return bool(importlib.import_module(f"{FOLDER}.{ROWS}.ward").suits(problem))


def run(referee: Referee, names: Sequence[str], seed: int, workers: int) -> tuple[str, ...]:
    """Let the solvers work until the referee stops them; give the names of those that did.

    A solver that breaks down is told of, and loses nothing that was found.

    Raises
    ------
    SolverFailed
        When one broke down and nothing was found.
    """
    if len(names) == 1:
        load(names[0]).solve(referee, seed, workers)
        return tuple(names)
    lanes = [
        Lane(referee, lane, seed + number, eased)
        for number, (lane, eased) in enumerate(_with_referees(referee, names, workers))
    ]
    try:
        for lane in lanes:
            lane.start()
        failures = [failure for lane in lanes for failure in lane.finish()]
    finally:
        for lane in lanes:
            lane.close()
    if failures and referee.best is None:
        raise failures[0]
    referee.failures.extend(str(failure) for failure in failures)
    return tuple(names)


def _easier(problem: Problem) -> Problem | None:
    """Give what column generation plans instead of a problem that it does not know all of."""
    return eased(problem, load(LEAD).EXPRESSES)


def _with_referees(
    referee: Referee, names: Sequence[str], workers: int
) -> Iterator[tuple[list[tuple[str, float]], dict[str, Eased]]]:
    """Give the solvers of each lane by module, and the referee of those that plan less."""
    easier = _easier(referee.problem) if LEAD in names else None
    judges: dict[str, Eased] = {}
    if easier is referee.problem:
        lanes = _lanes(names, workers, _is_large(referee.problem))
    else:
        lanes = lanes_beside(LEAD if easier else "", names, workers)
    if easier and easier is not referee.problem:
        judges[f"{FOLDER}.{LEAD}"] = Eased(referee, easier)
    for lane in lanes:
        yield [(f"{FOLDER}.{name}", share) for name, share in lane], judges


def _lanes(
    names: Sequence[str], workers: int, is_large: bool = False
) -> list[list[tuple[str, float]]]:
    """Give, per worker, the solvers that follow each other, with their shares of the time.

    Column generation leads every lane, thorough in the one and hasty in the next, and leaves what
    is too large for it to the other solver; where that should begin, it does so in the first lane,
    after days one by one; a large problem goes on from those at once, and the other solver runs
    only for want of a roster. Row descent, where it takes part, leads.
    """
    if ROWS in names:
        return _lanes_of_rows(workers)
    hasty = f"{LEAD}.ways.hasty"
    days = [(DAYS, 1.0)] if DAYS in names else []
    names = [name for name in names if name != DAYS]
    others = [(other, 1.0) for other in names if other != LEAD]
    thorough, quick = [(LEAD, 1.0), *others], [(hasty, 1.0), *others]
    lanes = [quick if number % 2 else thorough for number in range(workers)]
    if names[0] != LEAD:
        wanting = [(names[0], WANTING), (f"{LEAD}.ways.onward", 1.0)]
        begins = [(names[0], BEGINNING), (hasty, 1.0)]
        lanes[0] = [*days, *(wanting if days and is_large else begins)]
        lanes[1:2] = [thorough] if workers > 1 else []
    return lanes


def _lanes_of_rows(workers: int) -> list[list[tuple[str, float]]]:
    """Give the lanes of a large problem that rows suit.

    Row descent goes on in the second lane for all the time, and its bound takes the place of
    thoroughness in the first; the model runs only for want of a roster.
    """
    lasting, wanting = (f"{ROWS}.ways.lasting", 1.0), ("cpsat", WANTING)
    hasty = (f"{LEAD}.ways.hasty", 1.0)
    thorough, quick = [(LEAD, 1.0), lasting, wanting], [lasting, hasty, wanting]
    if workers == 1:
        return [[(ROWS, HALF), *thorough]]
    lanes = [quick if number % 2 else thorough for number in range(workers)]
    lanes[0] = [(f"{ROWS}.ways.bound", 1.0), (ROWS, 1.0), hasty, lasting, wanting]
    return lanes
