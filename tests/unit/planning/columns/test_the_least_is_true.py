"""Pricing against every roster there is: the cheapest it gives is the cheapest there is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from column_wards import ABLE, duals, every, real_prices, ward
from flexpool.planning.problem import Contract, History, Kind, Limit, Problem, Worker
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Columns,
    Duals,
    Part,
)


@pytest.mark.parametrize("seed", range(45))
def test_the_least_is_that_of_every_roster(seed: int) -> None:
    """Infinite where nobody can keep the contract."""
    problem = ward(seed)
    columns = Columns(problem)
    wholes = [every(problem, worker) for worker in range(3)]
    for number in range(4):
        at = duals(problem, 10 * seed + number)
        found = columns.price(at, 5)
        assert found.least == pytest.approx([one.least(at) for one in wholes])
        real_prices(problem, found, at)


@pytest.mark.parametrize("seed", ABLE)
def test_days_that_are_held_stay_as_they_are(seed: int) -> None:
    """Each worker holds a roster of their own; the open days are the best around it."""
    problem = ward(seed)
    wholes = [every(problem, worker) for worker in range(3)]
    chance = np.random.default_rng(seed)
    held = np.array(
        [one.cells[chance.choice(np.flatnonzero(np.isfinite(one.price)))] for one in wholes]
    )
    open_days = chance.random(problem.days) < 0.5
    wanted = np.array([True, False, True])
    at = duals(problem, seed)
    priced = Columns(problem).price(at, 9, Part(wanted, held, open_days))
    assert set(priced.workers.tolist()) == {0, 2}
    assert np.isinf(priced.least[1])
    for worker in (0, 2):
        same = (wholes[worker].cells == held[worker])[:, ~open_days].all(axis=1)
        assert priced.least[worker] == pytest.approx(wholes[worker].only(same).least(at))
    assert (priced.cells == held[priced.workers])[:, ~open_days].all()
    real_prices(problem, priced, at)


@pytest.mark.parametrize("seed", range(200, 215))
def test_after_a_part_the_whole_is_priced_as_before(seed: int) -> None:
    """Layers are written in again; nothing of the last part may stay behind in them."""
    problem = ward(seed)
    columns, at = Columns(problem), duals(problem, seed)
    before = columns.price(at, 4)
    held = np.full((len(problem.workers), problem.days), -1, dtype=np.int32)
    for wanted in ([True, True, False], [False, True, False], [True, True, True]):
        only_first = np.arange(problem.days) < 2
        columns.price(duals(problem, seed + 1), 4, Part(np.array(wanted), held, only_first))
    after = columns.price(at, 4)
    assert after.least.tolist() == before.least.tolist()
    assert after.cells.tolist() == before.cells.tolist()


@pytest.mark.parametrize("seed", range(300, 310))
@pytest.mark.parametrize("scale", [1.0, 317.77])
def test_what_rounding_can_add_up_to_covers_what_it_does(seed: int, scale: float) -> None:
    """Prices that are not whole, large and small; held against sums without rounding."""
    problem = ward(seed)
    drawn = duals(problem, seed)
    at = Duals(drawn.cover * scale + 1 / 3, drawn.capped)
    found = Columns(problem).price(at, 3)
    exact = [_exact_least(problem, worker, at) for worker in range(3)]
    assert [least == np.inf for least in found.least] == [one is None for one in exact]
    apart = [
        abs(Fraction(float(least)) - one)
        for least, one in zip(found.least, exact, strict=True)
        if one is not None
    ]
    assert sum(apart) <= found.doubt
    assert found.doubt < 1e-9 * max(1.0, np.abs(at.cover).sum())
    real_prices(problem, found, at)


def _exact_least(problem: Problem, worker: int, at: Duals) -> Fraction | None:
    """The least of every roster in fractions."""
    one = every(problem, worker)
    price = at.cover + at.capped[worker]
    return min(
        (
            Fraction(float(own)) - sum(Fraction(float(price[d, s])) for d, s in _worked(cells))
            for cells, own in zip(one.cells, one.price, strict=True)
            if np.isfinite(own)
        ),
        default=None,
    )


def _worked(cells: np.ndarray) -> list[tuple[int, int]]:
    return [(day, slot) for day, slot in enumerate(cells.tolist()) if slot >= 0]


@pytest.mark.parametrize("seed", range(400, 412))
def test_without_tracking_only_the_maximum_of_a_kind_is_forgotten(seed: int) -> None:
    problem, at = ward(seed), duals(ward(seed), seed)
    bare = tuple(
        replace(one, contract=replace(one.contract, per_kind={})) for one in problem.workers
    )
    loose = Columns(problem, tracks=False).price(at, 1).least
    assert loose.tolist() == Columns(replace(problem, workers=bare)).price(at, 1).least.tolist()
    assert (loose <= Columns(problem).price(at, 1).least + 1e-9).all()


@pytest.mark.parametrize("before", [0, 8, 10, 11])
@pytest.mark.parametrize("most", [10, 12])
def test_long_runs_on_a_kind_are_priced_though_not_told_apart(before: int, most: int) -> None:
    """The tables leave the maximum out: the least is never above, the roster's price is right."""
    rules = Contract(kind_run={"E": Limit(2, most, 7, 9)}, work_run=Limit(maximum=30))
    past = History("E", before, before) if before else History(off_run=2)
    kinds = (Kind("E", 480), Kind("L", 480))
    problem = Problem("long", 6, kinds, (Worker("w", rules, history=past),), ())
    at = Duals(np.full((6, 2), [8.0, 3.0]), np.zeros((1, 2)))
    found, whole = Columns(problem).price(at, 12), every(problem, 0)
    assert found.least[0] <= whole.least(at) + 1e-9
    assert before + problem.days > most or found.least[0] == pytest.approx(whole.least(at))
    real_prices(problem, found, at)


