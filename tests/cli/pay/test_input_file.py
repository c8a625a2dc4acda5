"""Whatever stands in a file, it is read as a situation or refused in words."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flexpool.pay.employer import CareFund, EmployerSituation, Employment, OtherScheme
from flexpool.pay.ownership import Choice
from rondstroom.cli.pay.cost.command import EXAMPLE
from rondstroom.cli.pay.input_file import read_input
from rondstroom.cli.shortcomings import UnableToRun

often = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read(folder: Path, text: str | bytes, *kinds: type) -> object:
    """Write a file and read it."""
    path = folder / "input.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_input(path, *(kinds or (Employment,)), language="en")


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("24", Fraction(24)),
        ("24.48", Fraction(2448, 100)),
        ("24,48", Fraction(2448, 100)),
        ('"24"', Fraction(24)),
    ],
)
def test_numbers_are_read_as_they_are_written(
    tmp_path: Path, written: str, hours: Fraction
) -> None:
    text = f"year: 2026\nfull_time_month: 3.593,10\nhours_per_week: {written}\n"
    found = read(tmp_path, text)
    assert isinstance(found, Employment)
    assert found.hours_per_week == hours
    assert found.full_time_month_cents == 359310


def test_what_is_left_empty_is_not_told(tmp_path: Path) -> None:
    text = "year: 2026\nfull_time_month: 3593\nhours_per_week: 20\ncao:\nfull_time_hours: null\n"
    found = read(tmp_path, text)
    assert isinstance(found, Employment)
    assert (found.cao, found.full_time_hours) == ("vvt", None)


@pytest.mark.parametrize(
    ("pension", "scheme"),
    [
        ("{employee_share: 40 %}", CareFund(employee_share=Fraction(2, 5))),
        (
            "{employee: 900, employer: 1800}",
            OtherScheme(employee_cents=90000, employer_cents=180000),
        ),
        ("{}", CareFund()),
    ],
)
def test_the_fields_tell_which_pension_it_is(
    tmp_path: Path, pension: str, scheme: CareFund | OtherScheme
) -> None:
    text = f"year: 2026\nfull_time_month: 3593\nhours_per_week: 20\npension: {pension}\n"
    found = read(tmp_path, text)
    assert isinstance(found, Employment)
    assert found.pension == scheme


def test_the_fields_tell_which_question_it_is(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, EXAMPLE, EmployerSituation, Choice), Choice)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "file: give fields here"),
        ("just words", "file: give fields here"),
        ("- a list", "file: give fields here"),
        ("year: [2026]", "year: give one value here"),
        ("year: {a: b}", "year: give one value here"),
        ("year: 1e400", "year: '1e400' is not a whole number"),
        ("year: 2026\nhours_per_week: .inf", "full_time_month: this field is missing"),
        ("year: 2026\nfull_time_month: 1\nhours_per_week: .inf", "hours_per_week: '.inf'"),
        ("year: 2026\nfull_time_month: 1\nhours_per_week: 9999999999", "hours_per_week: "),
        ("year: 2026\nyear: 2025", "year: stands twice"),
        ("? [a, b]\n: c", "is not YAML"),
        ("? {a: b}\n: c", "is not YAML"),
        ("year: *nobody", "is not YAML"),
        ("year: !!python/object:os.system x", "year: "),
        ("year: 2026\n\tb: c", "is not YAML at line 2"),
        ("[" * 5000, "input.yaml"),
        ("a: &a [*a]", "input.yaml"),
        (b"\x00\x01\x02", "no text"),
        (b"year: 2026\xff\xfe", "year"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(UnableToRun) as refused:
        read(tmp_path, text)
    assert says in str(refused.value)
    assert "--example" in str(refused.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnableToRun):
        read_input(tmp_path, Employment)


@often
@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnableToRun):
        read(tmp_path, text.encode("utf-8", "replace"))


@often
@given(
    at=st.integers(0, len(EXAMPLE)),
    length=st.integers(0, 20),
    put=st.text(alphabet="0123456789:-{}[],.%'\"#&*!|>\n abc", max_size=8),
)
def test_any_damage_to_the_example_is_read_or_refused(
    tmp_path: Path, at: int, length: int, put: str
) -> None:
    damaged = EXAMPLE[:at] + put + EXAMPLE[at + length :]
    with suppress(UnableToRun):
        assert isinstance(
            read(tmp_path, damaged, EmployerSituation, Choice), EmployerSituation | Choice
        )
