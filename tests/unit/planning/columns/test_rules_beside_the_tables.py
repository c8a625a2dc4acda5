"""Rules that the tables of the pricing leave out: what is said of a row is true, none is missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import numpy as np
import pytest

from flexpool.planning import (
    Contract,
    Demand,
    FreeWeekends,
    History,
    Kind,
    Limit,
    MaxRuntime,
    Problem,
    Worker,
)
from flexpool.planning.problem import OFF
from flexpool.planning.scoring import Referee, judge_worker
from flexpool.planning.solvers.column_generation.beside import columns as branching
from flexpool.planning.solvers.column_generation.beside.columns import RuledColumns, columns_of
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals
from flexpool.planning.solvers.column_generation.pricing.window import Part
from flexpool.planning.solvers.column_generation.root import Root
from flexpool.planning.solvers.column_generation.search import Search

THURSDAY, WEEKDAY, DAYS = date(2026, 10, 29), 3, 6
EARLY = Kind("E", 480, 420, 900)
NIGHT = Kind("N", 540, 1380, 1920, is_night=True, unsocial_minutes=420)
SHORT = Kind("S", 240, 480, 720)
WEIGHTS = (None, 2, 7)
RULES = ("week_minutes", "week_days", "month_minutes", "night_run", "rest_after_nights",
         "free_weekends", "assignments", "per_kind", "unsocial")  # fmt: skip
SEEDS = range(24)


def limit(chance: np.random.Generator, most: int, unit: int = 1) -> Limit:
    """Any limit, hard or at a price."""
    low, high = sorted(int(one) for one in chance.integers(0, most + 1, 2))
    under, over = (WEIGHTS[chance.integers(3)] for _ in range(2))
    return Limit(low * unit if chance.random() < 0.5 else None, high * unit, under, over)


def one_of(name: str, chance: np.random.Generator) -> Any:
    """Draw a rule of a contract."""
    if name == "rest_after_nights":
        return int(chance.integers(1, 4)), 2760
    if name == "free_weekends":
        return FreeWeekends(1, int(chance.integers(1, 3)), WEIGHTS[chance.integers(3)])
    if name == "per_kind":
        return {"N": Limit(1, int(chance.integers(1, 5)), *chance.choice(np.array(WEIGHTS), 2))}
    if name == "night_run":
        return Limit(maximum=int(chance.integers(1, 4)), over_weight=WEIGHTS[chance.integers(3)])
    if name in ("week_days", "assignments"):
        return limit(chance, 5)
    return limit(chance, 10, 240)


def ward(seed: int, staff: int = 1) -> Problem:
    """Six days around a weekend and the end of a month; three rules each, and a past."""
    chance = np.random.default_rng(seed)
    kinds = (EARLY, NIGHT) if seed % 2 else (SHORT, NIGHT)
    workers = []
    for number in range(staff):
        asked = {name: one_of(name, chance) for name in chance.choice(RULES, 3, replace=False)}
        unsocial, nights = asked.pop("unsocial", None), int(chance.integers(0, 3))
        past = History(
            kind="N" if nights else "", kind_run=nights, work_run=nights, nights=nights,
            off_run=0 if nights else 2, week_minutes=480, week_days=1, month_minutes=960,
            assignments=1, unsocial_minutes=300, recent_weekends=(bool(seed % 3), True),
        )  # fmt: skip
        contract = Contract("own", minutes=Limit(maximum=2400, over_weight=1), **asked)
        workers.append(Worker(f"w{number}", contract, history=past, unsocial=unsocial))
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=int(chance.integers(20, 900)))
        for day in range(DAYS)
        for kind in kinds
    )
    return Problem("beside", DAYS, kinds, tuple(workers), demands, WEEKDAY, THURSDAY)


def at(problem: Problem, seed: int) -> Duals:
    """Prices at which most work is worth something."""
    chance, shape = np.random.default_rng(seed), (problem.days, len(problem.tables.slots))
    cover = chance.integers(-100, 900, shape).astype(float)
    return Duals(cover, np.zeros((len(problem.workers), shape[1])))


def costs_of_all(problem: Problem, duals: Duals, held: dict[int, int] | None = None) -> list[float]:
    """Give the price of every row that breaks nothing, as the judge says."""
    found = []
    for row in product(range(-1, len(problem.tables.slots)), repeat=problem.days):
        score = judge_worker(problem, 0, list(row))
        if score.is_feasible and all(row[day] == slot for day, slot in (held or {}).items()):
            paid = sum(duals.cover[day, slot] for day, slot in enumerate(row) if slot != OFF)
            found.append(score.objective - paid)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_row_is_the_cheapest_by_all_rules(seed: int) -> None:
    problem = ward(seed)
    duals = at(problem, seed)
    best = min(costs_of_all(problem, duals), default=np.inf)
    found = columns_of(problem).price(duals, 2)
    assert found.prices.min(initial=np.inf) == pytest.approx(best)
    assert found.least[0] == pytest.approx(best) or not len(found.prices)
    for cells, price in zip(found.cells, found.prices, strict=True):
        score = judge_worker(problem, 0, cells.tolist())
        paid = sum(duals.cover[day, slot] for day, slot in enumerate(cells) if slot != OFF)
        assert score.is_feasible
        assert price == pytest.approx(score.objective - paid)


@pytest.mark.parametrize("steps", [0, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_cut_short_never_claims_more_than_there_is(
    seed: int, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even at prices of one's own from a pricing before."""
    monkeypatch.setattr(branching, "STEPS", steps)
    monkeypatch.setattr(branching, "MOST_BRANCHED", 1)
    monkeypatch.setattr(branching, "MOST_TIMES", 1)
    problem = ward(seed)
    columns = columns_of(problem)
    for later in range(3):
        duals = at(problem, seed + later)
        best = min(costs_of_all(problem, duals), default=np.inf)
        assert columns.price(duals, 1).least[0] <= best + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_in_a_window_other_days_stay_as_they_are(seed: int) -> None:
    """And count: hours of the week, nights before it, the weekend after."""
    problem, open_days = ward(seed), np.zeros(DAYS, dtype=bool)
    open_days[1:4] = True
    duals = at(problem, seed)
    whole = columns_of(problem).price(at(problem, seed + 7), 1)
    if not len(whole.cells):
        pytest.skip("nobody can keep this contract")
    cells = whole.cells[[int(whole.prices.argmin())]]
    price = float(judge_worker(problem, 0, cells[0].tolist()).objective)
    held = {day: int(cells[0, day]) for day in range(DAYS) if not open_days[day]}
    best = min(costs_of_all(problem, duals, held))
    part = Part(np.array([True]), cells, open_days, np.array([price]))
    found = columns_of(problem).price(duals, 1, part)
    assert found.prices.min() == pytest.approx(best)
    assert found.least[0] == pytest.approx(best)


