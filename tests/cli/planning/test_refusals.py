"""`rondstroom plan` with a solver that does not know what the problem asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from flexpool.planning import Contract, Demand, Kind, Limit, Problem, Worker
from flexpool.planning.formats import as_json
from rondstroom.cli.main import run


def test_a_solver_that_does_not_know_a_constraint_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 2 and a way out, not with an error of the program."""
    contract = Contract("16 hours", week_minutes=Limit(maximum=960))
    kind = Kind("E", 480, 420, 900)
    demands = (Demand(0, "E", optimum=1, under_weight=10),)
    problem = Problem("weekly", 7, (kind,), (Worker("anna", contract),), demands)
    path = tmp_path / "weekly.json"
    path.write_text(as_json(problem))
    monkeypatch.setattr(
        "sys.argv", ["rondstroom", "plan", str(path), "--solver", "column_generation"]
    )
    with pytest.raises(SystemExit) as ended:
        run()
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert "totals.week-minutes" in told
    assert "Choose another --solver" in " ".join(told.split())
