"""Column generation within the working-time law: what it learns is true, and it misses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pytest

from flexpool.planning import (
    Demand,
    Kind,
    MaxRuntime,
    Params,
    Problem,
    Roster,
    Worker,
    judge,
    solve,
)
from flexpool.planning.constraints.constraint import Row
from flexpool.planning.constraints.lawful import shift_on
from flexpool.planning.problem import OFF, Contract, Limit
from flexpool.planning.scoring import Referee, judge_worker
from flexpool.planning.scoring.unlawful import Law, times_of
from flexpool.planning.solvers.column_generation.beside import columns as branching
from flexpool.planning.solvers.column_generation.beside.columns import RuledColumns, columns_of
from flexpool.planning.solvers.column_generation.law.lawyer import Lawyer
from flexpool.planning.solvers.column_generation.law.patterns import NOTHING, Patterns
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals
from flexpool.planning.solvers.column_generation.pricing.window import Part
from flexpool.planning.solvers.column_generation.root import Root
from flexpool.planning.solvers.cpsat import law as modelled
from flexpool.planning.solvers.cpsat.variables import Variables
from small_wards import best_of_all

MONDAY = date(2026, 11, 2)
EARLY = Kind("early", 450, 420, 900, break_minutes=30)
NIGHT = Kind("night", 450, 1380, 1860, break_minutes=30, is_night=True)
LATE = Kind("late", 450, 900, 1380, break_minutes=30)
SEEDS = range(6)


def ward(seed: int, days: int = 7, staff: int = 1, past: bool = False) -> Problem:
    """Two kinds a day, each worth something; nights and what may not follow them."""
    chance = np.random.default_rng(seed)
    kinds = ((EARLY, NIGHT), (LATE, NIGHT))[seed % 2]
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=int(chance.integers(1, 10)), maximum=staff)
        for day in range(days)
        for kind in kinds
    )
    empty = Problem("past", 1, kinds, (Worker("w"),), (), first_date=MONDAY, lawful=True)
    nights = tuple(shift_on(empty, -day, 1) for day in (3, 2, 1)) if past else ()
    workers = tuple(Worker(f"w{number}", locked=nights) for number in range(staff))
    return Problem("law", days, kinds, workers, demands, first_date=MONDAY, lawful=True)


def at(problem: Problem, seed: int) -> Duals:
    """Prices at which work is worth something on most days."""
    chance = np.random.default_rng(seed)
    cover = chance.integers(-2, 10, (problem.days, len(problem.tables.slots))).astype(float)
    return Duals(cover, np.zeros((len(problem.workers), len(problem.tables.slots))))


def cheapest_lawful(problem: Problem, duals: Duals, held: dict[int, int]) -> float:
    """Give the price of the cheapest row that breaks nothing, of all there are."""
    best = np.inf
    for row in product(range(-1, len(problem.tables.slots)), repeat=problem.days):
        if any(row[day] != slot for day, slot in held.items()):
            continue
        paid = sum(duals.cover[day, slot] for day, slot in enumerate(row) if slot != OFF)
        score = judge_worker(problem, 0, list(row))
        if score.objective - paid < best and score.is_feasible:
            best = score.objective - paid
    return best


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many branches it takes: how often is tried in a round is for speed only."""
    monkeypatch.setattr(branching, "MOST_BRANCHED", 1000)


