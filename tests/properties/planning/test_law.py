"""The working-time law in a plan is exactly the law: nothing unlawful, and nothing lawful lost."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flexpool.planning import Demand, Kind, MaxRuntime, Params, Problem, Worker, solve
from flexpool.planning.constraints.lawful import breaches, shift_on, shifts_in
from flexpool.planning.scoring.unlawful import CURABLE
from flexpool.staffing import AgeGroup, Shift
from small_wards import best_of_all

MONDAY = date(2026, 11, 2)
EARLY = Kind("early", 450, 420, 900, break_minutes=30)
LATE = Kind("late", 450, 900, 1380, break_minutes=30)
NIGHT = Kind("night", 450, 1380, 1860, break_minutes=30, is_night=True)
EVENING = Kind("evening", 540, 960, 1560, break_minutes=60)
BEFORE_DAWN = Kind("before dawn", 360, 240, 600)
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
NO_SHRINK = (Phase.explicit, Phase.reuse, Phase.generate)  # each try solves: shrinking takes long


def lawful(days: int, kinds: tuple[Kind, ...], worth: list[int], worker: Worker) -> Problem:
    """One person, every kind asked once a day, each place worth something."""
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=worth[day * len(kinds) + number], maximum=1)
        for day in range(days)
        for number, kind in enumerate(kinds)
    )
    return Problem("law", days, kinds, (worker,), demands, first_date=MONDAY, lawful=True)


@st.composite
def pasts(draw: Any, kinds: tuple[Kind, ...], days: int) -> tuple[Shift, ...]:
    """Work of the days before, here or elsewhere, in blocks of one kind with days off between."""
    empty = Problem("past", 1, kinds, (Worker("anna"),), (), first_date=MONDAY, lawful=True)
    found: list[Shift] = []
    day = -1
    while day > -days:
        kind = draw(st.integers(0, len(kinds) - 1))
        for _ in range(draw(st.integers(1, 5))):
            found.append(shift_on(empty, day, kind))
            day -= 1
        day -= draw(st.integers(1, 3))
    return tuple(sorted(found, key=lambda shift: shift.period.starts_at))


@given(st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=SLOW, phases=NO_SHRINK)
def test_cp_sat_finds_the_best_of_all_lawful_rosters(data: Any) -> None:
    """With a past at any employer, and with rules that can be met in two ways."""
    kinds = data.draw(st.sampled_from([(EARLY, NIGHT), (LATE, NIGHT), (EVENING, NIGHT)]))
    worth = data.draw(st.lists(st.integers(1, 9), min_size=12, max_size=12))
    locked = data.draw(st.one_of(st.just(()), pasts(kinds, 20)))
    problem = lawful(6, kinds, worth, Worker("anna", locked=locked))
    result = solve(problem, MaxRuntime(60), seed=1, params=Params(solver="cpsat"))
    best = best_of_all(problem)
    assert (result.objective, result.bound) == (best, best)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_less_work_only_breaks_the_rest_after_a_series_of_nights(data: Any) -> None:
    """The cuts lean on it: of a lawful roster every part is lawful, but for that rule."""
    kinds = (EARLY, LATE, NIGHT, EVENING, BEFORE_DAWN)
    blocks = data.draw(st.lists(st.tuples(st.integers(-1, 4), st.integers(1, 6)), min_size=4))
    row = [kind for kind, days in blocks for _ in range(days)][:28]
    locked = data.draw(st.one_of(st.just(()), pasts(kinds, 20)))
    problem = lawful(len(row), kinds, [0] * 140, Worker("anna", locked=locked))

    def broken(cells: list[int]) -> set[str]:
        found = breaches(locked, shifts_in(problem, cells), AgeGroup.ADULT, "default")
        return {one.rule for one in found}

    for day in range(len(row)):  # free days until nothing is broken
        if broken(row):
            row[day] = -1
    for day in range(len(row)):
        less = [*row[:day], -1, *row[day + 1 :]]
        assert broken(less) <= CURABLE


def test_nights_that_go_on_are_not_taken_for_a_rest_that_is_too_short() -> None:
    """Three nights, one off and a night break the law; five nights in a row do not."""
    worth = [1, 9] * 3 + [1, 1] + [1, 9] + [5, 1]
    problem = lawful(6, (EARLY, NIGHT), worth, Worker("anna"))
    result = solve(problem, MaxRuntime(60), seed=1, params=Params(solver="cpsat"))
    assert result.objective == result.bound == best_of_all(problem)
    assert result.roster is not None
    assert result.roster.grid[0, :5].tolist() == [1] * 5
