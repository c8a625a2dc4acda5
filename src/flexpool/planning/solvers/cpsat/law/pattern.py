"""What the law sees of a shift in the plan, and the patterns of shifts that break it."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.planning.problem import Problem

Times = tuple[int, int, int, str]
"""Start, end, break and kind of work; every kind of shift with these is the same to the law."""


@dataclass(frozen=True)
class Pattern:
    """Shifts of one worker that break the law together.

    Parameters
    ----------
    worked
        Days with the times worked on them.
    free
        Days that must be free for it: work on them can cure the breach.
    """

    worked: tuple[tuple[int, Times], ...]
    free: tuple[int, ...]


def times_of(problem: Problem, kind: int) -> Times:
    """Give what the law sees of a kind."""
    one = problem.kinds[kind]
    assert one.starts is not None  # a lawful problem has times: checked when it was made
    assert one.ends is not None
    return one.starts, one.ends, one.break_minutes, one.shift_kind.value
