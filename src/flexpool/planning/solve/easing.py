"""A problem without the constraints that a solver does not know: its bound holds for the whole.

What a constraint forbids, or makes dearer, is allowed and free without it. So no roster of the
problem costs less than the best one of the easier problem.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from flexpool.planning.constraints import registry
from flexpool.planning.problem import Problem, Worker

Ease = Callable[[Problem], Problem]


def _for_all(change: Callable[[Worker], Worker], problem: Problem) -> Problem:
    return replace(problem, workers=tuple(map(change, problem.workers)))


def _without_term(name: str) -> Ease:
    """Take a rule out of every contract; contracts shared before are shared after."""

    def ease(problem: Problem) -> Problem:
        nothing: dict[str, Any] = {name: None}
        bare = {id(one.contract): replace(one.contract, **nothing) for one in problem.workers}
        return _for_all(lambda one: replace(one, contract=bare[id(one.contract)]), problem)

    return ease


def _without(**changes: Any) -> Ease:
    return lambda problem: replace(problem, **changes)


WITHOUT: Mapping[str, Ease] = {
    "worktime.lawful": _without(lawful=False),
    "totals.week-minutes": _without_term("week_minutes"),
    "totals.week-days": _without_term("week_days"),
    "totals.month-minutes": _without_term("month_minutes"),
    "weekends.free": _without_term("free_weekends"),
    "nights.series": _without_term("night_run"),
    "nights.rest": _without_term("rest_after_nights"),
    "fairness.unsocial": partial(_for_all, lambda one: replace(one, unsocial=None)),
    "team.supervision": partial(_for_all, lambda one: replace(one, supervision=())),
    "continuity.faces": _without(faces=()),
}
"""By the id of a constraint: the problem without it. Compositions are not here: they say as well
what is asked at all."""


def eased(problem: Problem, known: Collection[str]) -> Problem | None:
    """Give the problem without what is not among the known constraints; None when that cannot be.

    Workers, days and slots stay the same, so a roster of the one is a roster of the other.
    """
    for one in registry.active(problem):
        if one.id in known:
            continue
        if one.id not in WITHOUT:
            return None
        problem = WITHOUT[one.id](problem)
    return problem
