"""Patterns of shifts that break the law."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.planning.scoring.unlawful import Times


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
