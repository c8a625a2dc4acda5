"""`rondstroom pay year`: the income tax of a year."""

from __future__ import annotations

import json

import pytest
from click.testing import Result
from typer.testing import CliRunner

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun


def ask(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["year", *words])


def test_a_year_as_numbers_for_a_program() -> None:
    result = ask("--year", "2026", "--income", "36000", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "tax": 4657.75,
        "general_credit": 2714.23,
        "labour_credit": 5498.02,
        "net": 31342.25,
    }


def test_people_get_what_is_left_and_why() -> None:
    shown = ask("--year", "2026", "--income", "36.000,00").stdout
    for words in ("Over van het inkomen", "€ 31.342,25", "Arbeidskorting", "€ 36.000,00 x 35,75 %"):
        assert words in shown
    assert "secundaire bron" not in shown


def test_english_and_an_older_age_group() -> None:
    words = ("--year", "2026", "--income", "50000", "--age-group", "aow_1945", "--lang", "en")
    assert "Tax credit for older people" in ask(*words).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--year", "2026"), "--income"),
        (("--year", "2026", "--income", "36.000"), "two ways"),
        (("--year", "2026", "--income", "-1"), "below zero"),
        (("--year", "26", "--income", "1"), "--year"),
    ],
)
def test_an_option_that_cannot_be_is_named(words: tuple[str, ...], says: str) -> None:
    result = ask("--lang", "en", *words)
    assert result.exit_code
    assert says in result.output + str(result.exception)


def test_a_year_that_is_not_known_is_refused() -> None:
    result = ask("--year", "2027", "--income", "36000", "--json")
    assert isinstance(result.exception, UnableToRun)
    assert "2027-01-01" in str(result.exception)


def test_the_example_shows_commands_that_work() -> None:
    commands = [line for line in ask("--example").stdout.splitlines() if line[0] != "#"]
    for command in commands:
        program, group, name, *words = command.split()
        assert (program, group, name) == ("rondstroom", "pay", "year")
        assert ask(*words).exit_code == 0


def test_a_program_gets_the_explanation_when_it_asks() -> None:
    result = ask("--year", "2026", "--income", "36000", "--json", "--explain", "--lang", "en")
    tree = json.loads(result.stdout)["explanation"]
    assert tree["amount"] == 465775
    assert "€36,0" in json.dumps(tree, ensure_ascii=False)
    assert tree["parts"][1]["figures"][0]["source"].startswith("Belastingdienst")
