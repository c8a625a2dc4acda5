"""`rondstroom export`: a file that comes in again, and words when it cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from factories.demand import make_shift
from factories.moments import MONDAY
from people import Cast
from rondstroom.cli import main

DAYS = ("--from", "2026-11-23", "--to", "29-11-2026")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main.app, list(map(str, words)))


@pytest.mark.parametrize("name", ["terug.csv", "terug.xlsx"])
@pytest.mark.parametrize("kind", ["shifts", "workers", "roster"])
def test_what_leaves_comes_in_again(kind: str, name: str, tmp_path: Path, cast: Cast) -> None:
    make_shift(cast.vlinder, day=MONDAY)
    out = tmp_path / name
    done = run("export", kind, "--organisation", "De Linde", *DAYS, "--out", out)
    assert (done.exit_code, str(out) in done.stdout) == (0, True)
    back = run("import", kind, out, "--organisation", "De Linde")
    assert back.exit_code == 0
    assert "0 nieuw, 0 gewijzigd" in back.stdout


def test_the_format_can_be_chosen(tmp_path: Path, cast: Cast) -> None:
    out = tmp_path / "diensten.txt"
    words = ("export", "shifts", "--organisation", "De Linde", "--out", out)
    assert run(*words).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert run(*words, "--format", "xlsx").exit_code == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_stranger_may_not_and_leaves_no_file(tmp_path: Path, cast: Cast) -> None:
    out = tmp_path / "diensten.csv"
    for stranger in (cast.otto, cast.bas):
        refused = run(
            "export", "shifts", "--organisation", "De Linde", "--out", out, "--as", stranger.email
        )
        assert (refused.exit_code, stranger.name in refused.stderr) == (3, True)
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--organisation", "Nergens"), "De Linde"),
        (("--organisation", "De Linde", "--from", "morgen"), "geen datum"),
        (("--organisation", "De Linde", "--from", "2026-12-07", "--to", "2026-12-01"), "laatste"),
    ],
)
def test_what_cannot_be_is_told(
    words: tuple[str, ...], told: str, tmp_path: Path, cast: Cast
) -> None:
    result = run("export", "shifts", *words, "--out", tmp_path / "x.csv")
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, cast: Cast) -> None:
    result = run("export", "shifts", "--organisation", "De Linde", "--out", tmp_path)
    assert (result.exit_code, "niet worden geschreven" in result.stderr) == (2, True)
