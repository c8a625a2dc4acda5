"""Pricing some days in a row against every roster there is, and against the tables of all days."""

from __future__ import annotations

import numpy as np
import pytest

from column_wards import ABLE, duals, every, real_prices, ward
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Part
from flexpool.planning.solvers.column_generation.pricing.window import span_of


@pytest.mark.parametrize("seed", ABLE)
def test_the_least_of_some_days_is_that_of_every_roster_that_holds_the_rest(seed: int) -> None:
    """Each pair of first and last day, wherever runs, weekends and history are cut."""
    problem, at = ward(seed), duals(ward(seed), seed)
    chance, everybody = np.random.default_rng(seed), np.ones(3, dtype=bool)
    wholes = [every(problem, worker) for worker in range(3)]
    chosen = [int(chance.choice(np.flatnonzero(np.isfinite(one.price)))) for one in wholes]
    held = np.array([one.cells[place] for one, place in zip(wholes, chosen, strict=True)])
    prices = np.array([one.price[place] for one, place in zip(wholes, chosen, strict=True)])
    columns = Columns(problem)
    for first in range(problem.days):
        for last in range(first, problem.days):
            open_days = np.zeros(problem.days, dtype=bool)
            open_days[first : last + 1] = True
            found = columns.price(at, 9, Part(everybody, held, open_days, prices))
            for worker, whole in enumerate(wholes):
                same = (whole.cells == held[worker])[:, ~open_days].all(axis=1)
                assert found.least[worker] == pytest.approx(whole.only(same).least(at))
            assert (found.cells == held[found.workers])[:, ~open_days].all()
            real_prices(problem, found, at)


@pytest.mark.parametrize("seed", ABLE[:5])
def test_fewer_workers_of_a_part_are_priced_as_if_they_were_the_part(seed: int) -> None:
    """Days in a row, days that split a weekend, and all days; one of three, and two of three."""
    problem, at = ward(seed), duals(ward(seed), seed)
    wholes = [every(problem, worker) for worker in range(3)]
    best = [int(one.price.argmin()) for one in wholes]
    held = np.array([one.cells[place] for one, place in zip(wholes, best, strict=True)])
    prices = np.array([one.price[place] for one, place in zip(wholes, best, strict=True)])
    columns, everybody = Columns(problem), np.ones(3, dtype=bool)
    for first, last in ((0, problem.days), (1, 4), (2, problem.days - 1), (0, 1)):
        open_days = np.zeros(problem.days, dtype=bool)
        open_days[first:last] = True
        wide = Part(everybody, held, open_days, prices)
        pair = wide.only(np.array([True, False, True]))
        for fewer in (pair, pair.only(np.array([False, False, True]))):
            alone = columns.price(at, 3, Part(fewer.workers, held, open_days, prices))
            found = columns.price(at, 3, fewer)
            assert found.least == pytest.approx(alone.least)
            assert found.workers.tolist() == alone.workers.tolist()
            assert found.prices == pytest.approx(alone.prices)
            assert np.isin(found.workers, np.flatnonzero(fewer.workers)).all()


def test_days_that_split_a_weekend_at_their_end_are_left_to_the_tables_of_all_days() -> None:
    problem = ward(ABLE[0])
    pricing = Columns(problem).pricings[0]
    for first in range(problem.days):
        for last in range(first, problem.days):
            open_days = np.zeros(problem.days, dtype=bool)
            open_days[first : last + 1] = True
            is_saturday = pricing.weekday(last) == 5 and last + 1 < problem.days
            span = span_of(pricing, open_days)
            assert span == (None if is_saturday else range(first, last + 1))
    assert span_of(pricing, np.zeros(problem.days, dtype=bool)) is None
