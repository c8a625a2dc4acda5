"""Rules about presence spells (aanwezigheidsdienst): one per file."""

from flexpool.worktime.rules.presence import (
    allowed,
    average,
    length,
    per_period,
    rest,
    weekly_rest,
)

__all__ = [
    "allowed",
    "average",
    "length",
    "per_period",
    "rest",
    "weekly_rest",
]
