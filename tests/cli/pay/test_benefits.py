"""`rondstroom pay benefits`: a household in, each benefit per month out; every refusal by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

RUNNER = CliRunner()
LEAFLETS = [
    ("rent", {"year": 2026, "age": 20, "income": 22000, "rent": 600}, 295),
    (
        "rent",
        {"year": 2026, "income": 34000, "partner_income": 0, "children": [5], "rent": 1200},
        492,
    ),
    ("rent", {"year": 2026, "age": 70, "income": 29000, "rent": 710}, 307),
    ("child_budget", {"income": 45000, "partner_income": 0, "children": [8, 9]}, 392),
    ("child_budget", {"income": 45000, "partner_income": 0, "children": [13, 16]}, 533),
    ("child_budget", {"income": 30000, "children": [8]}, 497),
    (
        "child_care",
        {"income": 60000, "child_care": [{"kind": "daycare", "hours": 122, "rate": 10.5}]},
        1202,
    ),
    (
        "child_care",
        {
            "income": 120000,
            "children": [2, 6],
            "child_care": [
                {"kind": "daycare", "hours": 87, "rate": 12.45},
                {"kind": "after_school", "hours": 65, "rate": "10,10"},
            ],
        },
        1162,
    ),
    (
        "child_care",
        {"income": 40000, "child_care": [{"kind": "childminder", "hours": 240, "rate": 8.25}]},
        1821,
    ),
    (
        "child_care",
        {"income": 50000, "child_care": [{"kind": "childminder", "hours": 108, "rate": 9.52}]},
        880,
    ),
    ("health_care", {"income": 19000}, 129),
    (
        "health_care",
        {"income": 7000, "partner_income": 26200, "partner_insured": False},
        103,
    ),
]


def told(folder: Path, household: dict[str, Any] | str, *options: str) -> Result:
    """Ask for the benefits of a household; JSON is YAML too."""
    path = folder / "household.yaml"
    if isinstance(household, dict):
        household = json.dumps({"year": 2026} | household)
    path.write_text(household, encoding="utf-8")
    return RUNNER.invoke(app, ["benefits", str(path), *options])


@pytest.mark.parametrize(("name", "household", "month"), LEAFLETS)
def test_the_examples_of_the_leaflets_come_out(
    tmp_path: Path, name: str, household: dict[str, Any], month: int
) -> None:
    assert json.loads(told(tmp_path, household, "--json").stdout)[name] == month


def test_the_example_works_as_it_is(tmp_path: Path) -> None:
    example = RUNNER.invoke(app, ["benefits", "--example"]).stdout
    answer = json.loads(told(tmp_path, example, "--json").stdout)
    assert answer["total"] == sum(
        answer[name] for name in ("health_care", "rent", "child_budget", "child_care")
    )
    assert answer["refused"] == {}
    assert len(answer["details"]["child_budget"]["months"]) == 12


def test_people_read_amounts_steps_and_sources(tmp_path: Path) -> None:
    household = {"income": 22000, "rent": 600}
    dutch = told(tmp_path, household).stdout
    english = told(tmp_path, household, "--lang", "en").stdout
    assert "Huurtoeslag" in dutch and "€ 361,00" in dutch
    assert "Rent benefit" in english and "€361.00" in english


def test_a_year_of_which_one_benefit_is_known_gives_that_one_and_refuses_the_other(
    tmp_path: Path,
) -> None:
    household = {"year": 2025, "income": 30000, "rent": 700}
    answer = json.loads(told(tmp_path, household, "--json").stdout)
    assert answer["health_care"] > 0
    assert answer["rent"] is None and answer["total"] is None
    assert "pay.rent_benefit" in answer["refused"]["rent"]
    assert "2025" in answer["refused"]["rent"]
    assert "niet te berekenen" in told(tmp_path, household).stdout


def test_care_without_the_children_leaves_the_child_budget_open(tmp_path: Path) -> None:
    care = {"income": 40000, "child_care": [{"kind": "daycare", "hours": 50, "rate": 10}]}
    answer = json.loads(told(tmp_path, care, "--json", "--lang", "en").stdout)
    assert answer["child_care"] == 480
    assert answer["child_budget"] is None
    assert "age" in answer["refused"]["child_budget"]


def test_two_contracts_of_one_child_are_told_by_its_number(tmp_path: Path) -> None:
    contracts = [
        {"kind": "daycare", "hours": 200, "rate": 10, "child": 2},
        {"kind": "after_school", "hours": 100, "rate": 9, "child": 2},
    ]
    household = {"income": 40000, "children": [9, 4], "child_care": contracts}
    assert json.loads(told(tmp_path, household, "--json").stdout)["child_care"] == 2179


@pytest.mark.parametrize(
    ("household", "says"),
    [
        ({"incom": 30000}, "incom: there is no such field"),
        ({}, "income: this field is missing"),
        ({"income": -1}, "income"),
        ({"income": "much"}, "income: 'much' is not an amount"),
        ({"income": 1, "year": 1800}, "year"),
        ({"income": 1, "year": 2023}, "2023"),
        ({"income": 1, "year": "soon"}, "year: 'soon' is not a whole number"),
        ({"income": 1, "age": 200}, "age"),
        ({"income": 1, "age": 30, "born": "1996-01-01"}, "age: give either"),
        ({"income": 1, "rent": -5}, "rent"),
        ({"income": 1, "wealth": -5}, "wealth"),
        ({"income": 1, "insured": "maybe"}, "insured: 'maybe' is neither yes nor no"),
        ({"income": 1, "partner_age": 30}, "partner_income: this field is missing"),
        ({"income": 1, "partner_income": -1}, "partner_income"),
        ({"income": 1, "partner_income": 1, "partner_age": 999}, "partner_age"),
        ({"income": 1, "children": 2}, "children: give a list"),
        ({"income": 1, "children": [-2]}, "children.1.age"),
        ({"income": 1, "children": [{"age": 3, "bron": "x"}]}, "children.1.bron"),
        ({"income": 1, "children": [{}]}, "children.1"),
        ({"income": 1, "child_care": [{"kind": "opa", "hours": 1, "rate": 1}]}, "1.kind: 'opa'"),
        ({"income": 1, "child_care": [{"kind": "daycare", "hours": -1, "rate": 1}]}, "1.hours"),
        ({"income": 1, "child_care": [{"kind": "daycare", "hours": 999, "rate": 1}]}, "1.hours"),
        ({"income": 1, "child_care": [{"kind": "daycare", "hours": 1, "rate": -1}]}, "1.rate"),
        ({"income": 1, "child_care": [{"kind": "daycare", "hours": 1}]}, "1.rate: this field is"),
        (
            {
                "income": 1,
                "children": [2],
                "child_care": [{"kind": "daycare", "hours": 1, "rate": 1, "child": 2}],
            },
            "child_care.1.child",
        ),
        (
            {
                "income": 1,
                "child_care": [{"kind": "daycare", "hours": 1, "rate": 1, "child": 999999999}],
            },
            "child_care.1.child",
        ),
        ({"income": 1, "co_residents": [{"age": 22, "income": -1}]}, "co_residents.1.income"),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    tmp_path: Path, household: dict[str, Any], says: str
) -> None:
    result = told(tmp_path, household, "--json", "--lang", "en")
    assert isinstance(result.exception, UnableToRun)
    assert says in str(result.exception)
    assert not result.stdout


@pytest.mark.parametrize("text", ["", "[1, 2]", "a: [", "just words", "year: 2026\nyear: 2026"])
def test_a_file_that_is_no_household_is_refused(tmp_path: Path, text: str) -> None:
    assert isinstance(told(tmp_path, text).exception, UnableToRun)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["benefits", str(tmp_path / "none.yaml")])
    assert isinstance(result.exception, UnableToRun)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", "Zorgtoeslag 2027 is niet bekend: van 'pay."),
        ("en", "Health care benefit 2027 is not known: no value of 'pay."),
    ],
)
def test_a_year_without_figures_is_refused_in_one_language(
    tmp_path: Path, lang: str, told: str
) -> None:
    path = tmp_path / "household.yaml"
    path.write_text("year: 2027\nincome: 30000\n", encoding="utf-8")
    refusal = RUNNER.invoke(app, ["benefits", str(path), "--lang", lang]).exception
    assert isinstance(refusal, UnableToRun)
    assert told in str(refusal)
    assert ("is known" in str(refusal)) == (lang == "en")
