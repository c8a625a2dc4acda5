"""`rondstroom import`: bring in shifts, rosters, workers or availability from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rondstroom.cli import platform
from rondstroom.cli.acting import (
    NOBODY_YET,
    NOT_ALLOWED,
    ActedInVain,
    actor,
    known_organisations,
    organisation_named,
)

if TYPE_CHECKING:
    from rondstroom.integrations.spreadsheets import ImportAnswer

SOME_REJECTED = 1

app = typer.Typer(add_completion=False)


class Kind(StrEnum):
    """What a file holds."""

    SHIFTS = "shifts"
    ROSTER = "roster"
    WORKERS = "workers"
    AVAILABILITY = "availability"


KindArgument = Annotated[Kind | None, typer.Argument(help="What the file holds.")]
FileArgument = Annotated[Path | None, typer.Argument(help="CSV, TSV or Excel (.xlsx).")]
Organisation = Annotated[str, typer.Option(help="For whom; see --list-organisations.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Answer, but keep nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
As = Annotated[str, typer.Option("--as", help="Act as the account with this e-mail address.")]
Column = Annotated[
    list[str] | None, typer.Option(help="FIELD=HEADING, when a column is not recognised.")
]
TeamOption = Annotated[str, typer.Option(help="Roster only: the team, or LOCATION/TEAM.")]
Draft = Annotated[bool, typer.Option("--draft", help="Shifts only: keep new ones in concept.")]
ListThem = Annotated[
    bool, typer.Option("--list-organisations", help="List for whom one can import.")
]


@app.command("import")
def bring_in(
    kind: KindArgument = None,
    file: FileArgument = None,
    organisation: Organisation = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
    email: As = "",
    column: Column = None,
    team: TeamOption = "",
    draft: Draft = False,
    list_organisations: ListThem = False,
) -> None:
    """Bring in a file as a planner's system writes it; the same file twice changes nothing.

    Ends with 0 when every row was taken, 1 when some were rejected (each is named by row and
    column), 2 when the file or the organisation is not what it should be, 3 when the account of
    --as may not do this.
    """
    options: dict[str, Any] = {"dry_run": dry_run, "columns": _columns(column or [])}
    options |= {"team": team} if kind is Kind.ROSTER else {}
    options |= {"state": "draft"} if kind is Kind.SHIFTS and draft else {}
    platform.start(lambda text: typer.echo(text, err=True))
    if list_organisations:
        _list(as_json)
    elif kind is None or file is None:
        raise typer.BadParameter("Name what the file holds, and the file: shifts FILE")
    else:
        raise typer.Exit(_answered(kind, file, organisation, email, options, as_json=as_json))


def _answered(
    kind: Kind, file: Path, organisation: str, email: str, options: dict[str, Any], *, as_json: bool
) -> int:
    """Do it, tell what came of it, and give the code to end with."""
    try:
        answer = _bring_in(kind, file, organisation, email, options)
    except ActedInVain as reason:
        _give_up(reason, kind, file, as_json)
        return reason.exit_code
    if as_json:
        typer.echo(json.dumps(answer.as_json(), ensure_ascii=False))
    else:
        typer.echo("\n".join(in_words(answer)))
    return SOME_REJECTED if answer.rejected else 0


def _bring_in(
    kind: Kind, file: Path, organisation: str, email: str, options: dict[str, Any]
) -> ImportAnswer:
    from rondstroom.integrations import spreadsheets
    from rondstroom.rooms.journal.actions import UnableToAct

    imports = {
        Kind.SHIFTS: spreadsheets.import_shifts,
        Kind.ROSTER: spreadsheets.import_roster,
        Kind.WORKERS: spreadsheets.import_workers,
        Kind.AVAILABILITY: spreadsheets.import_availability,
    }
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise ActedInVain(f"{file}: kan niet worden geopend ({fault.strerror})") from None
    found, by = organisation_named(organisation), actor(email)
    try:
        return imports[kind](
            content, file.name, organisation=found, by=by, at=datetime.now(UTC), **options
        )
    except spreadsheets.ImportNotAllowed as refusal:
        raise ActedInVain(str(refusal), NOT_ALLOWED) from None
    except (spreadsheets.UnableToRead, UnableToAct) as refusal:
        raise ActedInVain(f"{file.name}: {refusal}") from None


def _columns(pairs: list[str]) -> dict[str, str]:
    """Read FIELD=HEADING; an empty heading leaves the field out."""
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r} is not FIELD=HEADING", param_hint="--column")
    cut = [pair.partition("=") for pair in pairs]
    return {field.strip(): heading.strip() for field, _is, heading in cut}


def _list(as_json: bool) -> None:
    names = known_organisations()
    if as_json:
        typer.echo(json.dumps({"organisations": names}, ensure_ascii=False))
    elif names:
        typer.echo("\n".join(names))
    else:
        typer.echo(NOBODY_YET, err=True)


def _give_up(reason: ActedInVain, kind: Kind, file: Path, as_json: bool) -> None:
    """Tell why on the error channel; programs get an answer of the same shape."""
    from rondstroom.integrations.spreadsheets import ImportAnswer

    typer.echo(str(reason), err=True)
    if as_json:
        answer = ImportAnswer(kind.value, file.name).as_json() | {"error": str(reason)}
        typer.echo(json.dumps(answer, ensure_ascii=False))


def in_words(answer: ImportAnswer) -> Iterator[str]:
    """Tell what came of an import, line by line."""
    done = f"{answer.created} nieuw, {answer.updated} gewijzigd, {answer.unchanged} ongewijzigd"
    counts = f"{answer.understood} begrepen ({done}), {len(answer.rejected)} geweigerd"
    yield f"{answer.file}: {counts}"
    if answer.dry_run:
        yield "Proef: er is niets opgeslagen."
    for one in sorted(answer.rejected, key=lambda one: one.row):
        yield f"  regel {one.row}, kolom {one.column}: “{one.value}”. {one.why}."
    for place in answer.created_places:
        yield f"  nieuw: {place}"
    for note in answer.notes:
        yield f"  {note}" if note.endswith((".", "?")) else f"  {note}."
