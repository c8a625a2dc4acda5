"""First rosters where cover must hold: day after day, each day filled at once."""

from flexpool.planning.solvers.day_by_day.solver import EXPRESSES, solve

__all__ = ["EXPRESSES", "solve"]
