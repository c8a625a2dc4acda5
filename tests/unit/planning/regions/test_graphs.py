"""The graph of a day brought up to date is the one that is drawn from nothing."""

import numpy as np
import pytest

from flexpool.planning.regions.rows.places import pricings_of
from flexpool.planning.regions.settling.graph import Graph, draw, graph_for, note
from flexpool.planning.regions.settling.zone import Zone
from unit.planning.regions.made_up import drawn


def arrows(graph: Graph, day: int) -> set[tuple[int, int]]:
    """Give the arrows that are listed; each must be listed once."""
    listed = [
        (start, int(then))
        for start, count in enumerate(graph.leads[day])
        for then in graph.then[day, start, :count]
    ]
    assert len(listed) == len(set(listed))
    return set(listed)


@pytest.mark.parametrize("seed", range(4))
def test_after_every_step_it_is_as_if_drawn_from_nothing(seed: int) -> None:
    problem = drawn(24, seed)
    pricings = pricings_of(problem)
    assert pricings is not None
    zone, chance, compared = Zone(problem, pricings, seed), np.random.default_rng(seed), 0
    around = zone._board, zone._places, zone._cover
    size = problem.days, len(problem.workers), len(zone._places.class_of)
    for turn in range(40):
        chosen = chance.choice(len(problem.workers), 2, replace=False).tolist()
        zone._step(chosen, heat=0.0 if turn % 2 else 1e6)  # taken back, or kept
        for day in chance.integers(0, problem.days, 5).tolist():
            anew = graph_for(*size)
            draw(day, *around, anew)
            draw(day, *around, zone._graph)
            assert (zone._graph.price[day] == anew.price[day]).all()
            assert arrows(zone._graph, day) == arrows(anew, day)
            assert arrows(anew, day) == set(
                zip(*np.nonzero(np.isfinite(anew.price[day])), strict=True)
            )
            compared += len(arrows(anew, day))
    assert compared > 1000


def test_of_somebody_taken_out_the_next_cheapest_takes_the_arrow() -> None:
    problem = drawn(24, 1)
    pricings = pricings_of(problem)
    assert pricings is not None
    zone = Zone(problem, pricings, 1)
    graph, off = zone._graph, len(zone._places.class_of)
    around = zone._board, zone._places, zone._cover
    draw(3, *around, graph)
    worked = np.flatnonzero(zone._board.staffed[3])
    start = int(worked[np.argmax(zone._board.staffed[3, worked])])
    before, who = graph.price[3, start, off], int(graph.who[3, start, off])
    zone._board.out[who] = True
    note(who, graph)
    draw(3, *around, graph)
    others = np.flatnonzero(zone._board.grid[:, 3] == start)
    assert len(others) > 1
    assert graph.price[3, start, off] >= before
    assert graph.who[3, start, off] in set(others.tolist()) - {who}
