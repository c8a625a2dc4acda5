"""Classes and memories: what is merged is interchangeable, and nothing else is merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from column_wards import duals, every
from flexpool.planning.problem import Contract, Demand, Kind, Limit, Problem, Worker
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers import column_generation
from flexpool.planning.solvers.column_generation.pricing.automaton import groups_of
from flexpool.planning.solvers.column_generation.pricing.classes import Classes, classes_of
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.pricing.runs import (
    Unit,
    most_units_of,
    run_of,
    side_by_side,
    tracked_kind,
    unit_of,
)
from flexpool.planning.stop import MaxRuntime

NO_EARLY = frozenset({"A", "B"})


def problem_of(kinds: tuple[Kind, ...], rules: Contract, days: int = 4) -> Problem:
    """One worker, everything asked every day."""
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=5) for day in range(days) for kind in kinds
    )
    return Problem("kinds", days, kinds, (Worker("w", rules),), demands)


def names(problem: Problem, found: Classes) -> list[str]:
    """The kinds of each class, as text."""
    ids = [problem.kinds[kind].id for kind in problem.tables.slot_kind]
    return ["".join(ids[slot] for slot in slots) for slots in found.slots]


FREE = (
    Kind("A", 480),
    Kind("B", 480),
    Kind("C", 360),
    Kind("N", 480, not_next_day=NO_EARLY),
    Kind("M", 480, not_next_day=NO_EARLY),
)


@pytest.mark.parametrize(
    ("kind_run", "tracked", "expected"),
    [
        ({}, -1, ["AB", "C", "NM"]),
        ({"A": Limit(maximum=2)}, -1, ["A", "B", "C", "NM"]),
        ({}, 3, ["AB", "C", "N", "M"]),
        ({"N": Limit(2, 3, 4, 4)}, 1, ["A", "B", "C", "N", "M"]),
    ],
)
def test_kinds_of_one_length_and_succession_are_one_class(
    kind_run: Mapping[str, Limit], tracked: int, expected: list[str]
) -> None:
    """Those whose days in a row or number count stay apart."""
    rules = Contract(kind_run=kind_run)
    problem = problem_of(FREE, rules)
    assert names(problem, classes_of(problem, rules, tracked)) == expected


def test_classes_with_the_same_next_day_share_a_memory() -> None:
    """Lengths differ, so A and C are two classes; the day after does not care which it was."""
    rules = Contract()
    found = classes_of(problem_of(FREE, rules), rules, -1)
    assert found.memory == (0, 0, 1)
    assert found.of_memory == ((0, 1), (2,))
    assert found.after == (frozenset({0}), frozenset({0, 1}), frozenset({0, 1}))


def test_a_kind_with_runs_of_its_own_shares_no_memory() -> None:
    rules = Contract(kind_run={"A": Limit(maximum=2), "B": Limit(2)})
    found = classes_of(problem_of(FREE, rules), rules, -1)
    own = [found.has_own_run(memory) for memory in found.memory]
    assert own == [True, True, False, False]
    assert len(found.of_memory[found.memory[0]]) == 1


def test_a_long_maximum_at_a_price_takes_no_states() -> None:
    """Ten and more are priced afterwards; nine, and any that must hold, are told apart."""
    sizes = []
    for rule in (Limit(maximum=10, over_weight=3), Limit(maximum=9, over_weight=3), Limit(0, 10)):
        rules = Contract(kind_run={"A": rule})
        sizes.append(classes_of(problem_of(FREE, rules), rules, -1).kind_runs[0].cap)
    assert sizes == [1, 10, 10]


@pytest.mark.parametrize("seed", range(12))
def test_merged_kinds_give_the_least_of_all_rosters(seed: int) -> None:
    """Each day the best of a class serves; brute force knows nothing of classes."""
    rules = Contract(
        minutes=Limit(720, 1440, 1, None), work_run=Limit(2, 3), kind_run={"N": Limit(2, 2, 6, 4)}
    )
    chosen = [FREE[number] for number in np.random.default_rng(seed).permutation(5)[:4]]
    known = {kind.id for kind in chosen}
    kinds = tuple(replace(kind, not_next_day=kind.not_next_day & known) for kind in chosen)
    runs = {kind: run for kind, run in rules.kind_run.items() if kind in known}
    problem = problem_of(kinds, replace(rules, kind_run=runs))
    at = duals(problem, seed)
    assert Columns(problem).price(at, 1).least[0] == pytest.approx(every(problem, 0).least(at))


def test_workers_with_other_maxima_stand_in_one_group() -> None:
    """Numbers may differ; whether a run may go on without end may not."""
    runs = [Limit(2, 4), Limit(1, 3), Limit(2, 4, 5, 5), Limit(minimum=3), None]
    people = tuple(Worker(f"w{number}", Contract(work_run=run)) for number, run in enumerate(runs))
    problem = Problem("groups", 5, FREE, people, ())
    assert [group.workers.tolist() for group in groups_of(problem)] == [[0, 1], [2, 3, 4]]


def test_runs_side_by_side_keep_each_its_own_end() -> None:
    """A shorter hard run cannot reach the longer one's days; one that loops goes on as it did."""
    hard = side_by_side([run_of(Limit(maximum=2)), run_of(Limit(2, 4))])
    assert hard.each_day[:, 0].tolist() == [0, 0, np.inf, np.inf]
    assert hard.ending[:, 1].tolist() == [np.inf, 0, 0, 0]
    soft = side_by_side([run_of(Limit(0, 1, 7, 7)), run_of(Limit(3, None, 2))])
    assert soft.each_day[:, 0].tolist() == [0, 7, 7]
    assert soft.ending[:, 1].tolist() == [4, 2, 0]


