"""What a row or a change is found to cost and to break, added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from flexpool.planning.constraints.constraint import Finding

Row = tuple[int, ...]
Rows = Mapping[int, Row]
"""Rows as they would become, by worker."""


class Verdict(NamedTuple):
    """What a row costs, and how far it is outside each hard constraint, by constraint id."""

    cost: int
    broken: Mapping[str, int]

    def worse_than(self, before: Verdict) -> tuple[str, ...]:
        """Give the hard constraints that are broken further than before."""
        return tuple(one for one in self.broken if self.broken[one] > before.broken.get(one, 0))

    def mended(self, before: Verdict) -> int:
        """Give the units by which hard constraints are broken less than before."""
        return sum(max(0, before.broken[one] - self.broken.get(one, 0)) for one in before.broken)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does.

    Parameters
    ----------
    cost
        What it adds to the objective.
    breaks
        The hard constraints that it makes worse.
    mends
        Units by which hard constraints that were broken become better.
    """

    cost: int
    breaks: tuple[str, ...]
    mends: int = 0

    @property
    def is_gain(self) -> bool:
        """Whether the roster is better with it."""
        return not self.breaks and (self.mends > 0 or self.cost < 0)


def summed(findings: list[Finding]) -> Verdict:
    """Add findings up."""
    broken: dict[str, int] = {}
    for finding in findings:
        if finding.is_breach:
            broken[finding.constraint] = broken.get(finding.constraint, 0) + finding.amount
    return Verdict(sum(finding.cost for finding in findings), broken)
