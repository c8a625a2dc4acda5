"""Who could take this shift, and what would it move?"""

from __future__ import annotations

from flexpool.planning.problem import Problem
from flexpool.planning.replanning.answer import Option, moves_of
from flexpool.planning.replanning.change import UnableToChange
from flexpool.planning.replanning.locks import Locks
from flexpool.planning.replanning.search import Place, Search
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.solution import Roster

MOST_MOVES = 2
SHOWN = 10


def options(
    problem: Problem,
    roster: Roster,
    place: tuple[int, str, str],
    *,
    locks: Locks | None = None,
    moves: int = MOST_MOVES,
    count: int = SHOWN,
) -> tuple[Option, ...]:
    """Give the cheapest ways to put one more worker on a place, each judged by all constraints.

    Parameters
    ----------
    problem, roster, place, locks
        The problem and its roster; day, kind and skill; and what may not be touched.
    moves, count
        How many people besides the taker may move, 0 to 2; and how many ways to give at most.

    Raises
    ------
    UnableToChange
        When the problem has no such day, kind or skill.
    """
    at = _found(problem, *place)
    standing = Standing(problem, roster)
    search = Search(standing, (locks or Locks()).mask(problem))
    return tuple(
        Option(tuple(moves_of(problem, standing.rows, found.rows)), found.effect.cost)
        for found in search.best(at, min(moves, MOST_MOVES), count)
    )


def _found(problem: Problem, day: int, kind: str, skill: str) -> Place:
    slot = problem.tables.slot_number.get((kind, skill))
    if slot is None or not 0 <= day < problem.days:
        raise UnableToChange(f"{problem.name}: no kind {kind!r} with skill {skill!r} on day {day}")
    return day, slot
