"""`rondstroom postcodes`: load the middles of postcode areas, for travel times."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rondstroom.cli import platform
from rondstroom.cli.shortcomings import UnableToRun

app = typer.Typer(add_completion=False)
NAMES = {
    "pc4": ("zipcode", "postal_code", "postcode", "pc4"),
    "place": ("place", "place_name", "plaats", "woonplaats"),
    "latitude": ("latitude", "lat", "breedtegraad"),
    "longitude": ("longitude", "lon", "lng", "lengtegraad"),
}
# GeoNames' own export has no heading: country, code, place, six of region, north, east, accuracy.
GEONAMES = {"pc4": 1, "place": 2, "latitude": 9, "longitude": 10}
Row = tuple[str, str, float, float]


@app.command("postcodes")
def postcodes(
    file: Annotated[Path, typer.Argument(help="CSV or tab-separated, from GeoNames for example.")],
) -> None:
    """Load postcode areas of the whole country, or of a region.

    Reads the file NL.txt that GeoNames offers (licence CC BY 4.0), or any CSV with headings for
    postcode, place, latitude and longitude. A postcode that was known is replaced.
    """
    rows = list(read_postcodes(file))
    platform.start(lambda text: typer.echo(text, err=True))
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.organisations import actions as organisations

    number = organisations.load_postcodes(rows, by=identity.machine_account(), at=datetime.now(UTC))
    typer.echo(f"Loaded {number} postcode areas.")


def read_postcodes(file: Path) -> Iterator[Row]:
    """Give the rows of a file.

    Raises
    ------
    UnableToRun
        When the file cannot be read, naming the line and column.
    """
    try:
        text = file.read_text("utf-8-sig")
    except OSError as fault:
        raise UnableToRun(f"{file} cannot be opened: {fault.strerror}.") from None
    except UnicodeDecodeError:
        raise UnableToRun(f"{file} is not a UTF-8 text file; save it as CSV (UTF-8).") from None
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise UnableToRun(f"{file} is empty.")
    delimiter = max("\t;,", key=lines[0].count)
    columns = _columns(next(csv.reader([lines[0]], delimiter=delimiter)), file)
    start = 0 if columns is GEONAMES else 1
    cells = csv.reader(io.StringIO("\n".join(lines[start:])), delimiter=delimiter)
    for number, row in enumerate(cells, start + 1):
        yield _row(row, columns, number)


def _columns(headings: list[str], file: Path) -> dict[str, int]:
    """Find out in which column what stands."""
    if headings[0] == "NL" and len(headings) > max(GEONAMES.values()):
        return GEONAMES
    plain = [heading.strip().lower().replace(" ", "_") for heading in headings]
    found = {
        field: plain.index(name)
        for field, names in NAMES.items()
        for name in reversed(names)
        if name in plain
    }
    if missing := NAMES.keys() - found.keys():
        raise UnableToRun(
            f"{file} has no column for {', '.join(sorted(missing))}. Its headings are: "
            f"{', '.join(headings)}."
        )
    return found


def _row(cells: list[str], columns: dict[str, int], number: int) -> Row:
    """Read one line; the postcode's letters, if any, are left out."""
    try:
        pc4, place = cells[columns["pc4"]].strip()[:4], cells[columns["place"]].strip()
    except IndexError:
        raise UnableToRun(f"Line {number} has only {len(cells)} columns.") from None
    degrees = []
    for field in ("latitude", "longitude"):
        try:
            degrees.append(float(cells[columns[field]].replace(",", ".")))
        except (IndexError, ValueError):
            raise UnableToRun(f"Line {number}: no number in the column for {field}.") from None
    return pc4, place, degrees[0], degrees[1]
