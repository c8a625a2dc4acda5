"""What a change makes of a problem, which places it tears, and what is locked."""

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning import Demand, Kind, Problem, Published, Roster, Worker
from flexpool.planning.replanning import Absence, CancelledShift, Locks, NewShift, publish
from flexpool.planning.replanning.answer import Move, moves_between
from flexpool.planning.replanning.change import changed
from flexpool.planning.replanning.tears import torn

EARLY, LATE = Kind("E", 480, 420, 900), Kind("L", 480, 900, 1380)


def problem() -> Problem:
    """Three days, three people, earlies that must be filled and lates that have a price."""
    return Problem(
        "three", 3, (EARLY, LATE),
        (Worker("a", fixed={1: ("E", "")}), Worker("b"), Worker("c", days_off=frozenset({0}))),
        (
            Demand(0, "E", minimum=1, maximum=2),
            Demand(1, "E", optimum=1, under_weight=9),
            Demand(1, "L", optimum=1, under_weight=5, over_weight=2),
        ),
    )  # fmt: skip


def roster(**cells: str) -> Roster:
    """A roster from a0="E" and so on."""
    return Roster.from_cells(
        problem(), {(name[0], int(name[1])): (kind, "") for name, kind in cells.items()}
    )


FULL = {"b0": "E", "a1": "E", "b1": "L"}


def demand_of(changed_problem: Problem, day: int, kind: str) -> Demand:
    """The demand of a day and kind."""
    return next(d for d in changed_problem.demands if (d.day, d.kind) == (day, kind))


def test_an_absence_takes_days_fixed_shifts_and_cells() -> None:
    """What was fixed on those days falls; other days and people stay."""
    after, cells = changed(problem(), roster(**FULL), [Absence("a", 1, 2)])
    assert after.workers[0].days_off == {1, 2}
    assert after.workers[0].fixed == {}
    assert cells == {("b", 0): ("E", ""), ("b", 1): ("L", "")}
    assert after.workers[1:] == problem().workers[1:]


def test_a_new_shift_raises_what_is_wanted_and_the_most() -> None:
    """Beside a hard minimum the new place has the price of the dearest place there is."""
    after, cells = changed(problem(), roster(**FULL), [NewShift(0, "E", places=2)])
    demand = demand_of(after, 0, "E")
    assert (demand.minimum, demand.optimum, demand.maximum, demand.under_weight) == (1, 3, 4, 9)
    assert cells == roster(**FULL).cells(problem())


def test_a_new_shift_where_nothing_was_wanted_may_name_its_price() -> None:
    """Two new demands: one at its own price, one at the usual."""
    after, _ = changed(problem(), roster(), [NewShift(2, "L", under_weight=7), NewShift(2, "E")])
    assert demand_of(after, 2, "L").under_weight == 7
    assert demand_of(after, 2, "E").under_weight == 9


def test_a_cancelled_shift_lowers_minimum_wanted_and_most() -> None:
    """Nobody may work it beyond what is left."""
    after, _ = changed(problem(), roster(**FULL), [CancelledShift(0, "E")])
    demand = demand_of(after, 0, "E")
    assert (demand.minimum, demand.optimum, demand.maximum) == (0, 0, 0)


def test_changes_add_up_in_order() -> None:
    """One more and one fewer is what it was."""
    changes = [NewShift(1, "L"), CancelledShift(1, "L")]
    after, _ = changed(problem(), roster(**FULL), changes)
    assert demand_of(after, 1, "L").optimum == 1


def test_publishing_tells_every_day_of_everybody() -> None:
    """Days off as well: a call on a day off is a change."""
    told = publish(problem(), roster(**FULL), 40)
    assert told.workers[1].published == (
        Published(0, "E", 40), Published(1, "L", 40), Published(2, "", 40),
    )  # fmt: skip
    assert all(len(worker.published) == 3 for worker in told.workers)


def test_only_what_a_change_tore_is_mended() -> None:
    """A place that was open before stays what it was: somebody chose that."""
    before = roster(a1="E", b1="L")  # the early of day 0 was open already
    after, cells = changed(problem(), before, [Absence("a", 1, 1)])
    short, over = torn(problem(), before, after, Roster.from_cells(after, cells))
    slot = after.tables.slot_number
    assert short == [(1, slot["E", ""])]
    assert over == []


def test_too_many_is_torn_where_it_costs_or_is_barred() -> None:
    """A cancelled place with somebody on it is over; a second early below the most is not."""
    full = roster(b0="E", a0="E", b1="L", a1="E")
    after, cells = changed(problem(), full, [CancelledShift(1, "L")])
    short, over = torn(problem(), full, after, Roster.from_cells(after, cells))
    assert short == []
    assert over == [(1, after.tables.slot_number["L", ""])]


def test_a_place_short_of_two_is_there_twice() -> None:
    """Each missing worker is a place to fill."""
    after, cells = changed(problem(), roster(**FULL), [NewShift(1, "L", places=2)])
    short, _ = torn(problem(), roster(**FULL), after, Roster.from_cells(after, cells))
    assert len(short) == 2


def test_days_people_and_cells_are_locked_and_what_is_fixed_too() -> None:
    """A mask of worker × day."""
    locks = Locks(frozenset({2}), frozenset({"b"}), frozenset({("c", 0), ("gone", 1)}))
    assert np.array_equal(
        locks.mask(problem()),
        [[False, True, True], [True, True, True], [True, False, True]],
    )
    assert Locks().mask(replace(problem(), workers=(Worker("b"),))).sum() == 0


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ({}, {("a", 0): ("E", "")}, [Move("a", 0, ("", ""), ("E", ""))]),
        ({("a", 0): ("E", "")}, {}, [Move("a", 0, ("E", ""), ("", ""))]),
        ({("a", 0): ("E", "")}, {("a", 0): ("E", "")}, []),
        (
            {("b", 1): ("E", ""), ("a", 1): ("L", "")},
            {("b", 1): ("L", ""), ("a", 1): ("L", "x"), ("c", 0): ("E", "")},
            [
                Move("c", 0, ("", ""), ("E", "")),
                Move("a", 1, ("L", ""), ("L", "x")),
                Move("b", 1, ("E", ""), ("L", "")),
            ],
        ),
    ],
)
def test_two_rosters_differ_in_moves(
    before: dict[tuple[str, int], tuple[str, str]],
    after: dict[tuple[str, int], tuple[str, str]],
    moves: list[Move],
) -> None:
    """In order of day, then of name."""
    assert list(moves_between(before, after)) == moves
