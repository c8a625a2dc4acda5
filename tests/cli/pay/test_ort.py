"""`rondstroom pay ort`: the lines of a shift, and every refusal by option."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

RUNNER = CliRunner()
NIGHT = {
    "--cao": "vvt",
    "--hourly": "22.00",
    "--start": "2026-11-06T23:00",
    "--end": "2026-11-07T07:00",
}


def told(*more: str, **changed: str) -> Result:
    """Ask for the allowance of a Friday night, with options added or changed."""
    options = NIGHT | {f"--{name}": value for name, value in changed.items()}
    flat = [part for option in options.items() for part in option]
    return RUNNER.invoke(app, ["ort", *flat, *more])


def test_a_friday_night_has_a_line_per_band_and_a_total_in_cents() -> None:
    answer = json.loads(told("--json").stdout)
    assert answer["lines"] == [
        {"percent": 38.0, "minutes": 60, "cents": 836},
        {"percent": 47.0, "minutes": 60, "cents": 1034},
        {"percent": 52.0, "minutes": 360, "cents": 6864},
    ]
    assert (answer["total"], answer["minutes"], answer["notes"]) == (8734, 480, [])


def test_people_read_lines_and_source() -> None:
    assert "€ 87,34" in told().stdout
    assert "€87.34" in told("--lang", "en").stdout
    assert "secundaire bron" in told().stdout


@pytest.mark.parametrize(
    ("breaks", "total"),
    [
        ("02:00-02:30", 8162),
        ("02:00-02:30,06:30-07:00", 7744),
        ("23:30-00:30", 7645),
        ("", 8734),
    ],
)
def test_breaks_are_taken_on_the_day_they_fall(breaks: str, total: int) -> None:
    assert json.loads(told("--json", breaks=breaks).stdout)["total"] == total


def test_an_end_that_the_clock_shows_twice_is_the_second_when_it_must() -> None:
    answer = json.loads(told("--json", start="2026-10-25T02:45", end="2026-10-25T02:15").stdout)
    assert answer["minutes"] == 30


def test_a_time_with_an_offset_is_taken_as_it_says() -> None:
    answer = json.loads(told("--json", start="2026-11-06T22:00Z").stdout)
    assert answer["total"] == 8734


def test_a_group_above_the_limit_gets_a_note() -> None:
    options = {"cao": "ghz", "start": "2026-11-02T23:00", "end": "2026-11-03T07:00"}
    answer = json.loads(told("--json", "--function-group", "70", "--lang", "en", **options).stdout)
    assert answer["total"] == 0
    assert "Above FWG 65" in answer["notes"][0]


def test_a_cap_on_the_hourly_wage_is_asked_for_and_kept() -> None:
    options = {"cao": "social_work_a", "start": "2025-11-07T19:00", "end": "2025-11-07T23:00"}
    free = told("--lang", "en", **options).stdout
    assert "up to scale 5, step 11" in free
    assert json.loads(told("--json", "--hourly-cap", "20", **options).stdout)["total"] == 2000


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("cao", "ggz"),
        ("cao", ""),
        ("hourly", "much"),
        ("hourly", "-1"),
        ("hourly", "2.400"),
        ("start", "yesterday"),
        ("start", "2026-13-01T00:00"),
        ("start", "0001-01-01T00:00"),
        ("start", "9999-12-31T23:59"),
        ("start", "2026-11-06T23:00:30"),
        ("end", "2026-11-06T23:00"),
        ("end", "2026-11-20T23:00"),
        ("end", ""),
        ("breaks", "30"),
        ("breaks", "25:00-26:00"),
        ("breaks", "22:00-22:30"),
        ("breaks", "02:00-03:00,02:30-03:30"),
    ],
)
def test_what_cannot_be_is_refused_by_option(option: str, value: str) -> None:
    result = told("--json", **{option: value})
    assert result.exit_code
    assert f"--{option}" in result.output + str(result.exception)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"start": "2025-11-06T23:00", "end": "2025-11-07T07:00"}, "pay.ort.vvt"),
        (
            {"cao": "ghz", "start": "2026-11-07T07:00", "end": "2026-11-07T15:00"},
            "08:00-12:00 on 2026-11-07",
        ),
    ],
)
def test_what_no_source_tells_is_refused(changed: dict[str, str], says: str) -> None:
    result = told("--lang", "en", **changed)
    assert isinstance(result.exception, UnableToRun)
    assert says in str(result.exception)


def test_the_example_shows_how() -> None:
    assert "--breaks 02:00-02:30" in RUNNER.invoke(app, ["ort", "--example"]).stdout
