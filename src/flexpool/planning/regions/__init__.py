"""Regions: pools of many organisations, planned in parts around shared prices."""

from flexpool.planning.regions.apart import components, solve_apart
from flexpool.planning.regions.executor import Executor, Here, Processes
from flexpool.planning.regions.planning import RegionParams
from flexpool.planning.regions.region import solve_region
from flexpool.planning.regions.settling.first_use import must_compile
from flexpool.planning.regions.shared_pool import NotAlike, shared_pool

__all__ = [
    "Executor",
    "Here",
    "NotAlike",
    "Processes",
    "RegionParams",
    "components",
    "must_compile",
    "shared_pool",
    "solve_apart",
    "solve_region",
]
