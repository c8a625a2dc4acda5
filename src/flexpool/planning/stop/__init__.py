"""When to stop: one small class per reason, all asked the same question."""

from flexpool.planning.stop.criteria import (
    AnyOf,
    MaxRuntime,
    NoImprovement,
    StopCriterion,
    StopFlag,
    WhenTold,
)

__all__ = ["AnyOf", "MaxRuntime", "NoImprovement", "StopCriterion", "StopFlag", "WhenTold"]
