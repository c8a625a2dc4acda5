"""Repairs a roster after changes, with as few disturbances as their price makes worthwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.replanning.answer import Move, moves_between
from flexpool.planning.replanning.change import Change, changed
from flexpool.planning.replanning.filling import fill, take_off
from flexpool.planning.replanning.locks import Locks
from flexpool.planning.replanning.refining import refined
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.replanning.tears import torn
from flexpool.planning.scoring import Score, judge
from flexpool.planning.solution import Roster
from flexpool.planning.stop import StopCriterion


@dataclass(frozen=True)
class Repair:
    """A roster that fits the changed problem.

    Parameters
    ----------
    problem, roster
        The problem with the changes, and the repaired roster.
    moves
        Every day of every worker that differs from the roster before the change, the absent
        worker's own days included.
    unfilled
        (day, kind, skill) of the places that came open and stay so, one for each worker short.
    """

    problem: Problem
    roster: Roster
    moves: tuple[Move, ...]
    unfilled: tuple[tuple[int, str, str], ...]

    @cached_property
    def score(self) -> Score:
        """The whole judgement of the repaired roster, when it is asked for."""
        return judge(self.problem, self.roster)


def repair(
    problem: Problem,
    roster: Roster,
    changes: Iterable[Change],
    *,
    locks: Locks | None = None,
    engine: StopCriterion | None = None,
) -> Repair:
    """Carry changes out and mend what they tear; the rest stays where that is cheapest.

    Parameters
    ----------
    problem, roster
        The problem before, with its published roster (`publish`), and the roster made for it.
    changes, locks
        What changes, and what else may not be touched.
    engine
        How long the engine may look whether it knows better; not at all when left out.

    Raises
    ------
    UnableToChange
        When a change names what the problem does not have.
    """
    after, cells = changed(problem, roster, changes)
    mended = _mended(problem, roster, after, Roster.from_cells(after, cells), locks, engine)
    return _told(problem, roster, after, mended)


def _mended(
    problem: Problem,
    roster: Roster,
    after: Problem,
    left: Roster,
    locks: Locks | None,
    engine: StopCriterion | None,
) -> Roster:
    mask = (locks or Locks()).mask(after)
    short, over = torn(problem, roster, after, left)
    standing = Standing(after, left)
    take_off(standing, mask, over)
    fill(standing, mask, short)
    mended = standing.roster
    if engine is None:
        return mended
    moved = np.flatnonzero((left.grid != mended.grid).any(axis=1)).tolist()
    return refined(after, mended, moved, short, mask, engine)


def _told(problem: Problem, roster: Roster, after: Problem, mended: Roster) -> Repair:
    unfilled, _ = torn(problem, roster, after, mended)
    return Repair(
        after,
        mended,
        tuple(moves_between(roster.cells(problem), mended.cells(after))),
        tuple((day, *after.tables.slots[slot]) for day, slot in unfilled),
    )
