"""Who could take this shift, and what would it move?"""

from dataclasses import replace

import pytest

from factories.wards import large_ward
from flexpool.planning import Problem, Roster, judge
from flexpool.planning.replanning import Locks, Move, Option, UnableToChange, options, publish
from pace import paced_seconds

MOST_SECONDS = 0.03
"""Of the processor, on a quiet machine: measured 0.011; the aim of the product is 0.3."""


@pytest.fixture(scope="module")
def ward() -> tuple[Problem, Roster]:
    """Sixty people of two teams, two weeks, one place open on a late."""
    problem, roster = large_ward(60, 14, 2)
    demands = tuple(
        replace(one, optimum=one.optimum + 1) if (one.day, one.kind) == (2, "L0") else one
        for one in problem.demands
    )
    return publish(replace(problem, demands=demands), roster, 150), roster


def after(problem: Problem, roster: Roster, option: Option) -> Roster:
    """The roster with an option taken."""
    cells = roster.cells(problem)
    for move in option.moves:
        cells.pop((move.worker, move.day), None)
        if move.after[0]:
            cells[move.worker, move.day] = move.after
    return Roster.from_cells(problem, cells)


def test_every_option_is_what_the_judge_says(ward: tuple[Problem, Roster]) -> None:
    """Feasible by the one judge, at the cost that was told, the cheapest first."""
    problem, roster = ward
    before = judge(problem, roster).objective
    found = options(problem, roster, (2, "L0", ""), count=25)
    assert found
    for option in found:
        score = judge(problem, after(problem, roster, option))
        assert score.is_feasible
        assert score.objective - before == option.cost
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert len(set(found)) == len(found)


def test_the_taker_comes_first(ward: tuple[Problem, Roster]) -> None:
    """Of each option the first move is the one onto the place."""
    problem, roster = ward
    for option in options(problem, roster, (2, "L0", "")):
        assert (option.moves[0].day, option.moves[0].after) == (2, ("L0", ""))
        assert option.workers[0] == option.moves[0].worker


def test_chains_come_where_nobody_can_step_in_directly(ward: tuple[Problem, Roster]) -> None:
    """Without those who are free that day, somebody leaves a shift that another takes."""
    problem, roster = ward
    free = frozenset(
        worker.id
        for row, worker in enumerate(problem.workers)
        if roster.grid[row, 2] < 0
    )  # fmt: skip
    locks = Locks(cells=frozenset((who, 2) for who in free))
    assert options(problem, roster, (2, "L0", ""), locks=locks, moves=0) == ()
    found = options(problem, roster, (2, "L0", ""), locks=locks)
    assert all(len(option.workers) > 1 or len(option.moves) > 1 for option in found)
    for option in found:
        assert judge(problem, after(problem, roster, option)).is_feasible
        assert all((move.worker, move.day) not in locks.cells for move in option.moves)


def test_no_more_people_move_than_was_allowed(ward: tuple[Problem, Roster]) -> None:
    """With 0 moves only the taker's roster changes, with 1 one other's as well."""
    problem, roster = ward
    for moves in (0, 1):
        for option in options(problem, roster, (2, "L0", ""), moves=moves, count=40):
            assert len(option.workers) <= moves + 1


def test_a_place_that_is_not_there_is_refused(ward: tuple[Problem, Roster]) -> None:
    """An unknown kind, skill or day is named."""
    for place in ((2, "X", ""), (2, "L0", "magic"), (99, "L0", "")):
        with pytest.raises(UnableToChange, match="no kind"):
            options(*ward, place)


def test_an_option_reads_as_moves() -> None:
    """What somebody leaves stands beside what she takes."""
    option = Option((Move("a", 1, ("", ""), ("E", "")), Move("b", 1, ("E", ""), ("", ""))), -5)
    assert option.workers == ("a", "b")


def test_five_hundred_people_are_asked_in_time() -> None:
    """Four weeks, five hundred people: an answer far within the aim."""
    problem, roster = large_ward()
    problem = publish(problem, roster, 150)
    assert len(options(problem, roster, (9, "E0", ""))) == 10
    assert paced_seconds(lambda: options(problem, roster, (9, "E0", ""))) < MOST_SECONDS
