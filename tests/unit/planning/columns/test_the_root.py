"""The root of a search: however its prices are found, the bound is that of all columns."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from column_wards import NO_ROSTER, fortnight
from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Referee, judge_worker
from flexpool.planning.solvers.column_generation import root as roots
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.root import Root
from flexpool.planning.stop import MaxRuntime


def counted(method: Callable[..., None], calls: list[object]) -> Callable[..., None]:
    """Note each call of a method."""

    def noted(*given: object) -> None:
        calls.append(given)
        method(*given)

    return noted


def begun(problem: Problem) -> Root:
    root = Root(Referee(problem, MaxRuntime(60)), Columns(problem), NO_ROSTER, 1.0)
    root.begin(None)
    return root


@pytest.mark.parametrize(
    ("slow", "rows"),
    [(0.0, 10_000), (1e9, 0), (1e9, 10_000)],
    ids=["rounds are slow", "many rows", "columns at once"],
)
def test_the_root_ends_at_the_same_mix(
    slow: float, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A round takes longer than nothing, and never longer than thirty years."""
    problem = fortnight()
    whole = generate(
        Master(problem, NO_ROSTER), Columns(problem), lambda: False, None, Effort(shrinks=True)
    )
    monkeypatch.setattr(roots, "SLOW", slow)
    monkeypatch.setattr(roots, "MANY_ROWS", rows)
    root, raised = begun(problem), []
    monkeypatch.setattr(roots.Ascent, "climb", counted(roots.Ascent.climb, raised))
    root.grow(lambda: False, np.inf)
    assert bool(raised) == (slow == 0 or rows == 0)
    assert root.reached.bound == pytest.approx(whole.objective, abs=1e-4)
    assert root.master.objective == pytest.approx(whole.objective, abs=1e-4)
    assert root.referee.bound == np.ceil(whole.objective - 1e-4)
    assert root.referee.prices is not None
    assert root.per_round > 0


def test_raised_prices_prove_a_true_bound_and_bring_good_rosters() -> None:
    """Nearly that of all columns, and rosters that cost what the judge says."""
    problem = fortnight()
    whole = generate(Master(problem, NO_ROSTER), Columns(problem), lambda: False, None, Effort())
    root = begun(problem)
    root.master.solve()
    root._raise(lambda: False, np.inf)
    assert 0.7 * whole.objective < root.reached.bound <= whole.objective + 1e-6
    assert root.referee.bound == np.ceil(root.reached.bound)
    master = root.master
    for worker, cells, cost in zip(master.worker, master.cells, master.cost, strict=True):
        score = judge_worker(problem, int(worker), cells.tolist())
        assert (score.is_feasible, float(score.objective)) == (True, cost)


@pytest.mark.parametrize("rounds", [0, 3, 40])
def test_a_root_told_to_stop_keeps_what_it_has(rounds: int) -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > rounds

    root = begun(fortnight())
    root.grow(stop, 1.0)
    assert len(root.master.cost) > 0
    whole = generate(
        Master(fortnight(), NO_ROSTER), Columns(fortnight()), lambda: False, None, Effort()
    )
    assert root.reached.bound <= whole.objective + 1e-6
