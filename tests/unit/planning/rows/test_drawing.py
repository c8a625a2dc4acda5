"""The graph of a day brought up to date is the one that is drawn from nothing."""

from __future__ import annotations

import numpy as np
import pytest

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.row_descent.moves.drawing import draw, note
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.terms import Floats
from flexpool.planning.solvers.row_descent.ward import ward_of
from unit.planning.rows.wards import ward

SEEDS = range(8)


def drawn_anew(rows: Rows, day: int) -> Floats:
    """Give the prices of the graph of a day from nothing."""
    scene = rows.scene._replace(drawn=rows.scene.drawn._replace(
        price=np.full_like(rows.scene.drawn.price, np.inf),
        start=np.full_like(rows.scene.drawn.start, -1),
        at=np.full_like(rows.scene.drawn.at, -1),
    ))  # fmt: skip
    draw(day, scene)
    found: Floats = scene.drawn.price[day]
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_after_every_change_it_is_as_if_drawn_from_nothing(seed: int) -> None:
    problem = ward(seed, workers=12, days=14, kinds=3)
    rows, chance = Rows(problem, ward_of(problem)), np.random.default_rng(seed)
    for worker in range(12):
        if not rows.plan(worker):
            rows.put_in(worker, np.full(problem.days, OFF))
    kept, compared = rows.snapshot(), 0
    for turn in range(30):
        worker = int(chance.integers(12))
        rows.take_out(worker)
        if turn % 3:
            rows.plan(worker, chance.integers(-60, 40, rows.board.staffed.shape) * 1.0)
        if turn % 10 == 9:
            rows.restore(kept)
        for day in chance.integers(0, problem.days, 4).tolist():
            draw(day, rows.scene)
            assert (rows.scene.drawn.price[day] == drawn_anew(rows, day)).all()
            compared += int(np.isfinite(rows.scene.drawn.price[day]).sum())
    assert compared > 500


def test_nobody_is_drawn_again_who_did_not_change() -> None:
    problem = ward(1, workers=12, days=14, kinds=2)
    rows = Rows(problem, ward_of(problem))
    assert all(rows.plan(worker) for worker in range(12))
    draw(3, rows.scene)
    worker = int(np.flatnonzero(rows.board.grid[:, 3] != OFF)[0])
    slot, before = rows.board.grid[worker, 3], rows.scene.drawn.price[3].copy()
    rows.board.grid[worker] = OFF  # behind its back
    draw(3, rows.scene)
    assert (rows.scene.drawn.price[3] == before).all()
    assert rows.scene.drawn.start[3, worker] == slot
    note(worker, rows.scene.drawn)
    draw(3, rows.scene)
    assert rows.scene.drawn.start[3, worker] != slot
