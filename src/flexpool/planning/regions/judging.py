"""The one judge on a region: part by part, once for the workers and once for the cover.

Every worker is judged in a part with all kinds open to that worker and no price on cover. Every
slot is judged in a part with all who work there, as workers without rules. Together these say what
the judge would say of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from flexpool.planning.problem import OFF, Demand, Problem, Worker
from flexpool.planning.regions.errands import Judge
from flexpool.planning.regions.executor import Executor
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.state import State
from flexpool.planning.scoring import JudgedOtherwise

BATCH = 100


def judge_region(state: State, posts: Posts, executor: Executor) -> int | None:
    """Give the objective as the judge finds it; None when nobody could plan all yet.

    Raises
    ------
    JudgedOtherwise
        When something is broken, or the books say something else.
    """
    if not state.is_planned:
        return None
    total = 0
    for _, judged in executor.each(_errands(state, posts)):
        total += judged.objective
        if judged.breach:
            raise JudgedOtherwise(f"{state.problem.name}: the roster breaks {judged.breach}")
    if total != state.objective:
        raise JudgedOtherwise(
            f"{state.problem.name}: the books say {state.objective}, the judge finds {total}"
        )
    return total


def _errands(state: State, posts: Posts) -> Iterator[Judge]:
    for part in divide(posts, BATCH):
        rows = at_home(posts, part)
        for first in range(0, len(rows), BATCH):
            cut = state.whole.cut(rows[first : first + BATCH])
            yield Judge(_unpriced(cut), cut.inward(state.grid))
    for first in range(0, len(state.problem.kinds), BATCH):
        yield _of_cover(state, first, first + BATCH)


def _unpriced(part: Part) -> Part:
    """Take all prices off the cover; which kinds are asked stays."""
    free = tuple(Demand(one.day, one.kind, one.skill) for one in part.problem.demands)
    return replace(part, problem=replace(part.problem, demands=free))


def _of_cover(state: State, first: int, last: int) -> Judge:
    """Let the cover of some kinds be judged with everybody who works on them."""
    kinds = state.problem.kinds[first:last]
    inside = {kind.id for kind in kinds}
    slots = [number for number, slot in enumerate(state.cover.slots) if slot[0] in inside]
    here = np.isin(state.grid, slots)
    rows = np.nonzero(here.any(axis=1))[0]
    problem = Problem(
        state.problem.name,
        state.problem.days,
        tuple(replace(kind, not_next_day=kind.not_next_day & inside) for kind in kinds),
        tuple(
            Worker(state.problem.workers[row].id, skills=state.problem.workers[row].skills)
            for row in rows
        ),
        tuple(one for kind in kinds for one in state.cutter.demands.get(kind.id, ())),
        first_weekday=state.problem.first_weekday,
    )
    part = Part(problem, rows, np.array(slots, dtype=np.int64))
    only = np.where(here, state.grid, OFF).astype(np.int32)
    return Judge(part, part.inward(only))
