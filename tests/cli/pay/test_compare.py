"""`rondstroom pay compare`: forms of work side by side, read from a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun


def ask(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["compare", *words])


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Give the example as a file."""
    path = tmp_path / "forms.yaml"
    path.write_text(ask("--example").stdout, encoding="utf-8")
    return path


def test_the_example_works_as_it_is(example: Path) -> None:
    shown = ask(str(example))
    assert shown.exit_code == 0
    for words in (
        "Netto bij even groot pensioen",
        "Je geeft op:",
        "Prijs van een uur zorg",
        "Om over te praten",
        "geen juridisch oordeel",
        "nog geen geldend recht",
        "Structurele uitleen",
        "secundaire bron",
    ):
        assert words in shown.stdout


def test_english(example: Path) -> None:
    shown = ask(str(example), "--lang", "en").stdout
    assert "Net with the same pension" in shown
    assert "no legal verdict" in shown
    assert "pensioen" not in shown.split("Figures and sources")[0]


def test_as_one_object_for_a_program(example: Path) -> None:
    told = json.loads(ask(str(example), "--json", "--lang", "en").stdout)
    assert set(told) == {
        "year", "forms", "organisation", "questions", "presumption", "cautions", "figures",
    }  # fmt: skip
    forms = {form["form"]: form for form in told["forms"]}
    assert list(forms) == ["own_organisation", "pool", "agency", "self_employed"]
    assert forms["own_organisation"]["net"] == 32777.30
    assert forms["self_employed"]["like_for_like"] == 31646.73
    assert forms["self_employed"]["explanation"]["key"] == "self_employed.net"
    assert told["presumption"]["threshold"] == 38
    assert told["presumption"]["figure"]["secondary_source"] is True
    prices = {side["form"]: side for side in told["organisation"]}
    assert prices["agency"]["vat"] == 11.38
    assert prices["pool"]["vat_warning"].startswith("All conditions must be in writing")


def test_every_line_of_the_table_fits_on_a_wide_screen(example: Path) -> None:
    table = ask(str(example)).stdout.split("\n\n")[0]
    assert max(map(len, table.splitlines())) <= 110


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        ("rate: 42.00", "rate: veel", "self_employed.work.rate: 'veel' is not an amount"),
        ("rate: 42.00", "rate: 1.234", "self_employed.work.rate"),
        ("rate: 42.00", "tarief: 42", "self_employed.work.tarief: there is no such field"),
        ("    rate: 42.00", "    # gone:", "self_employed.work.rate: this field is missing"),
        ("say: rostered", "say: nothing", "own_organisation.conditions.say: 'nothing' is not one"),
        ("holiday_weeks: 6", "holiday_weeks: 60", "self_employed.work.working_year.empty_weeks"),
        ("holiday_weeks: 6", "holiday_weeks: six", "self_employed.work.working_year.holiday_weeks"),
        ("form: agency", "form: secondment", "agency_hire.form"),
        ("factor: 2.2", "factor: 0.5", "agency_hire.factor"),
        ("permanent: yes", "permanent: perhaps", "own_organisation.employer.premiums.permanent"),
        ("pool:", "poule:", "poule: there is no such field"),
        ("pool:", "agency:", "agency: stands twice"),
        ("self_employed:", "self_employed: [", "is not YAML at line"),
        ("cao: vvt  ", "cao: ghz  ", "holiday_allowance"),
        ("year: 2026", "year: 2024", "year: every form"),
    ],
)
def test_a_field_that_cannot_be_is_named(example: Path, find: str, put: str, says: str) -> None:
    text = example.read_text(encoding="utf-8")
    assert find in text
    example.write_text(text.replace(find, put, 1), encoding="utf-8")
    result = ask(str(example), "--json", "--lang", "en")
    assert isinstance(result.exception, UnableToRun)
    assert says in str(result.exception)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = ask(str(tmp_path / "nowhere.yaml"))
    assert isinstance(result.exception, UnableToRun)
    assert "nowhere.yaml" in str(result.exception)
