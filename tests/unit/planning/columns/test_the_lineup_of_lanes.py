"""The line-up: which solver begins, who follows in which lane, and what a breakdown costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from column_wards import fortnight
from flexpool.planning.problem import Worker
from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solve import lane, lineup
from flexpool.planning.solve.beside import SolverFailed
from flexpool.planning.stop import MaxRuntime


class Falls:
    """Stands in for solvers in processes: that of single days breaks down, the other ends."""

    def __init__(
        self, referee: Referee, module: str, seed: int, workers: int, share: float = 1.0
    ) -> None:
        self.module = module

    def start(self) -> None:
        """Do nothing."""

    def finish(self) -> None:
        """Break down, or not."""
        if self.module == f"{lineup.FOLDER}.cpsat":
            raise SolverFailed("out of memory")

    def close(self) -> None:
        """Do nothing."""


BY_COLUMNS = ("column_generation", "cpsat")


@pytest.mark.parametrize("workers", [1, 2, 3, 4])
@pytest.mark.parametrize("names", [BY_COLUMNS, BY_COLUMNS[::-1]])
def test_each_worker_has_a_lane_and_column_generation_is_in_all(
    names: tuple[str, ...], workers: int
) -> None:
    lanes = lineup._lanes(names, workers)
    assert len(lanes) == workers
    for one in lanes:
        modules = [name for name, _ in one]
        assert len(set(modules)) == len(modules)
        assert any(name.startswith("column_generation") for name in modules)
        assert "cpsat" in modules
        assert one[-1][1] == 1.0
    assert lanes[0][0][0] == names[0]
    thorough = sum(one[0][0] == "column_generation" for one in lanes)
    assert thorough >= (1 if workers > 1 or names[0] == "column_generation" else 0)


def test_who_begins_gets_a_share_and_who_follows_is_hasty() -> None:
    """One worker, cover that must hold: a first roster by days, then columns in haste."""
    begun = [("cpsat", lineup.BEGINNING), ("column_generation.ways.hasty", 1.0)]
    assert lineup._lanes(("cpsat", "column_generation"), 1) == [begun]


MUST_HOLD = (lineup.DAYS, "cpsat", "column_generation")


def test_where_cover_must_hold_days_begin_and_the_model_goes_on() -> None:
    first, second = lineup._lanes(MUST_HOLD, 2)
    assert first == [("day_by_day", 1.0), ("cpsat", 0.25), ("column_generation.ways.hasty", 1.0)]
    assert [name for name, _ in second] == ["column_generation", "cpsat"]


def test_a_large_one_goes_on_by_parts_and_the_model_runs_only_for_want_of_a_roster() -> None:
    first, second = lineup._lanes(MUST_HOLD, 2, is_large=True)
    assert first == [("day_by_day", 1.0), ("cpsat", 0.0), ("column_generation.ways.onward", 1.0)]
    assert [name for name, _ in second] == ["column_generation", "cpsat"]


@pytest.mark.parametrize("has_roster", [True, False])
def test_a_solver_without_a_share_is_passed_over_when_there_is_a_roster(
    has_roster: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "Beside", Falls)
    problem = replace(fortnight(), workers=tuple(Worker(f"w{one}") for one in range(6)))
    referee = Referee(problem, MaxRuntime(60))
    if has_roster:
        referee.propose_start(Roster.empty(problem))
    wanting = lane.Lane(referee, [(f"{lineup.FOLDER}.cpsat", lineup.WANTING)], 1)
    wanting.start()
    assert len(wanting.finish()) == (0 if has_roster else 1)


def test_of_a_large_one_rows_last_in_one_lane_and_their_bound_begins_another() -> None:
    proving, lasting, thorough = lineup._lanes(lineup.SOLVERS, 3, is_large=True)
    hasty, wanting = ("column_generation.ways.hasty", 1.0), ("cpsat", lineup.WANTING)
    assert lasting == [("row_descent.ways.lasting", 1.0), hasty, wanting]
    assert proving == [
        ("row_descent.ways.bound", 1.0),
        ("row_descent", 1.0),
        hasty,
        ("row_descent.ways.lasting", 1.0),
        wanting,
    ]
    assert [name for name, _ in thorough][:2] == ["column_generation", "row_descent.ways.lasting"]


def test_rows_take_part_from_where_columns_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = replace(fortnight(), workers=tuple(Worker(f"w{one}") for one in range(6)))
    monkeypatch.setattr(lineup, "SMALL", 1)
    assert lineup.choose(problem, "auto") == ("column_generation", "cpsat")
    monkeypatch.setattr(lineup, "LARGE", 2)
    assert lineup.choose(problem, "auto") == lineup.SOLVERS


def test_with_one_worker_rows_begin_and_the_rest_follows_in_the_same_lane() -> None:
    (alone,) = lineup._lanes(lineup.SOLVERS, 1, is_large=True)
    assert alone[0] == ("row_descent", lineup.HALF)
    assert alone[1] == ("column_generation", 1.0)


@pytest.mark.parametrize("workers", [1, 2, 4])
@pytest.mark.parametrize("is_large", [True, False])
@pytest.mark.parametrize("names", [BY_COLUMNS, BY_COLUMNS[::-1], MUST_HOLD, lineup.SOLVERS])
def test_every_solver_of_every_lane_can_be_loaded(
    names: tuple[str, ...], is_large: bool, workers: int
) -> None:
    for one in lineup._lanes(names, workers, is_large):
        for name, _ in one:
            assert lineup.load(name).EXPRESSES


def test_a_line_up_without_any_roster_ends_in_its_first_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lane, "Beside", Falls)
    with pytest.raises(SolverFailed, match="out of memory"):
        lineup.run(Referee(fortnight(), MaxRuntime(60)), lineup.SOLVERS, 1, 1)


def test_a_line_up_with_a_roster_tells_its_failures_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = tuple(Worker(f"w{one}") for one in range(6))
    problem = replace(fortnight(), workers=people)
    monkeypatch.setattr(lane, "Beside", Falls)
    referee = Referee(problem, MaxRuntime(60))
    referee.propose_start(Roster.empty(problem))
    assert lineup.run(referee, BY_COLUMNS, 1, 1) == BY_COLUMNS
    assert referee.failures == ["out of memory"]
