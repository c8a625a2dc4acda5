"""Ways for several places, chosen together: exact, and nobody is asked twice."""

from itertools import product

import numpy as np
import pytest

from flexpool.planning.replanning.choosing import choose
from flexpool.planning.replanning.search import Found
from flexpool.planning.replanning.verdict import Effect


def way(cost: int, *workers: int, mends: int = 0) -> Found:
    """A way that changes the rows of these workers."""
    return Found(dict.fromkeys(workers, (cost,)), Effect(cost, (), mends))


def worth(chosen: list[Found | None]) -> tuple[int, int]:
    """Units mended (negative) and cost of a choice."""
    taken = [one.effect for one in chosen if one is not None]
    return -sum(one.mends for one in taken), sum(one.cost for one in taken)


def best_by_trying_all(ways: list[list[Found]]) -> tuple[int, int]:
    """The best worth of all choices in which nobody is asked twice."""
    found = (0, 0)
    for chosen in product(*[[None, *one] for one in ways]):
        asked = [worker for one in chosen if one is not None for worker in one.rows]
        if len(asked) == len(set(asked)):
            found = min(found, worth(list(chosen)))
    return found


def test_the_cheapest_way_of_one_place_is_taken() -> None:
    assert choose([[way(-10, 1), way(-30, 2)]]) == [way(-30, 2)]


def test_nobody_is_asked_twice() -> None:
    """The worker whom both places want goes where the other place has no good second."""
    first, second = [way(-30, 1), way(-29, 2)], [way(-30, 1)]
    assert choose([first, second]) == [way(-29, 2), way(-30, 1)]


def test_a_chain_keeps_all_its_workers_busy() -> None:
    """Two people of one way are both gone for the other place."""
    assert choose([[way(-50, 1, 2)], [way(-40, 2), way(-5, 3)]]) == [way(-50, 1, 2), way(-5, 3)]


def test_a_place_without_ways_stays_open() -> None:
    assert choose([[], [way(-5, 1)]]) == [None, way(-5, 1)]
    assert choose([]) == []


def test_a_way_that_costs_is_not_taken() -> None:
    assert choose([[way(5, 1)]]) == [None]


def test_what_must_hold_goes_before_what_costs() -> None:
    """A way that mends a hard constraint is taken at any price."""
    assert choose([[way(-90, 1), way(500, 2, mends=1)]]) == [way(500, 2, mends=1)]


@pytest.mark.parametrize("seed", range(40))
def test_it_is_as_good_as_trying_everything(seed: int) -> None:
    """Up to four places, four ways each, among five workers."""
    rng = np.random.default_rng(seed)
    ways = [
        [
            way(
                int(rng.integers(-50, 10)),
                *rng.choice(5, int(rng.integers(1, 3)), replace=False).tolist(),
                mends=int(rng.random() < 0.2),
            )
            for _ in range(rng.integers(0, 5))
        ]
        for _ in range(rng.integers(1, 5))
    ]
    assert worth(choose(ways)) == best_by_trying_all(ways)
