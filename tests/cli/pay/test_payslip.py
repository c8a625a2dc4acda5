"""`rondstroom pay payslip`: one wage or a file of them, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from flexpool.money import NotAnAmount
from pace import paced_seconds
from rondstroom.cli.pay.amounts import read_euros
from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

ROWS, MOST_SECONDS = 2_000, 0.5
"""Of the processor, on a quiet machine: measured 0.26."""


def ask(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["payslip", *words])


def withhold(
    folder: Path, text: str | bytes, *words: str, year: str = "2026"
) -> tuple[Result, Path]:
    """Run the command over a file."""
    source, out = folder / "wages.csv", folder / "withheld.csv"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    words = ("--year", year, "--from-csv", str(source), "--out", str(out), "--lang", "en", *words)
    return ask(*words), out


def test_one_wage_as_numbers_for_a_program() -> None:
    result = ask("--year", "2026", "--month-wage", "3001.50", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "with_credit": 388.58,
        "without_credit": 1073.00,
        "labour_credit": 458.25,
    }


def test_an_age_group_has_its_own_column() -> None:
    words = ("--year", "2026", "--month-wage", "4000,50", "--age-group", "aow_1946", "--json")
    assert json.loads(ask(*words).stdout)["without_credit"] == 863.83


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", ("Loonheffing met loonheffingskorting", "€ 388,58", "Cijfers en bronnen")),
        ("en", ("Wage tax with the tax credits", "€388.58", "Figures and sources")),
    ],
)
def test_people_get_the_explanation(language: str, says: tuple[str, ...]) -> None:
    shown = ask("--year", "2026", "--month-wage", "3001.50", "--lang", language).stdout
    for words in (*says, "pay.credits.labour_caps", "LH 991-1Z62FD"):
        assert words in shown


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("2400", 240_000),
        ("2400,5", 240_050),
        ("2400.50", 240_050),
        ("2.400,50", 240_050),
        ("2,400.50", 240_050),
        ("1.002.400,50", 100_240_050),
        ("€ 2400", 240_000),
        ("0", 0),
        ("-3,10", -310),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    assert read_euros(text) == cents


@pytest.mark.parametrize("text", ["2.400", "2,400", "1.002.400"])
def test_an_amount_that_reads_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount, match="two ways"):
        read_euros(text)


@pytest.mark.parametrize(
    "text", ["", "abc", "1e5", "nan", "inf", "2400,505", "2.40,50", "2 400", "9" * 40, "²"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount, match="not an amount"):
        read_euros(text)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--year", "2026", "--month-wage", "2.400"), "two ways"),
        (("--year", "2026", "--month-wage", "-5"), "below zero"),
        (("--year", "2026"), "--from-csv"),
        (("--year", "2026", "--month-wage", "1", "--from-csv", "a", "--out", "b"), "--from-csv"),
        (("--year", "2026", "--from-csv", "a.csv"), "--out"),
        (("--year", "2026", "--month-wage", "1", "--out", "b"), "--out"),
        (("--year", "1800", "--month-wage", "1"), "--year"),
        (("--month-wage", "1"), "--year"),
        (("--year", "2026", "--month-wage", "1", "--age-group", "67"), "--age-group"),
        (("--year", "2026", "--month-wage", "1", "--lang", "fr"), "--lang"),
    ],
)
def test_an_option_that_cannot_be_is_named(words: tuple[str, ...], says: str) -> None:
    result = ask("--lang", "en", *words)
    assert result.exit_code
    assert says in result.output + str(result.exception)


def test_a_year_that_is_not_known_names_figure_and_date() -> None:
    result = ask("--year", "2023", "--month-wage", "2400", "--lang", "en")
    assert isinstance(result.exception, UnableToRun)
    assert "'pay.payslip.table_step' is known for 2023-01-01" in str(result.exception)


def test_a_refusal_ends_with_two_and_without_a_traceback() -> None:
    code = "from rondstroom.cli.main import run; run()"
    words = ["pay", "payslip", "--year", "2024", "--month-wage", "1", "--age-group", "aow_1945"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "pay.tax.brackets_aow_1945" in done.stderr


def test_the_example_file_can_be_worked_through(tmp_path: Path) -> None:
    example = ask("--example")
    assert example.exit_code == 0
    _result, out = withhold(tmp_path, example.stdout)
    assert out.read_text().splitlines() == [
        "personnel_number,month_wage,age_group,without_credit,with_credit,labour_credit",
        "1001,2497.50,,892.83,186.00,448.42",
        "1002,3001.50,under_aow,1073.00,388.58,458.25",
        "1003,4000.50,aow_1946,863.83,405.33,230.17",
    ]


def test_semicolons_a_byte_order_mark_and_decimal_commas_stay_as_they_are(tmp_path: Path) -> None:
    result, out = withhold(tmp_path, "\ufeffNaam;Month_Wage\r\nAn;2.002,50\r\n\r\nBé;0\r\n")
    assert result.exit_code == 0
    assert "2 rows written" in result.stdout
    assert out.read_text(encoding="utf-8").splitlines() == [
        "Naam;Month_Wage;without_credit;with_credit;labour_credit",
        "An;2.002,50;715.83;61.42;394.83",
        "Bé;0;0.00;0.00;0.00",
    ]


def test_a_column_of_ages_is_optional_and_may_be_short(tmp_path: Path) -> None:
    words = ("--age-group", "aow_1945", "--json")
    result, out = withhold(tmp_path, "month_wage,age_group\n4950\n4950,aow_1946\n", *words)
    assert json.loads(result.stdout) == {"rows": 2}
    assert [row.split(",")[2] for row in out.read_text().splitlines()[1:]] == ["1183.67", "1220.50"]


def test_a_file_of_the_same_rows_twice_gives_them_twice_in_order(tmp_path: Path) -> None:
    wages = [100, 4000, 100, 250]
    _result, out = withhold(tmp_path, "month_wage\n" + "\n".join(map(str, wages)))
    assert [row.split(",")[0] for row in out.read_text().splitlines()[1:]] == [*map(str, wages)]


def test_rows_that_cannot_be_read_are_all_named_and_nothing_is_written(tmp_path: Path) -> None:
    text = "month_wage,age_group\n100,foo\n2.400,\n200,\n\n-1,\nx,y,z\n"
    result, out = withhold(tmp_path, text)
    assert isinstance(result.exception, UnableToRun)
    told = str(result.exception)
    for says in (
        "row 2: age_group: 'foo' is not one of under_aow, aow_1946, aow_1945",
        "row 3: month_wage: '2.400' can be read in two ways",
        "row 6: month_wage: a month's wage cannot be negative",
        "row 7: it has 3 cells, the header has 2",
    ):
        assert says in told
    assert "row 4" not in told
    assert not out.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["wages.csv"]


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    result, _out = withhold(tmp_path, "month_wage\n" + "x\n" * 50)
    assert "row 21:" in str(result.exception)
    assert "row 22:" not in str(result.exception)
    assert "… and 30 rows more" in str(result.exception)


def test_a_row_without_figures_is_named(tmp_path: Path) -> None:
    result, _out = withhold(tmp_path, "month_wage,age_group\n9,\n9,aow_1946\n", year="2024")
    assert "row 3: no value of 'pay.tax.brackets_aow_1946'" in str(result.exception)
    assert "row 2" not in str(result.exception)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "one column month_wage"),
        (b"# only a remark\n", "one column month_wage"),
        (b"wage\n100\n", "one column month_wage"),
        (b"month_wage,month_wage\n1,2\n", "one column month_wage"),
        (b"month_wage,age_group,age_group\n1,,\n", "age_group"),
        (b"month_wage,with_credit\n1,2\n", "with_credit"),
        (b"\x00\x01\x02", "no text"),
        (b'month_wage\n"1\n', "unexpected end"),
    ],
)
def test_a_file_that_cannot_be_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    result, out = withhold(tmp_path, content)
    assert isinstance(result.exception, UnableToRun)
    assert says in str(result.exception)
    assert not out.exists()


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(tmp_path: Path) -> None:
    missing = ask("--year", "2026", "--from-csv", str(tmp_path / "no.csv"), "--out", "x.csv")
    assert "No such file" in str(missing.exception)
    source = tmp_path / "wages.csv"
    source.write_text("month_wage\n1\n")
    nowhere = tmp_path / "no" / "out.csv"
    refused = ask(
        "--year", "2026", "--from-csv", str(source), "--out", str(nowhere), "--lang", "en"
    )
    assert isinstance(refused.exception, UnableToRun)
    assert "cannot be written" in str(refused.exception)


def test_the_file_may_be_written_over_itself(tmp_path: Path) -> None:
    path = tmp_path / "wages.csv"
    path.write_text("month_wage\n2002.50\n")
    assert ask("--year", "2026", "--from-csv", str(path), "--out", str(path)).exit_code == 0
    assert path.read_text().splitlines()[1] == "2002.50,715.83,61.42,394.83"


def test_ten_thousand_rows_would_take_seconds(tmp_path: Path) -> None:
    rows = "month_wage\n" + "\n".join(map(str, range(ROWS)))
    assert paced_seconds(lambda: withhold(tmp_path, rows), rounds=3) < MOST_SECONDS
    result, out = withhold(tmp_path, rows)
    assert result.exit_code == 0
    assert len(out.read_text().splitlines()) == ROWS + 1


def test_a_program_gets_the_explanation_when_it_asks() -> None:
    result = ask("--year", "2026", "--month-wage", "3001.50", "--json", "--explain", "--lang", "en")
    tree = json.loads(result.stdout)["explanation"]
    assert tree["amount"] == 38858
    assert "€36,0" in json.dumps(tree, ensure_ascii=False)
    assert tree["parts"][1]["figures"][0]["source"].startswith("Belastingdienst")
