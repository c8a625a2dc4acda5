"""Ways to fill a place on days small enough to try every way: none is missed, none is made up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.replanning import Locks, Option, options
from unit.planning.replanning.one_day import CHANGED, KINDS, NAMES, Cells, one_day, with_moves

SEEDS = range(40)
ALL = 1000
"""More ways than there can be."""
Ways = dict[frozenset[tuple[str, str]], int]
"""Who stands where, and what that costs more than the roster of now."""


def chains(
    problem: Problem, cells: Cells, kinds: str, moves: int, free: set[str]
) -> Iterator[Cells]:
    """Every way to get one more on the last kind: somebody free, or who is followed in turn."""
    kind = kinds[-1]
    for worker in problem.workers:
        now = cells.get((worker.id, 0), ("", ""))[0]
        if worker.id not in free or kind not in (worker.kinds or ()) or (now and now in kinds):
            continue
        after = {**cells, (worker.id, 0): (kind, "")}
        if not now:
            yield after
        elif moves:
            if sum(slot == (now, "") for slot in cells.values()) > 1:
                yield after  # enough are left where this one goes away
            yield from chains(problem, after, kinds + now, moves - 1, free - {worker.id})


def tried(problem: Problem, roster: Roster, kind: str, moves: int, free: set[str]) -> Ways:
    """All ways that break nothing, with what the judge says of each."""
    before = judge(problem, roster).objective
    found: Ways = {}
    for cells in chains(problem, roster.cells(problem), kind, moves, free):
        score = judge(problem, Roster.from_cells(problem, cells))
        if score.is_feasible:
            found[standing(cells)] = score.objective - before
    return found


def standing(cells: Cells) -> frozenset[tuple[str, str]]:
    """Who stands where."""
    return frozenset((who, slot[0]) for (who, _), slot in cells.items())


def told(problem: Problem, roster: Roster, found: tuple[Option, ...]) -> Ways:
    """The same of the options that were given."""
    return {
        standing(with_moves(problem, roster, one.moves).cells(problem)): one.cost for one in found
    }


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("moves", [0, 1, 2])
def test_options_are_all_ways_there_are(seed: int, moves: int) -> None:
    """With nobody, one or two people following: the same ways at the same cost."""
    problem, roster = one_day(seed)
    for kind in KINDS:
        found = options(problem, roster, (0, kind.id, ""), moves=moves, count=ALL)
        assert told(problem, roster, found) == tried(problem, roster, kind.id, moves, set(NAMES))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_option_is_the_cheapest_way_of_all(seed: int) -> None:
    """The list goes up in cost, whether many are asked for or one."""
    problem, roster = one_day(seed)
    for kind in KINDS:
        ways = tried(problem, roster, kind.id, 2, set(NAMES))
        for count in (1, 3, ALL):
            found = options(problem, roster, (0, kind.id, ""), count=count)
            assert [one.cost for one in found] == sorted(ways.values())[:count]


@pytest.mark.parametrize("seed", SEEDS)
def test_options_around_locks_are_all_ways_without_those_people(seed: int) -> None:
    """Whether a person, a day of hers or the whole day is locked."""
    problem, roster = one_day(seed)
    rest = set(NAMES) - {"anna"}
    for locks in (Locks(workers=frozenset({"anna"})), Locks(cells=frozenset({("anna", 0)}))):
        found = options(problem, roster, (0, "A", ""), locks=locks, count=ALL)
        assert told(problem, roster, found) == tried(problem, roster, "A", 2, rest)
    assert options(problem, roster, (0, "A", ""), locks=Locks(days=frozenset({0}))) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_move_of_an_option_is_paid_for_as_a_change(seed: int) -> None:
    """Each moved day of each worker disturbs one person once, at the price of a change."""
    problem, roster = one_day(seed)
    for option in options(problem, roster, (0, "B", ""), count=ALL):
        score = judge(problem, with_moves(problem, roster, option.moves))
        assert score.by_constraint["changes.published"] == CHANGED * len(option.moves)
        assert len(option.workers) == len(option.moves)


def test_leaving_a_place_with_too_many_counts_as_a_saving() -> None:
    """Dearer by herself than who is free, but cheaper for the roster: she comes first."""
    problem, _ = one_day(0)
    may = frozenset("AB")
    workers = tuple(
        replace(worker, kinds=may, kind_cost={"A": price}, published=())
        for worker, price in zip(problem.workers, (0, 25, 90, 90), strict=True)
    )
    problem = replace(problem, workers=workers)
    cells = {("bob", 0): ("B", ""), ("carl", 0): ("B", "")}
    found = options(problem, Roster.from_cells(problem, cells), (0, "A", ""), count=1)
    assert [(one.workers, one.cost) for one in found] == [(("bob",), 25 - 30 - 100)]


def test_somebody_fixed_is_no_option() -> None:
    """Fixed on another shift, or on a day off: nobody asks again."""
    problem, _ = one_day(0)
    both = frozenset("AB")
    fixed = ({0: ("B", "")}, {0: ("", "")}, {}, {})
    workers = tuple(
        replace(worker, kinds=both, fixed=slot, published=())
        for worker, slot in zip(problem.workers, fixed, strict=True)
    )
    problem = replace(problem, workers=workers)
    roster = Roster.from_cells(problem, {("anna", 0): ("B", "")})
    found = options(problem, roster, (0, "A", ""), count=ALL)
    assert {one.workers for one in found} == {("carl",), ("dora",)}


def test_two_who_change_places_fill_neither() -> None:
    """Too many on a place is no reason to send one of them where its taker came from."""
    problem, _ = one_day(0)
    may = ("AB", "A", "AB", "")
    workers = tuple(
        replace(worker, kinds=frozenset(kinds), kind_cost={}, published=())
        for worker, kinds in zip(problem.workers, may, strict=True)
    )
    problem = replace(problem, workers=workers)
    cells = {("anna", 0): ("B", ""), ("bob", 0): ("A", ""), ("carl", 0): ("A", "")}
    roster = Roster.from_cells(problem, cells)
    assert options(problem, roster, (0, "A", ""), count=ALL) == ()
