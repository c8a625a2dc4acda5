"""Every command of `rondstroom pay` refuses in Dutch, and in English when asked, by the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

NIGHT = "ort --cao vvt --hourly 22 --start 2026-11-06T23:00 --end 2026-11-07T07:00"
WAGES = "payslip --year 2026 --from-csv FILE --out OUT"
HOME = "year: 2026\nincome: 24500\n"
WORK = "year: 2026\nhours_now: 24\nhours_wanted: 28\nfull_time_month: 3593\n"
COST = "employment: {year: 2026, full_time_month: 3593, hours_per_week: 28}\n"
FORMS = "own_organisation: {employer: {employment: {year: 2026}}}\n"
REFUSALS = [
    ("payslip --year 2026", "", "--month-wage: geef dit of", "--month-wage: give this or"),
    ("payslip --year 2026 --month-wage 2.400", "", "twee dingen betekenen", "in two ways"),
    (
        "payslip --year 2026 --month-wage -1",
        "",
        "--month-wage: dit kan niet",
        "cannot be below zero",
    ),
    ("payslip --year 2023 --month-wage 1", "", "Dit is niet te berekenen: van", "no value of"),
    (WAGES, "month_wage\nveel\n-1\n", "rij 2: month_wage: 'veel' is geen", "row 2: month_wage: '"),
    (WAGES, "month_wage\n-1\n", "een maandloon kan niet onder nul", "wage cannot be negative"),
    (WAGES, "month_wage,age_group\n1,oud\n", "age_group: 'oud' is geen van", "is not one of under"),
    (
        WAGES,
        "wage\n1\n",
        "er moet één kolom month_wage zijn",
        "there must be one column month_wage",
    ),
    ("year --year 2026 --income x", "", "--income: 'x' is geen bedrag", "is not an amount"),
    (
        "year --year 2027 --income 1",
        "",
        "is op 2027-01-01 geen waarde bekend",
        "known for 2027-01-01",
    ),
    (f"{NIGHT} --breaks 2", "", "--breaks: '2' is geen pauze", "--breaks: '2' is no break"),
    (f"{NIGHT} --breaks 20:00-20:30", "", "elke pauze ligt binnen", "every break lies within"),
    (f"{NIGHT} --cao none", "", "--cao: van 'none' zijn geen", "--cao: no allowances"),
    (
        f"{NIGHT} --cao ghz --end 2026-11-07T10:00",
        "",
        "de toeslag van 08:00",
        "allowance for 08:00",
    ),
    ("benefits FILE", "", "geef hier velden", "give fields here"),
    ("benefits FILE", "a: [", "dit is geen YAML op regel 1", "this is not YAML at line 1"),
    ("benefits FILE", f"{HOME}rent: veel", "rent: 'veel' is geen bedrag", "is not an amount"),
    ("benefits FILE", f"{HOME}insured: 3", "insured: '3' is ja noch nee", "neither yes nor no"),
    ("benefits FILE", f"{HOME}born: 1-5-91", "is geen dag zoals 2026-09-01", "is no day such as"),
    (
        "benefits FILE",
        f"{HOME}children: [200]",
        "children.1.age: geef een getal",
        "give a number from",
    ),
    (
        "benefits FILE",
        f"{HOME}partner_age: 3",
        "partner_income: dit veld",
        "partner_income: this field",
    ),
    (
        "hours FILE",
        f"{WORK}hours_nou: 3",
        "dit veld is er niet; wel zijn er",
        "there is no such field",
    ),
    (
        "hours FILE",
        WORK.replace("24", "0"),
        "hours_now: dit moet meer dan 0",
        "must be more than 0",
    ),
    (
        "hours FILE",
        f"{WORK}cao: ggz",
        "geen bron zegt wat de cao 'ggz'",
        "no source says what the cao",
    ),
    (
        "hours FILE",
        f"{WORK}scale: 35",
        "scale, step en scale_date horen",
        "and scale_date go together",
    ),
    (
        "cost FILE",
        f"{COST}productivity: {{share: 2}}",
        "een deel van boven 0",
        "share from above 0",
    ),
    (
        "cost FILE",
        f"{COST}premiums: {{whk_rate: 2}}",
        "whk_rate: geef een deel",
        "give a share from",
    ),
    ("compare FILE", "combination: yes", "minstens twee vormen", "at least two forms"),
    ("compare FILE", FORMS, "full_time_month: dit veld ontbreekt", "this field is missing"),
]


def refusal(folder: Path, command: str, content: str, *more: str) -> str:
    """Run a command over a file with this content; give what it says."""
    file = folder / "input"
    file.write_text(content, encoding="utf-8")
    names = {"FILE": str(file), "OUT": str(folder / "out.csv")}
    words = [names.get(word, word) for word in command.split()]
    result = CliRunner().invoke(app, [*words, *more])
    assert isinstance(result.exception, UnableToRun), result.output
    assert result.output == ""
    return str(result.exception)


@pytest.mark.parametrize(("command", "content", "nl", "en"), REFUSALS)
def test_a_refusal_is_in_the_language_of_the_answer(
    tmp_path: Path, command: str, content: str, nl: str, en: str
) -> None:
    dutch = refusal(tmp_path, command, content)
    english = refusal(tmp_path, command, content, "--lang", "en")
    assert nl in dutch
    assert en in english
    assert en not in dutch
    assert nl not in english
    assert ".." not in dutch + english


def test_a_file_that_is_not_there_is_told_in_dutch(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["hours", str(tmp_path / "none.yaml")])
    assert "kan niet worden gelezen" in str(result.exception)
    assert "Zie --example" in str(result.exception)
