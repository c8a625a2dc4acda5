"""`rondstroom catalogue`: functions, competences, tasks and packages as a file, out and in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rondstroom.cli import platform
from rondstroom.cli.acting import ActedInVain, actor
from rondstroom.cli.imports import SOME_REJECTED, in_words

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def catalogue() -> None:
    """Take the catalogue out as a CSV file, or bring it in."""


@app.command("export")
def take_out(out: Annotated[Path, typer.Argument(help="Where to write it.")]) -> None:
    """Write functions, substitutions, competences, tasks and packages as CSV."""
    platform.start(lambda text: typer.echo(text, err=True))
    from rondstroom.integrations.spreadsheets.catalogue import export_catalogue

    try:
        out.write_bytes(export_catalogue())
    except OSError as fault:
        typer.echo(f"{out}: kan niet worden geschreven ({fault.strerror})", err=True)
        raise typer.Exit(2) from None


@app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="CSV or Excel, as `catalogue export` writes it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Answer, but keep nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    email: Annotated[str, typer.Option("--as", help="Act as this account.")] = "",
) -> None:
    """Bring in a file; what is not in it stays, and the same file twice changes nothing.

    Ends with 0 when every line was taken, 1 when some were refused (each is named), 2 when the
    file is not what it should be, 3 when the account of --as is not known.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from rondstroom.integrations.spreadsheets import UnableToRead
    from rondstroom.integrations.spreadsheets.catalogue import import_catalogue

    try:
        account, now = actor(email), datetime.now(UTC)
        content = file.read_bytes()
        answer = import_catalogue(content, file.name, by=account, at=now, dry_run=dry_run)
    except ActedInVain as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(reason.exit_code) from None
    except (OSError, UnableToRead) as fault:
        typer.echo(f"{file.name}: {fault}", err=True)
        raise typer.Exit(2) from None
    told = json.dumps(answer.as_json(), ensure_ascii=False)
    typer.echo(told if as_json else "\n".join(in_words(answer)))
    raise typer.Exit(SOME_REJECTED if answer.rejected else 0)
