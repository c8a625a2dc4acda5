"""Why there is no roster: the smallest set of demands that cannot hold together."""

from dataclasses import replace

import pytest

from flexpool.planning import Contract, Demand, Kind, Limit, MaxRuntime, Problem, Worker, solve
from flexpool.planning.explanation import smallest_conflict
from flexpool.planning.explanation.conflict import Conflict
from flexpool.planning.explanation.demanded import demanded, only
from flexpool.planning.solve import Params

EARLY = Kind("E", 480, 420, 900)
LATE = Kind("L", 480, 900, 1380, not_next_day=frozenset({"E"}))
ALL_WEEK = tuple(Demand(day, "E", minimum=1) for day in range(7))


def week(*workers: Worker, demands: tuple[Demand, ...] = ALL_WEEK) -> Problem:
    """A week of earlies, one each day."""
    return Problem("week", 7, (EARLY, LATE), workers, demands)


def told(conflict: Conflict | None) -> set[str]:
    """The demands of a conflict in words."""
    assert conflict is not None
    assert conflict.is_smallest
    return {one.text.en for one in conflict.demands}


def test_two_on_holiday_and_one_wanted() -> None:
    """The day on which both are away, and the shift of that day; nothing of the other days."""
    anna = Worker("anna", days_off=frozenset({2, 3}))
    bob = Worker("bob", days_off=frozenset({3, 5}), fixed={0: ("E", "")})
    assert told(smallest_conflict(week(anna, bob))) == {
        "at least 1 on E, day 3",
        "anna is not available, day 3",
        "bob is not available, day 3",
    }


def test_bounds_of_one_contract_against_each_other() -> None:
    """Sixteen hours, but at most one shift of the only kind there is."""
    contract = Contract(
        minutes=Limit(minimum=960), per_kind={"E": Limit(maximum=1), "L": Limit(maximum=0)}
    )
    problem = week(Worker("anna", contract), Worker("bob"))
    assert told(smallest_conflict(problem)) == {
        "anna: at least 16 hours in this period", "anna: at most 1 shifts E",
        "anna: at most 0 shifts L",
    }  # fmt: skip


def test_two_fixed_shifts_with_no_rest_between() -> None:
    """A late fixed before an early."""
    anna = Worker("anna", fixed={1: ("L", ""), 2: ("E", "")})
    found = smallest_conflict(week(anna, Worker("bob")))
    assert told(found) == {"anna is fixed on L, day 1", "anna is fixed on E, day 2"}


def test_without_any_one_of_them_there_is_a_roster() -> None:
    """That is what smallest means, and it is so."""
    anna = Worker("anna", Contract(assignments=Limit(maximum=3)), days_off=frozenset({0}))
    bob = Worker("bob", Contract(assignments=Limit(maximum=3)))
    problem = week(anna, bob)
    found = smallest_conflict(problem)
    assert found is not None
    assert found.is_smallest
    for left_out in found.demands:
        rest = set(found.demands) - {left_out}
        one = solve(only(problem, rest), MaxRuntime(20), params=Params(solver="cpsat"))
        assert one.is_feasible, left_out.text.en


def test_a_problem_that_can_be_has_no_conflict() -> None:
    """None, and prices are no demands."""
    soft = replace(ALL_WEEK[0], minimum_weight=5)
    problem = week(Worker("anna", days_off=frozenset({0})), demands=(soft, *ALL_WEEK[1:]))
    assert smallest_conflict(problem) is None


def test_when_time_is_short_the_set_is_true_but_perhaps_not_smallest() -> None:
    """After one question nothing may be asked any more: all demands stand there, and it says so."""
    anna = Worker("anna", days_off=frozenset({2, 3}))
    found = smallest_conflict(week(anna), max_seconds=1e-6)
    assert found is None or not found.is_smallest


def test_prices_are_left_out_and_hard_bounds_kept() -> None:
    """The bare problem has no objective; a limit with a price on one side keeps the other."""
    limit = Limit(1, 3, under_weight=None, over_weight=9)
    problem = week(Worker("anna", Contract(assignments=limit), kind_cost={"E": 4}))
    bare = only(problem, set(demanded(problem)))
    assert bare.workers[0].contract.assignments == Limit(1, None)
    assert bare.workers[0].kind_cost == {}
    assert [one.minimum for one in bare.demands] == [1] * 7
    nothing = only(problem, set())
    assert nothing.workers[0].contract.assignments is None
    assert [one.minimum for one in nothing.demands] == [0] * 7


@pytest.mark.parametrize("sort", ["cover", "fixed", "limit", "absence"])
def test_every_sort_of_demand_reads_in_both_languages(sort: str) -> None:
    """No sentence is empty, or Dutch in English."""
    anna = Worker(
        "anna", Contract(assignments=Limit(1, 3)), unavailable=frozenset({(1, "L")}),
        fixed={0: ("E", ""), 4: ("", "")}, days_off=frozenset({3}),
    )  # fmt: skip
    found = [one for one in demanded(week(anna)) if one.sort == sort]
    assert found
    for one in found:
        assert one.text.nl
        assert sort == "limit" or one.text.nl != one.text.en
