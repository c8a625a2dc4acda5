"""When to stop: one small class per reason, all asked the same question."""

from flexpool.planning.stop.criteria import (
    AnyOf,
    MaxRuntime,
    MaxWork,
    NoImprovement,
    StopCriterion,
    StopFlag,
    WhenTold,
)

__all__ = [
    "AnyOf",
    "MaxRuntime",
    "MaxWork",
    "NoImprovement",
    "StopCriterion",
    "StopFlag",
    "WhenTold",
]
