"""Rules about on-call spells (bereikbaarheidsdienst) and all kinds together: one per file."""

from flexpool.worktime.rules.on_call import (
    allowed,
    cumulation_per_period,
    cumulation_per_week,
    length,
    per_period,
    per_week,
)

__all__ = [
    "allowed",
    "cumulation_per_period",
    "cumulation_per_week",
    "length",
    "per_period",
    "per_week",
]
