"""The problem without what a solver does not know: never dearer, and its rosters fit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flexpool.planning import Composition
from flexpool.planning.constraints import registry
from flexpool.planning.solve.easing import WITHOUT, eased
from flexpool.planning.solvers import column_generation
from small_wards import WAYS, best_of_all, wards_with
from unit.planning.easing.law_ward import law_ward

KNOWN = column_generation.IN_TABLES
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
TRIED = sorted(set(WAYS) & set(WITHOUT) - KNOWN)


def test_all_that_is_not_in_the_tables_can_be_left_out_but_compositions() -> None:
    """As regions do; columns leave out only what ties people together beyond cover."""
    assert set(registry.BY_ID) - KNOWN - set(WITHOUT) == {"team.composition"}
    tied = {"team.supervision", "team.composition", "continuity.faces"}
    assert set(registry.BY_ID) - column_generation.EXPRESSES == tied
    assert len(TRIED) >= 6


@pytest.mark.parametrize("constraint", TRIED)
@given(data=st.data())
@settings(max_examples=3, deadline=None, suppress_health_check=SLOW, phases=(Phase.generate,))
def test_no_roster_costs_less_than_the_best_without_a_constraint(
    constraint: str, data: Any
) -> None:
    """The judge tries every roster of both; and what was left out is not asked any more."""
    problem = data.draw(wards_with(constraint))
    easier = eased(problem, KNOWN)
    assert easier is not None
    assert {one.id for one in registry.active(easier)} <= KNOWN
    assert easier.tables.slots == problem.tables.slots
    best, least = best_of_all(problem), best_of_all(easier)
    assert best is None or (least is not None and least <= best)


def test_a_problem_of_which_all_is_known_stays_itself() -> None:
    problem = law_ward()
    assert eased(problem, set(registry.BY_ID)) is problem


def test_without_the_law_and_the_week_everything_else_stays() -> None:
    problem = law_ward()
    easier = eased(problem, KNOWN)
    assert easier is not None
    assert not easier.lawful
    assert easier.demands == problem.demands
    contract = easier.workers[0].contract
    assert contract.week_minutes is None
    assert contract.work_run == problem.workers[0].contract.work_run
    assert all(one.contract is contract for one in easier.workers)  # shared, as it was


def test_a_choice_between_teams_cannot_be_left_out() -> None:
    team = Composition(0, ({("E", ""): 1}, {("L", ""): 2}), 30)
    assert eased(law_ward(compositions=(team,)), KNOWN) is None
