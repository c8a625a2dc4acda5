"""Conflicts of teams small enough to try every roster: found when there is one, and no larger."""

from itertools import product

import numpy as np
import pytest

from flexpool.planning import Contract, Demand, Kind, Limit, Problem, Roster, Worker, judge
from flexpool.planning.explanation import Conflict, smallest_conflict
from flexpool.planning.explanation.demanded import Demanded, Sort, demanded, only
from flexpool.planning.explanation.limits import counted
from flexpool.text import Text

KINDS = (Kind("E", 480, 420, 900), Kind("L", 480, 900, 1380, not_next_day=frozenset({"E"})))
DAYS, SEEDS = 2, range(16)
POSSIBLE = frozenset({1, 5, 7, 8, 15})
"""Teams that have a roster: all others have a conflict."""
IMPOSSIBLE = [seed for seed in SEEDS if seed not in POSSIBLE]


def drawn_team(seed: int) -> Problem:
    """Two or three people, two days, and more asked of them than mostly can be."""
    rng = np.random.default_rng(seed)
    workers = tuple(_worker(f"w{number}", rng) for number in range(int(rng.integers(2, 4))))
    demands = tuple(
        Demand(day, kind.id, minimum=int(rng.integers(0, 3)), optimum=3, under_weight=7)
        for day in range(DAYS)
        for kind in KINDS
    )
    return Problem(f"team {seed}", DAYS, KINDS, workers, demands)


def _worker(name: str, rng: np.random.Generator) -> Worker:
    return Worker(
        name,
        Contract(assignments=Limit(maximum=int(rng.integers(1, 3)))),
        days_off=frozenset({1}) if rng.random() < 0.3 else frozenset(),
        unavailable=frozenset({(0, "L")}) if rng.random() < 0.3 else frozenset(),
        fixed={0: ("E", "")} if rng.random() < 0.3 else {},
    )


def has_a_roster(problem: Problem) -> bool:
    """Whether any roster at all breaks nothing, by trying all."""
    cells = len(problem.workers) * DAYS
    slots = range(-1, len(problem.tables.slots))
    return any(
        judge(problem, Roster(np.array(one, dtype=np.int32).reshape(-1, DAYS))).is_feasible
        for one in product(slots, repeat=cells)
    )


def conflict_of(seed: int) -> tuple[Problem, Conflict]:
    """A team that has no roster, with its conflict."""
    problem = drawn_team(seed)
    found = smallest_conflict(problem)
    assert found is not None
    return problem, found


@pytest.mark.parametrize("seed", SEEDS)
def test_there_is_a_conflict_exactly_when_there_is_no_roster(seed: int) -> None:
    problem = drawn_team(seed)
    assert has_a_roster(problem) == (seed in POSSIBLE)
    assert (smallest_conflict(problem) is None) == (seed in POSSIBLE)


@pytest.mark.parametrize("seed", IMPOSSIBLE)
def test_the_demands_of_a_conflict_cannot_hold_together(seed: int) -> None:
    """All others left out, no roster breaks nothing."""
    problem, found = conflict_of(seed)
    assert not has_a_roster(only(problem, set(found.demands)))


@pytest.mark.parametrize("seed", IMPOSSIBLE)
def test_without_any_one_demand_of_a_conflict_there_is_a_roster(seed: int) -> None:
    """None of them is there for nothing."""
    problem, found = conflict_of(seed)
    assert found.is_smallest
    for one in found.demands:
        assert has_a_roster(only(problem, set(found.demands) - {one})), one.text.en


@pytest.mark.parametrize("seed", IMPOSSIBLE)
def test_a_conflict_is_of_demands_that_were_made_and_reads_in_both_languages(seed: int) -> None:
    """Each once, with whom and when it is about."""
    problem, found = conflict_of(seed)
    made = demanded(problem)
    assert len(set(found.demands)) == len(found.demands)
    for one in found.demands:
        assert one in made
        about = counted(one.about) if one.sort == "limit" else Text(one.about, one.about)
        for language in ("nl", "en"):
            said = one.text.in_language(language)
            assert one.worker in said
            assert about.in_language(language) in said
            assert one.amount.in_language(language) in said
        if one.day is not None:
            assert one.text.nl.endswith(f", dag {one.day}")
            assert one.text.en.endswith(f", day {one.day}")


@pytest.mark.parametrize("seed", SEEDS)
def test_with_all_demands_kept_the_bare_team_can_what_the_team_can(seed: int) -> None:
    """Prices gone, the same rosters break nothing; with none kept an empty roster does."""
    problem = drawn_team(seed)
    bare = only(problem, set(demanded(problem)))
    rng = np.random.default_rng(seed)
    for _ in range(60):
        roster = Roster(rng.integers(-1, 2, (len(problem.workers), DAYS)).astype(np.int32))
        assert judge(bare, roster).is_feasible == judge(problem, roster).is_feasible
        assert judge(bare, roster).objective == 0
    nothing = only(problem, set())
    assert judge(nothing, Roster.empty(nothing)).is_feasible


@pytest.mark.parametrize("sort", [Sort.COVER, Sort.LIMIT, Sort.ABSENCE, Sort.FIXED])
def test_taking_one_sort_of_demands_away_never_takes_a_roster_away(sort: Sort) -> None:
    """Less asked can only make more rosters possible."""
    for seed in POSSIBLE:
        problem = drawn_team(seed)
        kept: set[Demanded] = {one for one in demanded(problem) if one.sort != sort}
        assert has_a_roster(only(problem, kept))
