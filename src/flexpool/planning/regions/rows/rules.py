"""All that a row must keep to, with room to compute it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.regions.rows.automaton import (
    MOST_UNITS,
    MOST_WEEKENDS,
    STATES,
    Automaton,
    Floats,
    Terms,
)


class Room(NamedTuple):
    """Room for the tables of one row.

    Parameters
    ----------
    value
        Day + 1 × state × weekends × units: the cheapest way there.
    rested
        Weekends × units: the cheapest way to end days off.
    """

    value: Floats
    rested: Floats


class Rules(NamedTuple):
    """All that a row must keep to, and room to compute it."""

    automaton: Automaton
    terms: Terms
    room: Room


def rules_of(days: int, automaton: Automaton, terms: Terms) -> Rules:
    """Give the rules with room for any worker of the groups."""
    sizes = automaton.sizes
    states = int(sizes[:, STATES].max())
    totals = int(sizes[:, MOST_WEEKENDS].max()) + 1, int(sizes[:, MOST_UNITS].max()) + 1
    return Rules(
        automaton, terms, Room(np.empty((days + 1, states, *totals)), np.empty((1, *totals)))
    )
