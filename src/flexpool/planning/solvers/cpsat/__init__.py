"""The whole problem as one model for OR-Tools' CP-SAT."""

from importlib import import_module
from typing import Any

from flexpool.planning.constraints.registry import BY_ID

__all__ = ["EXPRESSES", "solve"]

EXPRESSES = frozenset(BY_ID)
"""All there are; a test holds what is written in the model against it."""


def __getattr__(name: str) -> Any:
    """Load OR-Tools only where it is to solve: who but asks what is known need not wait for it."""
    if name != "solve":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{__name__}.solver").solve
