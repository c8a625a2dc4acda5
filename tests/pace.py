"""How fast this machine is right now, so that a limit of time means the same on a busy one.

A shared machine may be three times as slow as a quiet one. Around each round of the work to be
measured a fixed piece of work is measured too; what counts is how the two compare. A limit stands
at about twice what was measured: three times as slow is still found.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from statistics import median

FIXED_SECONDS = 0.0062
"""What the fixed work takes on the quiet machine on which the limits were set."""
ROUNDS = 7
PIECES = 1_700


def paced_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the processor time of some work, as it would be on the quiet machine."""
    work()
    compared = []
    for _round in range(rounds):
        before, spent, after = _spent(_fixed_work), _spent(work), _spent(_fixed_work)
        compared.append(2 * spent / (before + after))
    return median(compared) * FIXED_SECONDS


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _fixed_work() -> int:
    """Do what the measured work is made of too: exact numbers, small objects, texts."""
    total, seen = Fraction(0), {}
    for piece in range(PIECES):
        total += Fraction(piece, 7) * Fraction(3, 8)
        seen[f"{piece:,}".replace(",", ".")] = (piece, str(piece), [piece])
    return len(seen) + int(total)
