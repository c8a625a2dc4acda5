"""What breaks a hard constraint is taken out of a roster, and no more than that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flexpool.planning import OFF, Contract, Limit, Problem, Roster, Supervision, judge
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solve.mending import Mender
from unit.planning.easing.law_ward import law_ward

E, L, N = 0, 1, 2


def never() -> bool:
    """Go on."""
    return False


def whole(problem: Problem, *rows: list[int]) -> Roster:
    """These rows; everybody else is off."""
    off = [OFF] * problem.days
    return Roster([*rows, *([off] * (len(problem.workers) - len(rows)))])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ([E, E, OFF, E, E, OFF, OFF], 4),
        ([L, E, OFF, OFF, OFF, OFF, OFF], 2),  # eight hours of rest, once a week
        ([N, E, OFF, OFF, OFF, OFF, OFF], 1),
        ([E, E, E, E, E, E, OFF], 5),  # 48 hours in a week of 40
        ([N, E, N, E, OFF, OFF, OFF], 2),
    ],
)
def test_a_row_keeps_as_much_as_it_may(row: list[int], left: int) -> None:
    problem = law_ward()
    found = Mender(problem, never).row(0, tuple(row))
    assert found is not None
    assert judge_worker(problem, 0, list(found)).is_feasible
    assert sum(slot != OFF for slot in found) == left
    assert all(new in (OFF, old) for new, old in zip(found, row, strict=True))


def test_what_is_fixed_stays() -> None:
    problem = law_ward()
    first = replace(problem.workers[0], fixed={1: ("E", "")})
    problem = replace(problem, workers=(first, *problem.workers[1:]))
    found = Mender(problem, never).row(0, (N, E, OFF, OFF, OFF, OFF, OFF))
    assert found == (OFF, E, OFF, OFF, OFF, OFF, OFF)


def test_what_is_too_little_cannot_be_mended() -> None:
    problem = law_ward()
    much = Contract("much", minutes=Limit(minimum=2400))
    problem = replace(problem, workers=(replace(problem.workers[0], contract=much),))
    mender = Mender(problem, never)
    assert mender.row(0, (E, OFF, OFF, OFF, OFF, OFF, OFF)) is None
    assert mender.mended(whole(problem, [E] + [OFF] * 6)) is None


def test_a_roster_is_mended_row_by_row_at_the_judges_cost() -> None:
    problem = law_ward()
    good = [OFF, E, E, OFF, OFF, OFF, OFF]
    found = Mender(problem, never).mended(whole(problem, [N, E, OFF, OFF, OFF, OFF, OFF], good))
    assert found is not None
    roster, cost = found
    score = judge(problem, roster)
    assert score.is_feasible
    assert score.objective == cost
    assert roster.grid[1].tolist() == good


def test_who_works_without_a_supervisor_is_taken_out() -> None:
    problem = replace(law_ward(), lawful=False)
    learner = replace(problem.workers[0], supervision=(Supervision("mentor"),))
    mentor = replace(problem.workers[1], skills=frozenset({"mentor"}))
    problem = replace(problem, workers=(learner, mentor, *problem.workers[2:]))
    rows = [E, E, OFF, OFF, OFF, OFF, OFF], [E, OFF, OFF, OFF, OFF, OFF, OFF]
    found = Mender(problem, never).mended(whole(problem, *rows))
    assert found is not None
    assert found[0].grid[0].tolist() == [E, *[OFF] * 6]
    assert judge(problem, found[0]).is_feasible


def test_it_stops_when_it_is_over() -> None:
    problem = law_ward()
    assert Mender(problem, lambda: True).mended(whole(problem, [E] * 7)) is None
