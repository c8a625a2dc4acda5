"""`rondstroom import`: one JSON object, the right code to end with, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from factories.skills import make_function
from people import Cast
from rondstroom.cli import imports, main
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from shared_data import shared

SHIFTS = (
    "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Functie\n"
    "D1;De Linde;PG Vlinder;07-12-2026;07:00;15:30;VIG\n"
)
BAD = "D2;De Linde;PG Vlinder;07-13-2026;07:00;15:30;VIG\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main.app, ["import", *map(str, words)])


def answer_of(result: Result) -> dict[str, Any]:
    return json.loads(result.stdout)


@pytest.fixture
def good(tmp_path: Path, cast: Cast) -> Path:
    """Give a file with one good shift, for De Linde of the cast."""
    file = tmp_path / "diensten.csv"
    file.write_text(SHIFTS)
    return file


def test_a_file_comes_in_and_a_second_time_changes_nothing(good: Path) -> None:
    first = run("shifts", good, "--organisation", "De Linde", "--json")
    assert first.exit_code == 0
    assert list(answer_of(first))[:5] == [
        "understood", "created", "updated", "unchanged", "rejected",
    ]  # fmt: skip
    assert answer_of(first)["created"] == 1
    again = run("shifts", good, "--organisation", "de linde", "--json")
    assert (again.exit_code, answer_of(again)["unchanged"]) == (0, 1)


def test_a_rejected_row_ends_with_one(good: Path) -> None:
    good.write_text(SHIFTS + BAD)
    result = run("shifts", good, "--organisation", "De Linde", "--json")
    assert result.exit_code == imports.SOME_REJECTED
    [rejected] = answer_of(result)["rejected"]
    assert (rejected["row"], rejected["column"], rejected["value"]) == (3, "Datum", "07-13-2026")
    told = run("shifts", good, "--organisation", "De Linde")
    assert "regel 3, kolom Datum: “07-13-2026”" in told.stdout


def test_the_samples_come_in_for_an_organisation(cast: Cast) -> None:
    for code in ("Helpende", "VIG", "VP4", "VP6", "IC-vpk", "SEH-vpk"):
        make_function(code)
    for kind, name, understood, code in [
        ("workers", "medewerkers.csv", 8, 0),
        ("shifts", "open_diensten.csv", 47, 1),
        ("roster", "rooster_grid.tsv", 94, 0),
    ]:
        file = shared(f"samples/{name}")
        result = run(kind, file, "--organisation", "De Linde", "--json")
        assert (result.exit_code, answer_of(result)["understood"]) == (code, understood)


def test_a_trial_keeps_nothing(good: Path) -> None:
    result = run("shifts", good, "--organisation", "De Linde", "--dry-run")
    assert result.exit_code == 0
    assert "niets opgeslagen" in result.stdout
    assert Shift.objects.count() == 0


def test_an_unknown_organisation_names_those_that_are_there(good: Path) -> None:
    result = run("shifts", good, "--organisation", "Nergens", "--json")
    assert result.exit_code == 2
    assert "De Linde, Molenpoort, Rijnzicht" in result.stderr
    assert answer_of(result)["understood"] == 0
    assert "Nergens" in answer_of(result)["error"]
    assert run("shifts", good).exit_code == 2


def test_without_organisations_the_way_on_is_told(db: None, tmp_path: Path) -> None:
    file = tmp_path / "diensten.csv"
    file.write_text(SHIFTS)
    assert "rondstroom demo" in run("shifts", file, "--organisation", "De Linde").stderr
    assert "rondstroom demo" in run("--list-organisations").stderr


def test_organisations_are_listed(cast: Cast) -> None:
    names = ["De Linde", "Molenpoort", "Rijnzicht", "Zonder Pool"]
    assert run("--list-organisations").stdout.splitlines() == names
    assert answer_of(run("--list-organisations", "--json")) == {"organisations": names}


def test_a_planner_may_and_an_outsider_or_neighbour_may_not(good: Path, cast: Cast) -> None:
    words = ("shifts", good, "--organisation", "De Linde", "--as")
    for stranger in (cast.otto, cast.bas, cast.coen, cast.petra):
        refused = run(*words, stranger.email, "--json")
        assert refused.exit_code == 3
        assert stranger.name in refused.stderr
    assert run(*words, "nobody@voorbeeld.invalid").exit_code == 3
    assert Shift.objects.count() == 0
    assert run(*words, cast.pia.email).exit_code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"Beste allemaal,\nhierbij de lijst.", "herkenbare koppen"),
    ],
)
def test_a_file_that_is_something_else_is_told(good: Path, content: bytes, told: str) -> None:
    good.write_bytes(content)
    result = run("shifts", good, "--organisation", "De Linde")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_file_that_is_not_there_is_told(cast: Cast, tmp_path: Path) -> None:
    for path in (tmp_path / "nergens.csv", tmp_path):
        result = run("shifts", path, "--organisation", "De Linde")
        assert (result.exit_code, "kan niet worden geopend" in result.stderr) == (2, True)


def test_a_column_can_be_named(good: Path) -> None:
    good.write_text(SHIFTS.replace("Functie", "Wie"))
    assert run("shifts", good, "--organisation", "De Linde").exit_code == 2
    words = ("shifts", good, "--organisation", "De Linde", "--column")
    assert run(*words, "function=Wie").exit_code == 0
    assert run(*words, "Wie").exit_code == 2


def test_new_shifts_can_stay_in_concept(good: Path) -> None:
    run("shifts", good, "--organisation", "De Linde", "--draft")
    assert Shift.objects.get().state == ShiftState.DRAFT


def test_a_team_can_be_given_to_a_roster(tmp_path: Path, cast: Cast) -> None:
    file = tmp_path / "rooster.csv"
    file.write_text(
        "Persnr;Naam;ma 07-12;di 08-12;wo 09-12\nK9;Aylin;V;;\nLegenda;V;07:00-15:30 (30)"
    )
    words = ("roster", file, "--organisation", "De Linde")
    assert run(*words).exit_code == 2
    result = run(*words, "--team", "PG Vlinder", "--json")
    answer = answer_of(result)
    told = (result.exit_code, answer["rejected"], answer["created_places"])
    assert told == (0, [], []), result.stderr


def test_what_and_which_file_must_be_named(cast: Cast) -> None:
    assert run().exit_code == 2
    assert run("shifts").exit_code == 2
    assert run("invoices", "x.csv").exit_code == 2
