"""Where on the curve more hours hardly pay, and where it turns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby, pairwise

from flexpool.pay.hours.outcome import Outcome, Stretch

LITTLE = Fraction(1, 4)


def kept_share(one: Outcome, other: Outcome) -> Fraction | None:
    """Give which share of the extra gross the household keeps; None at equal gross."""
    earned = other.gross - one.gross
    return Fraction(other.disposable - one.disposable, earned) if earned else None


def hard_truths(curve: Sequence[Outcome], little: Fraction = LITTLE) -> tuple[Stretch, ...]:
    """Give the stretches of the curve on which less than a share of the extra gross is kept.

    Parameters
    ----------
    curve
        Outcomes, fewest hours first.
    little
        Below which share an hour more hardly pays; a choice of this program, no legal figure.
    """
    steps = [(one, other, kept_share(one, other)) for one, other in pairwise(curve)]
    found = []
    for hardly, held in groupby(steps, lambda step: step[2] is not None and step[2] < little):
        if not hardly:
            continue
        stretch = list(held)
        first, last = stretch[0][0], stretch[-1][1]
        kept = kept_share(first, last)
        assert kept is not None
        turns = last.hours < curve[-1].hours
        found.append(Stretch(first.hours, last.hours, kept, turns))
    return tuple(found)
