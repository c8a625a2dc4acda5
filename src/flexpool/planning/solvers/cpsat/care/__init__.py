"""The constraints of care in the model."""

from __future__ import annotations

from collections.abc import Callable

from flexpool.planning.solvers.cpsat.care.hours import (
    add_balance,
    add_month_minutes,
    add_unsocial,
    add_week_days,
)
from flexpool.planning.solvers.cpsat.care.team import (
    add_compositions,
    add_faces,
    add_supervision,
)
from flexpool.planning.solvers.cpsat.care.weekends import add_free_weekends
from flexpool.planning.solvers.cpsat.variables import Variables

__all__ = ["CARE_WRITERS"]

CARE_WRITERS: dict[str, Callable[[Variables], None]] = {
    "totals.week-days": add_week_days,
    "totals.month-minutes": add_month_minutes,
    "totals.balance": add_balance,
    "weekends.free": add_free_weekends,
    "fairness.unsocial": add_unsocial,
    "team.supervision": add_supervision,
    "team.composition": add_compositions,
    "continuity.faces": add_faces,
}
