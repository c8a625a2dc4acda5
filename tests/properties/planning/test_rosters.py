"""What must hold for every problem and every roster."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.planning import (
    OFF,
    AnyOf,
    Composition,
    Contract,
    Demand,
    FreeWeekends,
    History,
    Kind,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    Published,
    Request,
    Roster,
    Supervision,
    Worker,
    judge,
    solve,
)
from flexpool.planning.constraints import registry
from spec.planning.test_tables import cost_in_model

KINDS = (
    Kind("E", 480, 420, 900),
    Kind("L", 450, 900, 1380, not_next_day=frozenset({"E"})),
    Kind("N", 540, 1380, 1920, is_night=True, skill="night"),
)
WEIGHT = st.sampled_from([1, 2, 3, 5, 7, 0, None])


@st.composite
def limits(draw: Any, most: int, unit: int = 1) -> Limit | None:
    """Any limit of up to `most` units, or none."""
    if draw(st.booleans()):
        return None
    low = draw(st.integers(0, most))
    high = draw(st.integers(low, most))
    return Limit(low * unit, high * unit, draw(WEIGHT), draw(WEIGHT))


@st.composite
def contracts(draw: Any) -> Contract:
    """Any contract."""
    return Contract(
        id="any",
        minutes=draw(limits(8, 480)),
        week_minutes=draw(limits(6, 480)),
        assignments=draw(limits(8)),
        weekends=draw(limits(2)),
        weekend_days=draw(st.sampled_from([None, Limit(2, None, 7), Limit(minimum=2)])),
        per_kind={"L": limit} if (limit := draw(limits(4))) else {},
        work_run=draw(limits(4)),
        off_run=draw(limits(3)),
        kind_run={"E": limit} if (limit := draw(limits(3))) else {},
        night_run=draw(st.sampled_from([None, Limit(maximum=2), Limit(maximum=1, over_weight=3)])),
        rest_after_nights=draw(st.sampled_from([None, None, (2, 2760)])),
        week_days=draw(limits(4)),
        owed_minutes=960,
        balance=draw(st.sampled_from([None, Limit(-480, 960, 1, 2), Limit(maximum=0)])),
        free_weekends=draw(st.sampled_from([None, FreeWeekends(1, 2), FreeWeekends(1, 1, 9)])),
    )


@st.composite
def eves(draw: Any) -> History | None:
    """Any history, or none known."""
    kind = draw(st.sampled_from([None, "", "E", "L", "N"]))
    if kind is None:
        return None
    if not kind:
        return History(off_run=draw(st.integers(0, 3)), weekends=draw(st.integers(0, 1)))
    run = draw(st.integers(1, 4))
    same = draw(st.integers(1, run))
    return History(kind, same, run, nights=same if kind == "N" else 0, minutes=480)


@st.composite
def problems(draw: Any, days: int = 9) -> Problem:
    """A small problem with any constraints."""
    workers = tuple(
        Worker(
            id=name,
            contract=draw(contracts()),
            skills=frozenset(draw(st.sets(st.sampled_from(["night", "head"])))),
            days_off=frozenset(draw(st.sets(st.integers(0, days - 1), max_size=1))),
            requests=tuple(
                Request(day, kind, 5, is_on)
                for day, kind, is_on in draw(
                    st.lists(
                        st.tuples(
                            st.integers(0, days - 1), st.sampled_from(["", "E"]), st.booleans()
                        ),
                        max_size=2,
                    )
                )
            ),
            published=tuple(
                Published(day, draw(st.sampled_from(["", "E", "L"])), 6)
                for day in draw(st.sets(st.integers(0, days - 1), max_size=3))
            ),
            kind_cost={"L": draw(st.integers(-2, 4))},
            history=draw(eves()),
            unsocial=draw(limits(5, 300)),
            supervision=draw(st.sampled_from([(), (), (Supervision("head", 4),)])),
            supernumerary_before=draw(st.sampled_from([0, 0, 3])),
        )
        for name in ("anna", "bob")
    )
    demands = tuple(
        Demand(day, "E", skill, 0, None, draw(st.integers(0, 2)), 30, 2)
        for day in range(days)
        for skill in ("", "head")
    )
    teams = ({("E", "head"): 1}, {("E", ""): 2})
    compositions = (Composition(1, teams, draw(WEIGHT)),) if draw(st.booleans()) else ()
    return Problem(
        "any", days, KINDS, workers, demands, draw(st.integers(0, 6)), compositions=compositions
    )


def any_roster(problem: Problem, seed: int) -> Roster:
    """A roster drawn from what is allowed, half of it off."""
    rng = np.random.default_rng(seed)
    grid = Roster.empty(problem).grid.copy()
    for worker, day in np.ndindex(grid.shape):
        allowed = np.flatnonzero(problem.tables.allowed[worker, day])
        if allowed.size and rng.random() < 0.5:
            grid[worker, day] = rng.choice(allowed)
    return Roster(grid)


@given(problems(), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_the_model_costs_what_the_judge_says(problem: Problem, seed: int) -> None:
    """Model and judge are written apart; laid side by side they agree on every roster."""
    roster = any_roster(problem, seed)
    score = judge(problem, roster)
    assert cost_in_model(problem, roster) == (score.objective if score.is_feasible else None)


@given(problems(), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_the_score_is_the_sum_of_the_constraints(problem: Problem, seed: int) -> None:
    """Nothing is counted beside the registry, and nothing twice."""
    roster = any_roster(problem, seed)
    total = 0
    for constraint in registry.CONSTRAINTS:
        if constraint.id == "worktime.lawful":
            continue  # these problems have no dates
        if constraint.judge_cover:
            total += sum(one.cost for one in constraint.judge_cover(problem, roster.grid))
        if constraint.judge_worker:
            for worker, row in enumerate(roster.grid.tolist()):
                total += sum(one.cost for one in constraint.judge_worker(problem, worker, row))
    assert judge(problem, roster).objective == total


@given(problems(), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_the_order_and_names_of_people_change_nothing(problem: Problem, seed: int) -> None:
    """Workers in another order under other names cost the same."""
    roster = any_roster(problem, seed)
    renamed = tuple(
        Worker(**{name: getattr(one, name) for name in Worker.__slots__} | {"id": f"x{one.id}"})
        for one in reversed(problem.workers)
    )
    other = replace(problem, workers=renamed)
    turned = judge(other, Roster(roster.grid[::-1]))
    assert turned.by_constraint == judge(problem, roster).by_constraint
    assert len(turned.breaches) == len(judge(problem, roster).breaches)


@given(problems(days=7))
@settings(max_examples=25, deadline=None)
def test_a_result_breaks_nothing_and_its_bound_is_true(problem: Problem) -> None:
    """A solved roster is feasible, costs what is said, and no cell changed makes it cheaper."""
    result = solve(problem, AnyOf(MaxRuntime(20)), seed=3, params=Params(workers=1))
    if result.roster is None:
        assert result.is_proven_infeasible
        return
    score = judge(problem, result.roster)
    assert score.is_feasible
    assert score.objective == result.objective
    assert result.bound <= score.objective
    for worker, day in np.ndindex(result.roster.grid.shape):
        for slot in (OFF, *range(len(problem.tables.slots))):
            grid = result.roster.grid.copy()
            grid[worker, day] = slot
            changed = judge(problem, Roster(grid))
            assert not changed.is_feasible or changed.objective >= result.bound


def twin(problem: Problem, seed: int) -> Problem:
    """The same problem with other names for kinds and workers, everything in another order."""
    rng = np.random.default_rng(seed)
    name = {kind.id: f"kind {number}" for number, kind in enumerate(reversed(problem.kinds))}
    name[""] = ""

    def turned(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(things[place] for place in rng.permutation(len(things)))

    kinds = tuple(
        replace(
            kind, id=name[kind.id], not_next_day=frozenset(name[one] for one in kind.not_next_day)
        )
        for kind in problem.kinds
    )
    workers = tuple(
        replace(
            worker,
            id=f"person {number}",
            contract=replace(
                worker.contract,
                per_kind={name[k]: limit for k, limit in worker.contract.per_kind.items()},
                kind_run={name[k]: limit for k, limit in worker.contract.kind_run.items()},
            ),
            requests=tuple(replace(one, kind=name[one.kind]) for one in worker.requests),
            published=tuple(replace(one, kind=name[one.kind]) for one in worker.published),
            kind_cost={name[k]: price for k, price in worker.kind_cost.items()},
            history=worker.history and replace(worker.history, kind=name[worker.history.kind]),
        )
        for number, worker in enumerate(problem.workers)
    )
    demands = tuple(replace(one, kind=name[one.kind]) for one in problem.demands)
    compositions = tuple(
        replace(
            one,
            options=tuple(
                {(name[kind], skill): count for (kind, skill), count in option.items()}
                for option in one.options
            ),
        )
        for one in problem.compositions
    )
    return replace(
        problem,
        kinds=turned(kinds),
        workers=turned(workers),
        demands=turned(demands),
        compositions=compositions,
    )


@given(problems(days=7), st.integers(0, 100))
@settings(max_examples=25, deadline=None)
def test_a_renamed_and_shuffled_twin_has_the_same_best_cost(problem: Problem, seed: int) -> None:
    """Names and order mean nothing to the answer."""
    stop, params = MaxRuntime(20), Params(solver="cpsat")
    mine = solve(problem, stop, 1, params)
    other = solve(twin(problem, seed), stop, 1, params)
    assert mine.is_proven_infeasible == other.is_proven_infeasible
    if mine.is_optimal and other.is_optimal:
        assert mine.objective == other.objective
