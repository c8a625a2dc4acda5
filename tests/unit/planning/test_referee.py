"""The referee: judges every proposal, keeps the best, lets no claim pass that the judge refutes."""

import threading

import pytest

from flexpool.planning import (
    Contract,
    Demand,
    JudgedOtherwise,
    Kind,
    Limit,
    MaxRuntime,
    Problem,
    Roster,
    WhenTold,
    Worker,
    judge,
)
from flexpool.planning.result import gap_between
from flexpool.planning.scoring import Referee

PROBLEM = Problem(
    "test",
    3,
    (Kind("E", 480),),
    (Worker("anna", Contract("two", assignments=Limit(maximum=2))),),
    tuple(Demand(day, "E", optimum=1, under_weight=10) for day in range(3)),
)
NOBODY, ONE, TWO, THREE = (
    Roster([row]) for row in ([-1, -1, -1], [0, -1, -1], [0, 0, -1], [0, 0, 0])
)


def referee(progress: object = None) -> Referee:
    """A referee with time enough."""
    return Referee(PROBLEM, MaxRuntime(1000), progress)  # type: ignore[arg-type]


def test_only_a_better_roster_is_kept_and_told() -> None:
    """Worse and equal ones change nothing."""
    seen: list[tuple[int | None, float | None]] = []
    found = referee(lambda seconds, objective, bound, gap: seen.append((objective, gap)))
    assert found.propose(ONE, 20)
    assert not found.propose(NOBODY, 30)
    assert not found.propose(ONE, 20)
    assert found.propose(TWO, 10)
    assert [objective for objective, _ in seen] == [20, 10]
    assert found.best == (TWO, 10)
    assert [moment.objective for moment in found.history] == [20, 10]
    assert found.statistics["proposals"] == 4


def test_a_breach_is_an_error_and_not_a_roster() -> None:
    """Three shifts where two are allowed."""
    found = referee()
    with pytest.raises(JudgedOtherwise, match=r"breaks totals\.assignments"):
        found.propose(THREE, 0)
    assert found.best is None


def test_a_claim_that_is_too_good_is_an_error() -> None:
    """The judge finds more; a claim with slack in it is fine."""
    with pytest.raises(JudgedOtherwise, match="claims 9, the judge finds 10"):
        referee().propose(TWO, 9)
    assert referee().propose(TWO, 15)


def test_a_bound_above_a_known_roster_is_an_error_either_way_round() -> None:
    """Whichever comes first."""
    roster_first = referee()
    roster_first.propose(TWO, 10)
    with pytest.raises(JudgedOtherwise, match="above a roster of 10"):
        roster_first.raise_bound(11)
    bound_first = referee()
    bound_first.raise_bound(11)
    with pytest.raises(JudgedOtherwise, match="below bound 11"):
        bound_first.propose(TWO, 10)


def test_bounds_only_rise_and_the_gap_closes() -> None:
    """Objectives are whole numbers: a bound above 9 proves 10."""
    found = referee()
    found.propose(TWO, 10)
    found.raise_bound(5)
    found.raise_bound(3)
    assert found.bound == 5
    assert not found.should_stop()
    found.raise_bound(9.5)
    assert found.is_closed
    assert found.should_stop()


def test_it_stops_when_told_or_proven_impossible() -> None:
    """And says how much time is left."""
    told = threading.Event()
    found = Referee(PROBLEM, WhenTold(told))
    assert not found.should_stop()
    assert found.seconds_left == float("inf")
    told.set()
    assert found.should_stop()
    impossible = referee()
    impossible.is_proven_infeasible = True
    assert impossible.should_stop()
    assert 0 < impossible.seconds_left <= 1000


def test_a_last_judgement_may_refuse() -> None:
    """What it refuses is not kept, and is no error."""
    found = Referee(PROBLEM, MaxRuntime(1000), accepts=lambda roster: roster is not ONE)
    assert not found.propose(ONE, 20)
    assert found.propose(TWO, 10)


def test_a_start_is_taken_at_what_the_judge_says() -> None:
    """Nobody needs to claim anything for it."""
    found = referee()
    assert found.propose_start(ONE)
    assert found.objective == 20


@pytest.mark.parametrize(
    ("objective", "bound", "gap"),
    [(None, 5.0, None), (10, 10.0, 0.0), (10, 5.0, 0.5), (10, float("-inf"), 1.0), (0, 0.0, 0.0)],
)
def test_gaps(objective: int | None, bound: float, gap: float | None) -> None:
    """The share that is not proven."""
    assert gap_between(objective, bound) == gap


def test_the_judge_refuses_a_roster_of_another_shape() -> None:
    """Too few days, or a slot that does not exist."""
    with pytest.raises(ValueError, match="does not fit"):
        judge(PROBLEM, Roster([[0, 0]]))
    with pytest.raises(ValueError, match="does not fit"):
        judge(PROBLEM, Roster([[0, 0, 7]]))


def test_a_roster_is_text_cells_and_a_grid_that_cannot_change() -> None:
    """All three say the same."""
    assert TWO.as_text(PROBLEM) == "anna\tE\tE\t-\n"
    assert TWO.cells(PROBLEM) == {("anna", 0): ("E", ""), ("anna", 1): ("E", "")}
    again = Roster.from_cells(PROBLEM, TWO.cells(PROBLEM))
    assert (again.grid == TWO.grid).all()
    with pytest.raises(ValueError, match="read-only"):
        TWO.grid[0, 0] = -1
    with pytest.raises(KeyError):
        Roster.from_cells(PROBLEM, {("bob", 0): ("E", "")})


def test_without_bonuses_no_roster_costs_less_than_nothing() -> None:
    """A bound below zero says too little; with a bonus it may be true."""
    found = referee()
    found.raise_bound(-500)
    assert found.bound == 0
    bonus = Problem(
        "bonus", 1, (Kind("E", 480),), (Worker("anna", kind_cost={"E": -5}),), (Demand(0, "E"),)
    )
    other = Referee(bonus, MaxRuntime(1000))
    other.raise_bound(-500)
    assert other.bound == -500