def test_a_day_beyond_a_long_maximum_costs_its_weight_once() -> None:
    """Thirteen days on a kind of which ten are free: three times the weight."""
    rules = Contract(kind_run={"E": Limit(maximum=10, over_weight=5)})
    problem = Problem("long", 13, (Kind("E", 480),), (Worker("w", rules),), ())
    at = Duals(np.full((13, 1), 100.0), np.zeros((1, 1)))
    found = Columns(problem).price(at, 1)
    assert found.cells.tolist() == [[0] * 13]
    assert found.least.tolist() == [-1300.0]
    assert found.prices.tolist() == [-1285.0]


def nine_days(first_weekday: int) -> Problem:
    """Nine days, of which two to four are free, and none or one weekend; more has a price."""
    rules = [
        Contract(
            assignments=Limit(1, 2 + number, 3, 4 + number),
            weekends=Limit(maximum=number % 2, over_weight=7),
            work_run=Limit(2, 4, 5, 6),
        )
        for number in range(3)
    ]
    people = tuple(Worker(f"w{number}", one) for number, one in enumerate(rules))
    return Problem("nine", 9, (Kind("E", 480),), people, (), first_weekday=first_weekday)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_tables_end_at_the_first_total_beyond_which_all_cost_the_same(
    seed: int, first_weekday: int
) -> None:
    """The least is that of every roster, of all days and of some around the rest."""
    problem, chance = nine_days(first_weekday), np.random.default_rng(seed)
    columns = Columns(problem)
    assert {pricing.group.most_units for pricing in columns.pricings} <= {3, 4}
    assert {pricing.group.most_weekends for pricing in columns.pricings} == {1}
    at = Duals(chance.integers(0, 9, (9, 1)) * 1.0, np.zeros((3, 1)))
    wholes = [every(problem, worker) for worker in range(3)]
    found = columns.price(at, 9)
    assert found.least == pytest.approx([one.least(at) for one in wholes])
    real_prices(problem, found, at)
    places = [int(chance.integers(len(one.cells))) for one in wholes]
    held = np.array([one.cells[place] for one, place in zip(wholes, places, strict=True)])
    prices = np.array([one.price[place] for one, place in zip(wholes, places, strict=True)])
    open_days = np.arange(9) < chance.integers(3, 9)
    part = columns.price(at, 9, Part(np.ones(3, dtype=bool), held, open_days, prices))
    for worker, whole in enumerate(wholes):
        same = (whole.cells == held[worker])[:, ~open_days].all(axis=1)
        assert part.least[worker] == pytest.approx(whole.only(same).least(at))
    real_prices(problem, part, at)