def asked_until_allowed(columns: Columns, duals: Duals, only: Part | None = None) -> float:
    """Price, and ask after the cheapest row, until it is allowed; give its price."""
    for _ in range(200):
        found = columns.price(duals, 1, only)
        assert len(found.workers), "no row at all"
        first = int(found.prices.argmin())
        if columns.allows(found.workers[[first]], found.cells[[first]]).all():
            assert found.least[0] == pytest.approx(found.prices[first])
            return float(found.prices[first])
    raise AssertionError("never allowed")


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_row_is_the_cheapest_lawful_one(seed: int, past: bool) -> None:
    """Also where nights that go on make lawful what fewer nights are not."""
    problem = ward(seed, past=past)
    duals = at(problem, seed)
    best = cheapest_lawful(problem, duals, {})
    assert asked_until_allowed(columns_of(problem), duals) == pytest.approx(best)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_search_that_is_cut_short_never_claims_more_than_there_is(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = ward(seed, past=True)
    duals, columns = at(problem, seed), columns_of(problem)
    asked_until_allowed(columns, duals)
    monkeypatch.setattr(branching, "MOST_BRANCHED", 1)
    monkeypatch.setattr(branching, "MOST_TIMES", 1)
    found = columns.price(duals, 1)
    assert found.least[0] <= cheapest_lawful(problem, duals, {}) + 1e-6
    assert isinstance(columns, RuledColumns)
    assert not columns.rules.are_seen(found.workers, found.cells).any()


@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_window_other_days_stay_as_they_are(seed: int) -> None:
    problem = ward(seed)
    duals = at(problem, seed)
    open_days = np.zeros(7, dtype=bool)
    open_days[2:6] = True
    cells = np.full((1, 7), OFF, dtype=np.int32)
    cells[0, 1] = 1
    price = float(judge_worker(problem, 0, cells[0].tolist()).objective)
    part = Part(np.array([True]), cells, open_days, np.array([price]))
    held = {day: int(cells[0, day]) for day in range(7) if not open_days[day]}
    best = cheapest_lawful(problem, duals, held)
    assert asked_until_allowed(columns_of(problem), duals, part) == pytest.approx(best)


@pytest.mark.parametrize("past", [False, True])
def test_what_is_learnt_holds_no_lawful_row(past: bool) -> None:
    """Of rows by chance those that break the law are learnt from, and no lawful one is refused."""
    problem = ward(1, days=28, past=past)
    lawyer, law, chance = Lawyer(problem), Law(problem), np.random.default_rng(1)
    refused = lawful = 0
    for number in range(400):
        row = chance.choice([OFF, OFF, 0, 1], 28).astype(np.int32)
        if number % 2:  # some days in a row each time, as people work
            row = np.repeat(chance.choice([OFF, 0, 1], 10), 3)[:28].astype(np.int32)
        is_unlawful = bool(law.breaches(0, row.tolist()))
        if lawyer.seen(0, row) is not None:
            assert is_unlawful, row
        assert lawyer.allows(0, row) != is_unlawful
        assert (lawyer.seen(0, row) is not None) == is_unlawful
        refused, lawful = refused + is_unlawful, lawful + (not is_unlawful)
    assert refused > 50
    assert lawful > 50


def beside_one_who_works_elsewhere(seed: int) -> tuple[Problem, list[Row]]:
    """One works nowhere else; the other elsewhere on most days, much of it against the law."""
    alone, chance = ward(seed, days=14), np.random.default_rng(seed)
    drawn = [(day, int(chance.choice([0, 1])), chance.random()) for day in range(-10, 20)]
    elsewhere = tuple(shift_on(alone, day, kind) for day, kind, luck in drawn if luck < 0.85)
    problem = replace(alone, workers=(*alone.workers, Worker("busy", locked=elsewhere)))
    return problem, [chance.choice([OFF, OFF, 0, 1], 14).tolist() for _ in range(60)]


@pytest.mark.parametrize("seed", [3, 8])
def test_what_stands_already_is_looked_at_for_each_person(seed: int) -> None:
    """What others taught is no reason to refuse what the law allows beside that work."""
    problem, rows = beside_one_who_works_elsewhere(seed)
    lawyer, law = Lawyer(problem), Law(problem)
    for row in rows:
        lawyer.allows(0, np.array(row, dtype=np.int32))
    for row in rows:
        cells, is_unlawful = np.array(row, dtype=np.int32), bool(law.breaches(1, row))
        assert lawyer.seen(1, cells) is None or is_unlawful, row
        assert lawyer.allows(1, cells) != is_unlawful


@pytest.mark.parametrize("seed", [3, 8])
def test_cp_sat_forbids_nobody_what_the_law_allows_beside_their_work(seed: int) -> None:
    problem, rows = beside_one_who_works_elsewhere(seed)
    lawyer, law = modelled.Lawyer(Variables(problem)), Law(problem)
    for row in rows:
        lawyer.learn(0, row)
    slot_of = {times_of(problem, kind): kind for kind in range(2)}
    taught = [dict(pattern.worked) for worker, pattern in lawyer.known if worker == 1]
    assert taught
    for worked in taught:
        row = [slot_of[worked[day]] if day in worked else OFF for day in range(14)]
        assert law.breaches(1, row), row


def test_what_one_person_may_not_others_may_not_on_other_days() -> None:
    problem = ward(1, days=28, staff=2)
    lawyer = Lawyer(problem)
    row = np.full(28, OFF, dtype=np.int32)
    row[[3, 4, 5]], row[6] = 1, 0  # three nights, and late on the day they end
    assert not lawyer.allows(0, row)
    assert lawyer.seen(1, np.roll(row, 7)) is not None
    assert lawyer.seen(1, np.where(np.arange(28) == 6, OFF, row).astype(np.int32)) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_alone_it_finds_the_best_lawful_roster(seed: int) -> None:
    problem = ward(seed, days=5, staff=2, past=seed > 3)
    result = solve(problem, MaxRuntime(20), seed=1, params=Params(1, "column_generation"))
    best = best_of_all(problem)
    assert result.objective == best
    assert result.bound <= best


def test_a_ward_is_planned_within_the_law_by_columns_alone() -> None:
    """Nobody is told of it before: a bound, and a roster near it, of people who turn shifts."""
    contract = Contract("full", minutes=Limit(120 * 60, 152 * 60, 2, 5), work_run=Limit(maximum=5))
    kinds = (EARLY, LATE, NIGHT)
    demands = tuple(
        Demand(day, kind.id, optimum=2, under_weight=2000, over_weight=50)
        for day in range(28)
        for kind in kinds
    )
    workers = tuple(Worker(f"w{number}", contract) for number in range(9))
    problem = Problem("w", 28, kinds, workers, demands, 0, MONDAY, rest_minutes=660, lawful=True)
    result = solve(problem, MaxRuntime(40), seed=1, params=Params(1, "column_generation"))
    assert result.roster is not None
    assert judge(problem, result.roster).is_feasible
    assert result.objective is not None
    assert result.bound <= result.objective < result.bound + 2000, "a place is open"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_mix_at_the_root_holds_only_what_the_law_allows(seed: int) -> None:
    """And its bound is below the best lawful roster, at what it is without the law or above."""
    problem = ward(seed, staff=3, days=6)
    bounds = []
    for one in (replace(problem, lawful=False), problem):
        root = Root(Referee(one, MaxRuntime(60)), columns_of(one), 1e4, 1.0)
        root.begin(None)
        root.grow(lambda: False, np.inf)
        bounds.append(root.reached.bound)
    law, master = Law(problem), root.master
    mixed = np.flatnonzero(master.shares() > 1e-6)
    rows = zip(master.worker[mixed].tolist(), master.cells[mixed].tolist(), strict=True)
    assert not any(law.breaches(worker, row) for worker, row in rows)
    assert bounds[0] - 1e-6 <= bounds[1] <= master.objective + 1e-6


def test_a_pattern_is_held_only_while_its_days_are_free() -> None:
    patterns = Patterns()
    patterns.add({0: 1, 1: 1}, (2,))
    patterns.add({3: 0}, ())
    held = patterns.held(np.array([1, 1, OFF, OFF, OFF, NOTHING]))
    assert held is not None
    assert (held.worked, held.free) == ([0, 1], [2])
    assert patterns.held(np.array([1, 1, 1, OFF, OFF, NOTHING])) is None
    assert patterns.held(np.array([1, OFF, OFF, 1, OFF, NOTHING])) is None
    single = patterns.held(np.array([OFF, OFF, OFF, 0, OFF, NOTHING]))
    assert single is not None
    assert single.worked == [3]


def test_a_pattern_is_kept_once() -> None:
    patterns = Patterns()
    for _ in range(3):
        patterns.add({1: 1, 0: 1}, (2,))
        patterns.add({0: 1, 1: 1}, (2,))
    assert len(patterns) == 1


def test_without_the_law_nobody_is_asked() -> None:
    problem = replace(ward(0), lawful=False)
    columns = columns_of(problem)
    assert not isinstance(columns, RuledColumns)
    assert columns.allows(np.zeros(3, dtype=np.int64), np.zeros((3, 7), dtype=np.int32)).all()


def test_a_roster_with_a_breach_is_not_allowed() -> None:
    problem = ward(0, days=7)
    rows = Roster(np.array([[1, 0, 1, 0, 1, 0, 1]], dtype=np.int32))
    assert not judge(problem, rows).is_feasible
    assert not columns_of(problem).allows(np.array([0]), rows.grid).all()
