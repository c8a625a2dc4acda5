"""Everybody for one place: who could take it, at what price, and what keeps the others off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flexpool.planning.explanation.words import BUSY
from flexpool.planning.problem import OFF
from flexpool.planning.replanning.search import Place
from flexpool.planning.replanning.standing import LAW, Standing
from flexpool.planning.replanning.verdict import Row, Rows

PLAIN = "placement."
"""What keeps somebody off whatever else is rostered; it is named before being busy is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One worker for a place.

    Parameters
    ----------
    hindered_by
        Ids of the constraints that forbid it; empty for who could.
    cost
        What the objective becomes dearer (negative: cheaper) with this worker on the place.
    because
        The same by constraint, of the rosters of those who change; cover is left out.
    """

    worker: str
    hindered_by: tuple[str, ...] = ()
    cost: int = 0
    because: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_able(self) -> bool:
        """Whether nothing forbids it."""
        return not self.hindered_by


def candidates(standing: Standing, place: Place, instead_of: int | None = None) -> list[Candidate]:
    """Give everybody who is not on the place: who could first, the cheapest in front.

    Parameters
    ----------
    standing
        The roster as it stands.
    place
        Day and slot.
    instead_of
        Row of the worker who would leave the place for it; None when one more is wanted.
    """
    found = list(_judged(standing, place, instead_of))
    return sorted(found, key=lambda one: (len(one.hindered_by), one.cost, one.worker))


def _judged(standing: Standing, place: Place, instead_of: int | None) -> Iterator[Candidate]:
    day, slot = place
    left: dict[int, Row] = {}
    if instead_of is not None:
        left[instead_of] = with_cell(standing.rows[instead_of], day, OFF)
    for worker, row in enumerate(standing.rows):
        if row[day] == slot:
            continue
        name, then = standing.problem.workers[worker].id, with_cell(row, day, slot)
        hindrance = _hindrance(standing, worker, then, day)
        if hindrance:
            yield Candidate(name, hindrance)
            continue
        effect = standing.effect({**left, worker: then})
        hindrance = tuple(one for one in effect.breaks if not left or one != "cover.minimum")
        because = difference(standing, {**left, worker: then})
        yield Candidate(name, hindrance, effect.cost, because)


def _hindrance(standing: Standing, worker: int, then: Row, day: int) -> tuple[str, ...]:
    breaks = standing.breaks(worker, then)
    if standing.rows[worker][day] != OFF:
        return tuple(one for one in breaks if one.startswith(PLAIN)) or (BUSY,)
    if breaks:
        return breaks
    return () if standing.is_lawful(worker, then) else (LAW,)


def difference(standing: Standing, rows: Rows) -> dict[str, int]:
    """Give by constraint what rows cost more than those of now; what is equal is left out."""
    change: Counter[str] = Counter()
    for worker, then in rows.items():
        for sign, row in ((1, then), (-1, standing.rows[worker])):
            for finding in standing.findings(worker, row):
                change[finding.constraint] += sign * finding.cost
    return {name: cost for name, cost in sorted(change.items()) if cost}


def with_cell(row: Row, day: int, slot: int) -> Row:
    """Give a row with one day changed."""
    return (*row[:day], slot, *row[day + 1 :])


def counted(found: list[Candidate]) -> dict[str, int]:
    """Count whom each constraint keeps off, each person once: of several constraints the first."""
    return dict(Counter(one.hindered_by[0] for one in found if one.hindered_by))
