"""`rondstroom postcodes`: GeoNames' own file or any CSV with headings; bad lines are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rondstroom.cli import main
from rondstroom.cli.founding.postcodes import read_postcodes
from rondstroom.cli.shortcomings import UnableToRun
from rondstroom.rooms.organisations import queries
from shared_data import shared

GEONAMES = "NL\t6811\tArnhem\tGelderland\t03\tArnhem\t0202\t\t\t51.9814\t5.9064\t6\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "postcodes.csv"
    file.write_text(text, encoding)
    return file


@pytest.mark.parametrize(
    "text",
    [
        GEONAMES,
        "postcode;plaats;lat;lon\n6811;Arnhem;51,9814;5,9064\n",
        "# a remark\nzipcode,place,latitude,longitude\n6811 AB,Arnhem,51.9814,5.9064\n",
        "\ufeffPostal Code,Place name,Latitude,Longitude\n6811,Arnhem,51.9814,5.9064\n",
    ],
)
def test_common_layouts_are_read(tmp_path: Path, text: str) -> None:
    assert list(read_postcodes(written(tmp_path, text))) == [("6811", "Arnhem", 51.9814, 5.9064)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("postcode,plaats\n6811,Arnhem\n", "no column for latitude, longitude"),
        ("pc4,place,lat,lon\n6811,Arnhem,north,5.9\n", "Line 2: no number in the column for lat"),
        ("pc4,place,lat,lon\n6811\n", "Line 2 has only 1 columns"),
        ("pc4,place,lat,lon\n6811,Arnhem,51.9\n", "Line 2: no number in the column for longitude"),
    ],
)
def test_what_cannot_be_read_is_told_by_line_and_column(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(UnableToRun, match=told):
        list(read_postcodes(written(tmp_path, text)))


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnableToRun, match="cannot be opened: No such file"):
        list(read_postcodes(tmp_path / "gone.csv"))
    with pytest.raises(UnableToRun, match="not a UTF-8 text file"):
        list(read_postcodes(written(tmp_path, "postcode;plaats\nCoöperatie", "utf-16")))


@pytest.mark.django_db
def test_the_command_loads_and_replaces(tmp_path: Path) -> None:
    for _again in range(2):
        file = written(tmp_path, GEONAMES)
        answer = CliRunner().invoke(main.app, ["postcodes", str(file)])
        assert answer.output.strip() == "Loaded 1 postcode areas."
    assert queries.travel_minutes("6811", "6811", "bicycle") is not None


@pytest.mark.django_db
def test_the_whole_country_comes_in() -> None:
    file = shared("data/pc4_geonames_zauberware.csv")
    answer = CliRunner().invoke(main.app, ["postcodes", str(file)])
    assert answer.exit_code == 0, answer.output
    assert queries.travel_minutes("6811", "1011", "car") is not None
