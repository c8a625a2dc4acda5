"""`rondstroom export`: take out shifts and more, as a file that comes in again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flexpool.periods import AMSTERDAM
from rondstroom.cli import platform
from rondstroom.cli.acting import NOT_ALLOWED, ActedInVain, actor, organisation_named

if TYPE_CHECKING:
    from rondstroom.integrations.spreadsheets.exports import Exported

WEEKS_AHEAD = 6
LONGEST_DAYS = 400

app = typer.Typer(add_completion=False)


class Kind(StrEnum):
    """What the file holds."""

    SHIFTS = "shifts"
    ROSTER = "roster"
    WORKERS = "workers"
    AVAILABILITY = "availability"


class FileFormat(StrEnum):
    """How it is written."""

    CSV = "csv"
    XLSX = "xlsx"


KindArgument = Annotated[Kind, typer.Argument(help="What the file holds.")]
Organisation = Annotated[str, typer.Option(help="Of whom; `rondstroom import` lists them.")]
Out = Annotated[Path, typer.Option(help="Where to write it.")]
From = Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD; today when left out.")]
To = Annotated[str, typer.Option("--to", help="Last day; six weeks on when left out.")]
Format = Annotated[
    FileFormat | None, typer.Option("--format", help="csv or xlsx; else as --out ends.")
]
As = Annotated[str, typer.Option("--as", help="Act as the account with this e-mail address.")]
TeamOption = Annotated[str, typer.Option(help="Roster only: one team.")]


@app.command("export")
def take_out(
    kind: KindArgument,
    out: Out,
    organisation: Organisation = "",
    starts: From = "",
    ends: To = "",
    file_format: Format = None,
    email: As = "",
    team: TeamOption = "",
) -> None:
    """Write a file for Excel, or for another system; `rondstroom import` takes it in unchanged.

    Ends with 2 when the organisation or the days are not what they should be, or the file cannot
    be written, and with 3 when the account of --as may not do this.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    chosen = file_format or (FileFormat.XLSX if out.suffix == ".xlsx" else FileFormat.CSV)
    try:
        first, last = _days(starts, ends)
        options: dict[str, Any] = {"starts_on": first, "ends_on": last, "file_format": chosen.value}
        options |= {"team": team} if kind is Kind.ROSTER else {}
        done = _exported(kind, organisation, email, options)
        _write(out, done.content)
    except ActedInVain as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(reason.exit_code) from None
    typer.echo(f"{out}: {done.rows} ({first:%d-%m-%Y} tot en met {last:%d-%m-%Y})")
    for note in done.notes:
        typer.echo(f"  {note}.")


def _days(starts: str, ends: str) -> tuple[date, date]:
    """Read the days, ISO or as the Dutch write them."""
    first = _day(starts) if starts else datetime.now(AMSTERDAM).date()
    last = _day(ends) if ends else first + timedelta(weeks=WEEKS_AHEAD)
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        raise ActedInVain(
            f"Kies een laatste dag van {first:%d-%m-%Y} tot {LONGEST_DAYS} dagen erna"
        )
    return first, last


def _day(text: str) -> date:
    from rondstroom.integrations.spreadsheets.values.dates import read_date
    from rondstroom.integrations.spreadsheets.values.refusal import BadValue

    try:
        return read_date(text)
    except BadValue as refusal:
        raise ActedInVain(f"{text}: {refusal}") from None


def _exported(kind: Kind, organisation: str, email: str, options: dict[str, Any]) -> Exported:
    from rondstroom.integrations.spreadsheets import exports

    doors = {
        Kind.SHIFTS: exports.export_shifts,
        Kind.ROSTER: exports.export_roster,
        Kind.WORKERS: exports.export_workers,
        Kind.AVAILABILITY: exports.export_availability,
    }
    try:
        return doors[kind](
            organisation=organisation_named(organisation), by=actor(email), **options
        )
    except exports.ExportNotAllowed as refusal:
        raise ActedInVain(str(refusal), NOT_ALLOWED) from None


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise ActedInVain(f"{out}: kan niet worden geschreven ({fault.strerror})") from None
