"""The working-time law in the model: single shifts at once, the rest as cuts from the judge."""

from flexpool.planning.solvers.cpsat.law.lawyer import Lawyer
from flexpool.planning.solvers.cpsat.law.standing import cured, leave_out_unlawful

__all__ = ["Lawyer", "cured", "leave_out_unlawful"]
