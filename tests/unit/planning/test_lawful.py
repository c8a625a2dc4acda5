"""Rosters that satisfy the working-time law, whatever else works for them."""

from datetime import date, timedelta

import pytest

from flexpool import worktime
from flexpool.periods import Period, local
from flexpool.planning import (
    AnyOf,
    Contract,
    Demand,
    Kind,
    Limit,
    MaxRuntime,
    NotAProblem,
    Params,
    Problem,
    Roster,
    Worker,
    judge,
    solve,
)
from flexpool.planning.constraints.lawful import shifts_in
from flexpool.staffing import Shift

MONDAY = date(2026, 11, 2)
KINDS = (
    Kind("early", 450, 420, 900, break_minutes=30),
    Kind("late", 450, 900, 1380, break_minutes=30),
    Kind("night", 450, 1380, 1860, break_minutes=30, is_night=True),
)


def understaffed(days: int, workers: tuple[Worker, ...]) -> Problem:
    """More shifts than these workers may lawfully work."""
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=100, maximum=1)
        for day in range(days)
        for kind in KINDS
    )
    return Problem("understaffed", days, KINDS, workers, demands, first_date=MONDAY, lawful=True)


def breaches(problem: Problem, roster: Roster, worker: int) -> list[worktime.Finding]:
    """What the law finds in one worker's roster together with what was locked."""
    row = [int(slot) for slot in roster.grid[worker]]
    shifts = (*problem.workers[worker].locked, *shifts_in(problem, row))
    return [one for one in worktime.check(shifts) if one.severity is worktime.Severity.BREACH]


def test_two_people_for_all_shifts_of_two_weeks_stay_within_the_law() -> None:
    """As much as possible is covered, and the law finds nothing to say about it."""
    problem = understaffed(14, (Worker("anna"), Worker("bob")))
    result = solve(problem, MaxRuntime(15), seed=1, params=Params(workers=2))
    assert result.roster is not None
    assert judge(problem, result.roster).is_feasible
    for worker in range(2):
        assert breaches(problem, result.roster, worker) == []
    assert (result.roster.grid >= 0).sum() >= 18


def test_rest_is_kept_after_a_shift_at_another_employer() -> None:
    """A night elsewhere that ends at seven leaves no early or late shift that day."""
    elsewhere = Shift(Period(local(2026, 11, 2, 23), local(2026, 11, 3, 7)), break_minutes=30)
    problem = understaffed(2, (Worker("anna", locked=(elsewhere,)),))
    result = solve(problem, MaxRuntime(10), seed=1)
    assert result.roster is not None
    assert result.is_optimal
    cells = result.roster.cells(problem)
    assert ("anna", 0) not in cells or cells["anna", 0][0] == "early"
    assert ("anna", 1) not in cells or cells["anna", 1][0] == "night"
    assert breaches(problem, result.roster, 0) == []


def test_a_breach_that_was_locked_before_does_not_make_the_plan_impossible() -> None:
    """What went wrong before cannot be undone by planning; new work is still planned."""
    double = tuple(
        Shift(Period(start, start + timedelta(hours=8)), break_minutes=30)
        for start in (local(2026, 10, 5, 7), local(2026, 10, 5, 16), local(2026, 10, 6, 1))
    )
    problem = understaffed(2, (Worker("anna", locked=double),))
    result = solve(problem, MaxRuntime(10), seed=1)
    assert result.roster is not None
    assert (result.roster.grid >= 0).any()


def test_fixed_shifts_that_break_the_law_stay_and_are_not_made_worse() -> None:
    """A planner's own fixed shifts are kept; the rest is planned around them."""
    fixed = {0: ("late", ""), 1: ("early", ""), 2: ("late", ""), 3: ("early", "")}
    problem = understaffed(7, (Worker("anna", fixed=fixed),))
    result = solve(problem, MaxRuntime(10), seed=1)
    assert result.roster is not None
    cells = result.roster.cells(problem)
    assert all(cells["anna", day] == slot for day, slot in fixed.items())


def test_a_lawful_problem_needs_dates_and_times() -> None:
    """Without a calendar the law cannot be judged, and that is said at once."""
    with pytest.raises(NotAProblem, match="first date"):
        Problem("undated", 7, KINDS, (Worker("anna"),), (), lawful=True)


def test_contract_hours_and_law_hold_together_over_the_change_to_winter_time() -> None:
    """The night in which the clock goes back is an hour longer; nothing breaks on it."""
    contract = Contract("32 hours", week_minutes=Limit(maximum=32 * 60))
    demands = tuple(
        Demand(day, "night", optimum=1, under_weight=100, maximum=1) for day in range(14)
    )
    workers = (Worker("anna", contract), Worker("bob", contract))
    problem = Problem(
        "winter time", 14, KINDS, workers, demands, first_date=date(2026, 10, 19), lawful=True
    )
    result = solve(problem, AnyOf(MaxRuntime(10)), seed=1)
    assert result.roster is not None
    for worker in range(2):
        assert breaches(problem, result.roster, worker) == []