@pytest.mark.parametrize(
    ("caps", "days", "expected"),
    [
        ({"N": 2}, 14, (3, 2)),
        ({"N": 3, "A": 2}, 14, (0, 2)),
        ({"N": 4}, 14, (-1, 0)),
        ({"N": 9}, 100, (-1, 0)),
        ({"N": 0}, 14, (-1, 0)),
        ({}, 14, (-1, 0)),
    ],
)
def test_the_tightest_maximum_of_a_kind_is_the_one_that_is_kept(
    caps: dict[str, int], days: int, expected: tuple[int, int]
) -> None:
    """Only where it binds: below a third of the days, at most eight, and above none at all."""
    rules = Contract(per_kind={kind: Limit(maximum=most) for kind, most in caps.items()})
    assert tracked_kind(problem_of(FREE, rules, days), 0) == expected


def test_working_time_is_counted_in_the_largest_unit_that_fits() -> None:
    by_minutes = problem_of(FREE, Contract(minutes=Limit(maximum=1500)))
    by_shifts = problem_of(FREE, Contract(assignments=Limit(maximum=3)))
    assert (unit_of(by_minutes), unit_of(by_shifts)) == (Unit(120, False), Unit(0))
    assert most_units_of(by_minutes.workers[0], Unit(120, False), 99) == 12
    assert most_units_of(by_shifts.workers[0], Unit(0), 99) == 3
    assert most_units_of(Worker("free"), Unit(120), 99) == 99
    assert most_units_of(by_shifts.workers[0], Unit(120, False), 99) == 99  # counted elsewhere


@pytest.mark.parametrize("seed", range(3))
def test_a_twin_under_other_names_in_another_order_costs_the_same(seed: int) -> None:
    """People, kinds and demands mixed and renamed: the same optimum, proven."""
    rules = Contract(
        assignments=Limit(2, 4, 9, None), work_run=Limit(2, 3), kind_run={"N": Limit(2, 3, 6, 6)}
    )
    twins = [twin(rules, None), twin(rules, np.random.default_rng(seed))]
    results = []
    for problem in twins:
        referee = Referee(problem, MaxRuntime(15))
        column_generation.solve(referee, seed, 1)
        results.append((referee.objective, referee.bound))
    assert results[0] == results[1]
    assert results[0][0] == results[0][1]


def twin(rules: Contract, chance: np.random.Generator | None) -> Problem:
    """A week of three people, as it is or mixed up and with other names."""
    new = {"A": "A", "N": "N"} if chance is None else {"A": "vroeg", "N": "laat"}
    kinds = [Kind(new["A"], 480), Kind(new["N"], 480, not_next_day=frozenset({new["A"]}))]
    rules = replace(rules, kind_run={new[kind]: run for kind, run in rules.kind_run.items()})
    people = [Worker(f"w{number}", rules, days_off=frozenset({number})) for number in range(3)]
    demands = [
        Demand(day, kind.id, optimum=1 + (day + number) % 2, under_weight=20, over_weight=3)
        for day in range(7)
        for number, kind in enumerate(kinds)
    ]
    if chance is not None:
        people = [replace(people[row], id=f"x{row}") for row in chance.permutation(3)]
        kinds = kinds[::-1]
        demands = [demands[row] for row in chance.permutation(len(demands))]
    return Problem("twin", 7, tuple(kinds), tuple(people), tuple(demands))
