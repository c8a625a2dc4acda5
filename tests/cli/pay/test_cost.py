"""`rondstroom pay cost`: an employee's cost, and a lasting one against hiring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

EMPLOYEE = """\
employment: {year: 2026, full_time_month: 3593, hours_per_week: 20}
premiums: {extra_hours_share: 31 %}
"""


def ask(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["cost", *words])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the example as a file."""
    path = tmp_path / "cost.yaml"
    path.write_text(ask("--example").stdout, encoding="utf-8")
    return path


def test_the_example_works_as_it_is(file: Path) -> None:
    shown = ask(str(file))
    assert shown.exit_code == 0
    for words in (
        "WW-premie (AWf)",
        "Een blijvende medewerker",
        "In dienst goedkoper vanaf maand",
        "Structurele uitleen",
        "prijzen van nu",
        "Cijfers en bronnen",
    ):
        assert words in shown.stdout


def test_only_the_cost_of_an_employee(file: Path) -> None:
    file.write_text(EMPLOYEE, encoding="utf-8")
    shown = ask(str(file), "--lang", "en").stdout
    for words in ("Salary", "€38.62", "In all", "below 30 hours a week", "national average"):
        assert words.lower() in " ".join(shown.lower().split())
    assert "Een blijvende" not in shown


def test_the_elements_add_up_in_json(file: Path) -> None:
    file.write_text(EMPLOYEE, encoding="utf-8")
    told = json.loads(ask(str(file), "--json").stdout)
    assert told["per_productive_hour"] == 38.62
    assert sum(round(one["per_hour"] * 100) for one in told["elements"]) == 3862
    assert sum(round(one["per_year"] * 100) for one in told["elements"]) == round(
        told["per_year"] * 100
    )
    assert told["explanation"]["key"] == "cost.per_productive_hour"
    assert {figure["name"] for figure in told["figures"]} >= {"pay.employer.awf_low"}


def test_ownership_in_json(file: Path) -> None:
    told = json.loads(ask(str(file), "--json", "--lang", "en").stdout)
    assert told["months"] == 36 == len(told["lasting"]["cumulative"])
    assert told["lasting"]["cumulative"][-1] == told["lasting"]["total"]
    agency, secondment, alone = told["hires"]
    assert (agency["vat"], agency["break_even_month"]) == (11.38, 8)
    assert (secondment["vat"], secondment["vat_at_stake"]) == (0, 10.60)
    assert secondment["vat_ground"] == "structural_lending"
    assert alone["vat"] == 0.95


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        ("months: 36", "months: 0", "months: give a number"),
        ("months: 36", "months: 3.5", "months: '3.5' is not a whole number"),
        ("form: agency", "form: uitzend", "offers.1.form: 'uitzend' is not one of"),
        ("    care_is_exempt: yes", "    vat_ground: umbrella", "offers.3.vat_ground"),
        ("fee_share: 3 %", "fee_share: 300 %", "offers.2.fee_share"),
        ("recruitment: 4000", "recruitment: 4.000", "lasting.recruitment"),
        ("  stay_months: 48", "  # gone", "lasting.stay_months: this field is missing"),
        ("offers:", "offers: none\nothers:", "others: there is no such field"),
        ("learning_productivity: 60 %", "learning_productivity: 60", "lasting.learning_prod"),
        ("year: 2026", "year: 99999", "lasting.employer.employment.year"),
        ("year: 2026", "year: 2031", "2031"),
        ("leave_hours: 190", "leave_hours: 1900", "leave_hours"),
        ("sick_leave_share: 7 %", "sick_leave_share: 7", "sick_leave_share"),
    ],
)
def test_a_field_that_cannot_be_is_named(file: Path, find: str, put: str, says: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert find in text
    file.write_text(text.replace(find, put, 1), encoding="utf-8")
    result = ask(str(file), "--lang", "en")
    assert isinstance(result.exception, UnableToRun), result.output
    assert says in str(result.exception)