def test_prices_of_ones_own_raise_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three shifts a week at most, where each day is worth the same: to pay for two is wrong."""
    contract = Contract("few", week_days=Limit(maximum=3))
    demands = tuple(Demand(day, "E", optimum=1, under_weight=100) for day in range(28))
    problem = Problem("weeks", 28, (EARLY,), (Worker("w", contract),), demands)
    duals, least = Duals(np.full((28, 1), 100.0), np.zeros((1, 1))), []
    for steps in (0, 3):
        monkeypatch.setattr(branching, "STEPS", steps)
        columns = columns_of(problem)
        found = [columns.price(duals, 1) for _ in range(4)][-1]
        least.append(found.least[0])
    assert least[1] == pytest.approx(-1200, abs=1)
    assert least[0] < -1500
    assert found.prices.min() == pytest.approx(-1200)


def test_rules_that_count_the_same_on_the_same_days_all_hold() -> None:
    """A week that is all that is planned, in one month, of a kind that is named like an amount."""
    kinds = (Kind("minutes", 480, 420, 900), Kind("S", 240, 480, 720))
    contract = Contract(
        "own", minutes=Limit(maximum=9000), week_minutes=Limit(maximum=480, over_weight=1),
        month_minutes=Limit(maximum=960, over_weight=2), week_days=Limit(maximum=3, over_weight=50),
        assignments=Limit(maximum=4, over_weight=70), per_kind={"minutes": Limit(1, 1, 9, 30)},
    )  # fmt: skip
    workers = (Worker("w", contract, unsocial=Limit(maximum=0, over_weight=3)),)
    problem = Problem("week", 7, kinds, workers, (), 0, date(2026, 11, 2))
    rules, cells = columns_of(problem).pricings[0], np.array([[0, 0, 0, 1, 1, 1, -1]], np.int32)
    assert rules.beside is not None
    told = judge_worker(problem, 0, cells[0].tolist())
    assert rules.beside(np.array([0]), cells)[0] == told.objective > 0


def full_month() -> Problem:
    """Four weeks of all that a care contract asks for, where every day and night is wanted."""
    contract = Contract(
        "care", work_run=Limit(maximum=5), week_days=Limit(maximum=4), night_run=Limit(maximum=3),
        rest_after_nights=(3, 2760), free_weekends=FreeWeekends(1, 2),
        assignments=Limit(minimum=10),
    )  # fmt: skip
    demands = tuple(
        Demand(day, kind, optimum=1, under_weight=900) for day in range(28) for kind in "EN"
    )
    return Problem("month", 28, (EARLY, NIGHT), (Worker("w", contract),), demands)


def test_in_haste_somebody_who_breaks_much_at_first_gets_a_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By a way out of all at once; branching on one after the other takes far more."""
    problem = full_month()
    duals = Duals(np.tile([700.0, 900.0], (28, 1)), np.zeros((1, 2)))
    found = columns_of(problem).price(duals, 1, thorough=False)
    assert len(found.cells)
    assert all(judge_worker(problem, 0, row.tolist()).is_feasible for row in found.cells)
    assert found.least[0] <= found.prices.min() <= -700 * 10
    monkeypatch.setattr(branching, "MOST_MENDED", 0)
    assert not len(columns_of(problem).price(duals, 1, thorough=False).cells)


