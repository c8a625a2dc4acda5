"""`rondstroom plan` with a solver that does not know what the problem asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from flexpool.planning import Demand, Faces, Kind, Problem, Worker
from flexpool.planning.formats import as_json
from rondstroom.cli.main import run


def test_a_solver_that_does_not_know_a_constraint_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 2 and a way out, not with an error of the program."""
    kind = Kind("E", 480, 420, 900, team="North")
    demands = (Demand(0, "E", optimum=1, under_weight=10),)
    few = (Faces("North", 1),)
    problem = Problem("faces", 7, (kind,), (Worker("anna"),), demands, faces=few)
    path = tmp_path / "faces.json"
    path.write_text(as_json(problem))
    monkeypatch.setattr(
        "sys.argv", ["rondstroom", "plan", str(path), "--solver", "column_generation"]
    )
    with pytest.raises(SystemExit) as ended:
        run()
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert "continuity.faces" in told
    assert "Choose another --solver" in " ".join(told.split())
