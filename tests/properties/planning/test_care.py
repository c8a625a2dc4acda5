"""Each constraint of care: the best roster of a solver is the best of all rosters."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flexpool.planning import MaxRuntime, Params, judge, solve
from flexpool.planning.constraints import registry
from flexpool.planning.solvers import column_generation, cpsat
from small_wards import WAYS, best_of_all, wards_with

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
NO_SHRINK = (Phase.explicit, Phase.reuse, Phase.generate)  # each try solves: shrinking takes long
BY_COLUMNS = sorted(set(WAYS) & column_generation.EXPRESSES)


def test_every_constraint_of_care_is_tried() -> None:
    """None is left out, and CP-SAT knows them all; series of nights come with the rest after."""
    of_care = {one.id for one in registry.CARE} | {"changes.published", "nights.series"}
    assert set(WAYS) | {"notice.cancel"} == of_care
    assert of_care <= cpsat.EXPRESSES


@pytest.mark.parametrize("constraint", sorted(WAYS))
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=SLOW, phases=NO_SHRINK)
def test_cp_sat_finds_the_best_of_all_rosters(constraint: str, data: Any) -> None:
    """The judge tries them all; CP-SAT finds the same cost, and proves it."""
    problem = data.draw(wards_with(constraint))
    best = best_of_all(problem)
    result = solve(problem, MaxRuntime(60), seed=1, params=Params(solver="cpsat"))
    assert result.objective == best
    if best is None:
        assert result.is_proven_infeasible
    else:
        assert result.bound == best


@pytest.mark.parametrize("constraint", BY_COLUMNS)
@given(data=st.data())
@settings(max_examples=3, deadline=None, suppress_health_check=SLOW, phases=NO_SHRINK)
def test_column_generation_agrees(constraint: str, data: Any) -> None:
    """Its bound is true, and its roster, as good as all, breaks nothing."""
    problem = data.draw(wards_with(constraint))
    best = best_of_all(problem)
    result = solve(problem, MaxRuntime(2), seed=1, params=Params(solver="column_generation"))
    assert result.objective == best
    if best is not None:
        assert result.roster is not None
        assert judge(problem, result.roster).is_feasible
        assert result.bound <= best
