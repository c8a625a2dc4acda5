"""The drawn regions as Timefold sees them: somebody, or nobody, for every place that is asked.

Needs Timefold's Python package and a JDK, in an environment of their own: neither is locked here.
The roster that comes out is judged by the one judge, like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import numpy as np
from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
    constraint_provider,
)

from flexpool.planning import OFF, Problem, Roster


@dataclass
class Somebody:
    """A worker, with the limits that the rules ask about."""

    id: Annotated[str, PlanningId]
    row: int
    least: int
    most: int
    unused: int
    most_weekends: int
    most_in_a_row: int
    wishes: dict[str, int]
    costs: dict[str, int]

    def __hash__(self) -> int:
        return hash(self.id)


@planning_entity
@dataclass
class Post:
    """One person asked for on a day and a kind."""

    id: Annotated[str, PlanningId]
    day: int
    kind: str
    starts: int
    ends: int
    weight: int
    able: Annotated[list[Somebody], ValueRangeProvider]
    worker: Annotated[Somebody | None, PlanningVariable(allows_unassigned=True)] = field(
        default=None
    )


@planning_solution
@dataclass
class Region:
    """All posts."""

    workers: Annotated[list[Somebody], ProblemFactCollectionProperty]
    posts: Annotated[list[Post], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


@constraint_provider
def rules(factory: ConstraintFactory) -> list[Constraint]:
    """Give the rules of the drawn regions."""
    return [
        factory.for_each_including_unassigned(Post)
        .filter(lambda post: post.worker is None)
        .penalize(HardSoftScore.ONE_SOFT, lambda post: post.weight)
        .as_constraint("missing"),
        factory.for_each(Post)
        .penalize(
            HardSoftScore.ONE_SOFT,
            lambda post: (
                post.worker.costs.get(post.kind, 0) + post.worker.wishes.get(str(post.day), 0)
            ),
        )
        .as_constraint("travel and wishes"),
        factory.for_each_unique_pair(
            Post, Joiners.equal(lambda post: post.worker), Joiners.equal(lambda post: post.day)
        )
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("one a day"),
        factory.for_each(Post)
        .join(
            Post,
            Joiners.equal(lambda post: post.worker),
            Joiners.equal(lambda post: post.day + 1, lambda post: post.day),
        )
        .filter(lambda one, then: then.starts + 1440 - one.ends < 660)
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("rest"),
        factory.for_each(Post)
        .group_by(lambda post: post.worker, ConstraintCollectors.count())
        .filter(lambda worker, count: count > worker.most)
        .penalize(HardSoftScore.ONE_HARD, lambda worker, count: count - worker.most)
        .as_constraint("contract"),
        factory.for_each(Post)
        .group_by(lambda post: post.worker, ConstraintCollectors.count())
        .filter(lambda worker, count: count < worker.least)
        .penalize(
            HardSoftScore.ONE_SOFT, lambda worker, count: worker.unused * (worker.least - count)
        )
        .as_constraint("hours not used"),
        factory.for_each(Post)
        .filter(lambda post: post.day % 7 >= 5)
        .group_by(
            lambda post: post.worker,
            ConstraintCollectors.count_distinct(lambda post: post.day // 7),
        )
        .filter(lambda worker, weekends: weekends > worker.most_weekends)
        .penalize(HardSoftScore.ONE_HARD, lambda worker, weekends: weekends - worker.most_weekends)
        .as_constraint("weekends"),
        factory.for_each(Post)
        .filter(lambda post: post.day % 7 >= 5)
        .group_by(
            lambda post: post.worker, lambda post: post.day // 7, ConstraintCollectors.count()
        )
        .filter(lambda worker, weekend, count: count == 1)
        .penalize(HardSoftScore.of_soft(5))
        .as_constraint("half weekends"),
        factory.for_each(Post)
        .group_by(
            lambda post: post.worker,
            ConstraintCollectors.to_consecutive_sequences(lambda post: post.day),
        )
        .flatten_last(lambda runs: runs.getConsecutiveSequences())
        .filter(lambda worker, run: run.getCount() > worker.most_in_a_row)
        .penalize(HardSoftScore.ONE_HARD, lambda worker, run: run.getCount() - worker.most_in_a_row)
        .as_constraint("days in a row"),
    ]


def roster_by_timefold(problem: Problem, seconds: float) -> tuple[Roster, str]:
    """Let Timefold plan a region; give its roster and its own score."""
    workers = [_somebody(problem, row) for row in range(len(problem.workers))]
    config = SolverConfig(
        solution_class=Region,
        entity_class_list=[Post],
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=rules
        ),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=int(seconds))),
    )
    solution = (
        SolverFactory.create(config).build_solver().solve(Region(workers, _posts(problem, workers)))
    )
    grid = np.full((len(problem.workers), problem.days), OFF, dtype=np.int32)
    for post in solution.posts:
        if post.worker is not None:
            grid[post.worker.row, post.day] = problem.tables.slot_number[post.kind, ""]
    return Roster(grid), str(solution.score)


def _somebody(problem: Problem, row: int) -> Somebody:
    worker = problem.workers[row]
    contract = worker.contract
    assert contract.assignments
    assert contract.weekends
    assert contract.work_run
    return Somebody(
        worker.id,
        row,
        contract.assignments.minimum or 0,
        contract.assignments.maximum or 0,
        contract.assignments.under_weight or 0,
        contract.weekends.maximum or 0,
        contract.work_run.maximum or 0,
        {str(one.day): one.weight for one in worker.requests},
        dict(worker.kind_cost),
    )


def _posts(problem: Problem, workers: list[Somebody]) -> list[Post]:
    kinds = {kind.id: kind for kind in problem.kinds}
    posts: list[Post] = []
    for demand in problem.demands:
        able = [
            workers[row]
            for row, worker in enumerate(problem.workers)
            if demand.kind in (worker.kinds or ()) and demand.day not in worker.days_off
        ]
        kind = kinds[demand.kind]
        posts += [
            Post(
                f"{demand.day} {demand.kind} {number}",
                demand.day,
                demand.kind,
                kind.starts or 0,
                kind.ends or 0,
                demand.under_weight,
                able,
            )
            for number in range(demand.optimum if able else 0)
        ]
    return posts