def test_the_root_has_a_bound_of_the_tables_alone_first() -> None:
    """It holds for the whole problem; its prices are not those of the whole, so none are told."""
    problem = full_month()
    referee = Referee(problem, MaxRuntime(60))
    root = Root(referee, columns_of(problem), 3000.0, 1.0)
    root.begin(None)
    root.relax(lambda: False, 1.0)
    assert referee.bound == pytest.approx(root.reached.bound)
    assert referee.bound > 0
    assert referee.prices is None
    relaxed = referee.bound
    root.grow(lambda: False, 1.0)
    assert relaxed <= referee.bound <= root.master.objective + 1e-6
    plain = Root(referee, Columns(problem), 3000.0, 1.0)
    plain.relax(lambda: False, 1.0)
    assert plain.reached.at is None


@pytest.mark.parametrize(
    ("rule", "grain"),
    [
        ({"week_minutes": Limit(0, 960, 30, 20)}, 10.0),
        ({"week_minutes": Limit(0, 960, None, 7)}, 1.0),
        ({"night_run": Limit(maximum=1, over_weight=15)}, 5.0),
        ({"free_weekends": FreeWeekends(1, 2, 4)}, 2.0),
        ({"free_weekends": FreeWeekends(1, 2)}, 10.0),
    ],
)
def test_costs_go_in_a_unit_that_the_prices_of_these_rules_allow(rule: Any, grain: float) -> None:
    """A bound rounds up to a multiple of it: by the tables alone it would be one of ten."""
    demands = tuple(Demand(day, "N", optimum=1, under_weight=70) for day in range(7))
    workers = (Worker("w", Contract("own", **rule)),)
    problem = Problem("tens", 7, (NIGHT,), workers, demands)
    assert Search(Referee(problem, MaxRuntime(5)), 1).grain == grain


def test_what_has_no_such_rule_is_priced_by_the_tables_alone() -> None:
    plain = replace(ward(1), workers=(Worker("w"),))
    assert type(columns_of(plain)) is Columns
    assert isinstance(columns_of(ward(1)), RuledColumns)
