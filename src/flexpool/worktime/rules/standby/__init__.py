"""Rules about standby (consignatie): one per file."""

from flexpool.worktime.rules.standby import (
    average,
    free_blocks,
    free_periods,
    near_nights,
    work,
)

__all__ = [
    "average",
    "free_blocks",
    "free_periods",
    "near_nights",
    "work",
]
