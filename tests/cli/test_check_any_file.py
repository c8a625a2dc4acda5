"""Whatever a file holds, `rondstroom check` ends with 0, 1 or 2 and says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from rondstroom.cli.check import app

RUNNER = CliRunner()
CELLS = st.sampled_from(
    [
        *("", " ", "An", "Zoë", '"', "0", "-1", "30", "99999", "1e3", "½", "²", "yes", "NEE"),
        *("work", "Slaapdienst", "standby", "16-17", "adult", "youth", "\x85", "\u2028"),
        *("2026-11-02T07:00", "2026-11-02 15:00", "2026-11-02T24:00", "2026-11-03T02:00Z"),
        *("2026-10-25T02:30", "2026-03-29T02:30", "20261102T0700", "2026-W45-1T07:00"),
        *("2026-11-02", "07:00", "2026-02-30T07:00", "2026-11-02T07:00+99:00", "0000-00-00T00:00"),
        *("2026-11-02T07:00:30.5", "2026-11-02T07:00-24:01", "1890-01-01T00:00", "2026-11-2T7:00"),
    ]
)
HEADERS = st.sampled_from(
    [
        "worker,start,end",
        "worker,start,end,break_minutes,kind,organisation,absent,age_group",
        "Medewerker;Begin;Einde;Pauze",
        "worker\tend\tstart\tkind",
        "start,end",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(header=HEADERS, rows=st.lists(st.lists(CELLS, max_size=9), max_size=6))
def test_any_table(
    tmp_path_factory: pytest.TempPathFactory, header: str, rows: list[list[str]]
) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "roster.csv"
    delimiter = next(mark for mark in "\t;," if mark in header)
    lines = [header, *(delimiter.join(row) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    _ends_well(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=400))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "roster.csv"
    path.write_bytes(b"worker,start,end\n" + content)
    _ends_well(path)


def _ends_well(path: Path) -> None:
    result = RUNNER.invoke(app, [str(path), "--json"])
    assert result.exit_code in {0, 1, 2}, result.exception
    answer = json.loads(result.stdout)
    if result.exit_code == 2:
        assert answer["errors"]
        assert "Herstel dit en probeer opnieuw" in result.stderr
    else:
        breaches = [one for one in answer["findings"] if one["severity"] == "breach"]
        assert bool(breaches) == (result.exit_code == 1)
