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

    What was worked in all is one place: shifts of the kind that is counted × weekends × units.
    After the most units there is room for what one day adds; what gets there counts for nothing.

    Parameters
    ----------
    value
        Day + 1 × state × place: the cheapest way there.
    ways
        Way and days at work × place: the cheapest to have ended days on a kind.
    rested
        One × place: the cheapest to have ended days off.
    tracked, weekends, width
        How many shifts, weekends and units are told apart.
    """

    value: Floats
    ways: Floats
    rested: Floats
    tracked: int
    weekends: int
    width: int


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
    tracked, weekends = (int(sizes[:, which].max()) + 1 for which in (TRACKED, WEEKENDS))
    width = int(sizes[:, UNITS].max()) + 1 + int(automaton.units.max())
    places, longest = tracked * weekends * width, int(sizes[:, LONGEST].max())
    ways = automaton.memories.shape[1] + automaton.sets.shape[1]
    return Room(
        value=np.full((days + 1, int(sizes[:, STATES].max()), places), np.inf),
        ways=np.full((ways * longest, places), np.inf),
        rested=np.full((1, places), np.inf),
        tracked=tracked,
        weekends=weekends,
        width=width,
    )
