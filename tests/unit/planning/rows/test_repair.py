"""A row that works too much loses the days that are worth least; a kind too often gives way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning.problem import Contract, Limit
from flexpool.planning.solvers.row_descent.one_row.repair import relabel, trim
from flexpool.planning.solvers.row_descent.ward import Ward, ward_of
from unit.planning.rows.wards import ward


def one_worker(contract: Contract, kinds: int = 1) -> Ward:
    """Give a ward of one worker with a contract of ours, eight days, one kind of 600 minutes."""
    problem = ward(3, workers=1, kinds=kinds)
    return ward_of(replace(problem, workers=(replace(problem.workers[0], contract=contract),)))


@pytest.mark.parametrize(
    ("before", "worth", "most", "after"),
    [
        ("XXX..XX.", [9, 5, 1, 0, 0, 7, 8, 0], 4, "XX...XX."),
        ("XXX..XX.", [1, 5, 9, 0, 0, 7, 8, 0], 4, ".XX..XX."),
        ("XXX..XX.", [9, 1, 9, 0, 0, 2, 2, 0], 3, "XXX....."),
        ("XXX..XX.", [9, 1, 9, 0, 0, 2, 2, 0], 5, "XXX..XX."),
    ],
)  # fmt: skip
def test_the_least_worthy_days_go_and_runs_stay_long_enough(
    before: str, worth: list[int], most: int, after: str
) -> None:
    one = one_worker(Contract(minutes=Limit(1200, 600 * most), work_run=Limit(2, 5)))
    row = np.array([0 if mark == "X" else -1 for mark in before])
    price = -np.array(worth, dtype=float)[:, None]
    left = trim(row, price, one.slots, one.terms[0], 600 * before.count("X"))
    assert "".join("X" if slot >= 0 else "." for slot in row) == after
    assert left == 600 * after.count("X")


def test_what_cannot_go_stays_and_says_so() -> None:
    """Three days in a row at least, and two allowed: nothing may be taken away."""
    one = one_worker(Contract(minutes=Limit(600, 1200), work_run=Limit(3, 5)))
    row = np.array([0, 0, 0, -1, -1, -1, -1, -1])
    price = np.zeros((8, 1))
    assert trim(row, price, one.slots, one.terms[0], 1800) > 1200
    assert row.tolist() == [0, 0, 0, -1, -1, -1, -1, -1]


def relabelled(row: list[int], most_late: int, price: np.ndarray) -> tuple[bool, list[int]]:
    """Relabel a row of early (0) and late (1) shifts, so many late ones allowed."""
    one = one_worker(Contract(per_kind={"D": Limit(maximum=most_late)}), kinds=2)
    cells, used = np.array(row), np.array([row.count(0), row.count(1)])
    total = 600 * row.count(0) + 480 * row.count(1)
    done = relabel(cells, price, one.slots, one.terms[0], used, total)
    return done, cells.tolist()


def test_the_late_shift_that_is_missed_least_becomes_early() -> None:
    price = np.zeros((8, 2))
    price[:, 1] = [-9, -2, -9, 0, 0, 0, 0, 0]
    assert relabelled([-1, 1, -1, -1, 1, -1, -1, -1], 1, price)[0]
    assert relabelled([1, -1, 1, -1, -1, -1, -1, -1], 1, price)[1].count(1) == 1
    assert relabelled([1, -1, 1, -1, -1, 1, -1, -1], 2, price)[1] == [1, -1, 1, -1, -1, 0, -1, -1]


def test_of_two_late_shifts_only_the_first_can_become_early() -> None:
    """Early may not follow late, so the second cannot give way, however little it is missed."""
    price = np.zeros((8, 2))
    price[:, 1] = [-9, -2, 0, 0, 0, 0, 0, 0]
    assert relabelled([1, 1, -1, -1, -1, -1, -1, -1], 1, price) == (
        True,
        [0, 1, -1, -1, -1, -1, -1, -1],
    )


def test_no_other_kind_to_go_to_is_told() -> None:
    price = np.full((8, 2), np.inf)
    price[:, 1] = -1.0
    assert relabelled([1, -1, 1, -1, -1, -1, -1, -1], 1, price)[0] is False
