"""All that a row must keep to, with room to compute it."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    LONGEST,
    STATES,
    TRACKED,
    UNITS,
    WEEKENDS,
    Automaton,
    Floats,
    Ints,
    Terms,
)


class Room(NamedTuple):
    """Room for the tables of one row.

    Parameters
    ----------
    value
        Day + 1 × state × totals × units: the cheapest way there.
    ways
        Way and days at work × totals × units: the cheapest to have ended days on a kind.
    rested
        Totals × units: the cheapest to have ended days off.
    """

    value: Floats
    ways: Floats
    rested: Floats


class Rules(NamedTuple):
    """All that a row must keep to, and room to compute it."""

    automaton: Automaton
    terms: Terms
    room: Room

    def only(self, chosen: Ints) -> Rules:
        """Give the rules of some workers, in the same room."""
        parts: list[Any] = [part[chosen] for part in self.terms]
        return Rules(self.automaton, Terms(*parts), self.room)


def room_for(automaton: Automaton) -> Room:
    """Give room for a row of any worker of the groups."""
    sizes, days = automaton.sizes, automaton.span.shape[1]
    totals = int(((sizes[:, TRACKED] + 1) * (sizes[:, WEEKENDS] + 1)).max())
    shape = totals, int(sizes[:, UNITS].max()) + 1
    ways = automaton.memories.shape[1] + automaton.sets.shape[1]
    longest = int(sizes[:, LONGEST].max())
    return Room(
        value=np.full((days + 1, int(sizes[:, STATES].max()), *shape), np.inf),
        ways=np.full((ways * longest, *shape), np.inf),
        rested=np.full((1, *shape), np.inf),
    )
