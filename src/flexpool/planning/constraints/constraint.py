"""The shape that every constraint has, and the finding with which it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flexpool.planning.problem import Limit, Problem
from flexpool.planning.solution import Grid
from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a roster stays outside a constraint.

    Parameters
    ----------
    constraint
        Id of the constraint.
    worker, day
        Where: row of the worker (None for cover) and day (None for a total).
    amount
        Units short or over.
    weight
        Price per unit; None when the constraint is hard here.
    about
        The kind or slot concerned, for reading.
    """

    constraint: str
    worker: int | None
    day: int | None
    amount: int
    weight: int | None
    about: str = ""

    @property
    def is_breach(self) -> bool:
        """Whether a hard constraint is broken."""
        return self.weight is None

    @property
    def cost(self) -> int:
        """The penalty; a breach has none, it forbids."""
        return 0 if self.weight is None else self.amount * self.weight


def outside(
    name: str, worker: int, limit: Limit, amount: int, day: int | None = None, about: str = ""
) -> Iterator[Finding]:
    """Report what an amount lacks or exceeds of a limit."""
    if short := limit.short(amount):
        yield Finding(name, worker, day, short, limit.under_weight, about)
    if excess := limit.excess(amount):
        yield Finding(name, worker, day, excess, limit.over_weight, about)


Row = list[int]
"""The slot numbers of one worker, a day each; `OFF` is a day off."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint, with exactly one of the two judges.

    Parameters
    ----------
    id
        Stable name; never used for anything else.
    meaning
        One sentence for people.
    source
        Article of the law, or whose agreement it is.
    hardness
        "hard", "priced", or "either" when each limit decides for itself.
    applies
        Whether a problem asks for it at all.
    judge_worker
        Findings of one worker's row.
    judge_cover
        Findings of the whole grid.
    """

    id: str
    meaning: Text
    source: str
    hardness: str
    applies: Callable[[Problem], bool]
    judge_worker: Callable[[Problem, int, Row], Iterator[Finding]] | None = None
    judge_cover: Callable[[Problem, Grid], Iterator[Finding]] | None = None
