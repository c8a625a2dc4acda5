"""What is to be planned: workers, days, shift kinds, demand and the rules of each contract."""

from flexpool.planning.problem.contract import Contract, FreeWeekends, History, Limit, Notice
from flexpool.planning.problem.demand import Demand, Kind
from flexpool.planning.problem.fairness import share_fairly
from flexpool.planning.problem.problem import NotAProblem, Problem
from flexpool.planning.problem.slots import SUPERNUMERARY
from flexpool.planning.problem.tables import OFF, Tables
from flexpool.planning.problem.team import Composition, Faces, Member, Stay, teams_for
from flexpool.planning.problem.terms import Reach, Substitution, Terms, Tier
from flexpool.planning.problem.worker import Published, Request, Supervision, Worker

__all__ = [
    "OFF",
    "SUPERNUMERARY",
    "Composition",
    "Contract",
    "Demand",
    "Faces",
    "FreeWeekends",
    "History",
    "Kind",
    "Limit",
    "Member",
    "NotAProblem",
    "Notice",
    "Problem",
    "Published",
    "Reach",
    "Request",
    "Stay",
    "Substitution",
    "Supervision",
    "Tables",
    "Terms",
    "Tier",
    "Worker",
    "share_fairly",
    "teams_for",
]
