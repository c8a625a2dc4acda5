"""Mends a standing roster: takes people off where too many work, fills what came open."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.problem import OFF
from flexpool.planning.problem.tables import Bools
from flexpool.planning.replanning.choosing import choose
from flexpool.planning.replanning.search import Found, Place, Search
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.replanning.verdict import Effect, Row

MOVES = 2
COMPARED = 8
"""So many ways of filling each place are weighed against those of the other places."""


def take_off(standing: Standing, locked: Bools, places: Sequence[Place]) -> None:
    """Take one worker off each place, whom it costs least; nobody where that makes things worse."""
    for day, slot in places:
        found: list[tuple[int, int, Row, Effect]] = []
        for worker, row in enumerate(standing.rows):
            if row[day] == slot and not locked[worker, day]:
                then = (*row[:day], OFF, *row[day + 1 :])
                effect = standing.effect({worker: then})
                if effect.is_gain:
                    found.append((effect.cost, worker, then, effect))
        if found:
            _, worker, then, _ = min(found, key=lambda one: one[:2])
            standing.apply({worker: then})


def fill(standing: Standing, locked: Bools, places: Sequence[Place]) -> None:
    """Fill the places, chosen together; one that costs more than it brings stays open.

    What was chosen is judged once more before it is taken over, for together they may cost other
    than apart. What did not fit is tried again beside what did, until nothing gains.
    """
    left = list(places)
    while left:
        search = Search(standing, locked)
        ways = {place: _gains(search, place) for place in dict.fromkeys(left)}
        taken = [
            place
            for place, found in zip(left, choose([ways[place] for place in left]), strict=True)
            if found is not None and _apply(standing, found)
        ]
        if not taken:
            break
        for place in taken:
            left.remove(place)


def _gains(search: Search, place: Place) -> list[Found]:
    return [found for found in search.best(place, MOVES, COMPARED) if found.effect.is_gain]


def _apply(standing: Standing, found: Found) -> bool:
    if not standing.effect(found.rows).is_gain:
        return False
    standing.apply(found.rows)
    return True
