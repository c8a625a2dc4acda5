"""Small regions for tests: drawn ones, and one drawn by hand."""

from flexpool.planning import Demand, Kind, Limit, Problem, Worker
from flexpool.planning.problem import Contract
from flexpool.planning.regions.generator import Recipe, generate

RULES = Contract("rules", assignments=Limit(maximum=4, minimum=2, under_weight=3))


def drawn(workers: int = 40, seed: int = 1, days: int = 14) -> Problem:
    """A drawn region of a few places."""
    return generate(Recipe(workers, days=days, per_place=12, per_organisation=20), seed)


def two_places(shared: int = 1, days: int = 7) -> Problem:
    """Two places with one kind each and two workers each; some of the first also at the second."""
    kinds = tuple(
        Kind(f"day {place}", 480, 480, 960, organisation=place, place=place) for place in "AB"
    )
    staff = [("A", number < shared) for number in range(2)] + [("B", False)] * 2
    workers = tuple(
        Worker(
            f"{home}{number}",
            RULES,
            kinds=frozenset({"day A", "day B"} if both else {f"day {home}"}),
            kind_cost={"day B": 2} if both else {},
        )
        for number, (home, both) in enumerate(staff)
    )
    demands = tuple(
        Demand(day, kind.id, optimum=1 + (kind.place == "B"), under_weight=50, over_weight=1)
        for day in range(days)
        for kind in kinds
    )
    return Problem("two places", days, kinds, workers, demands, only_demanded=True)
