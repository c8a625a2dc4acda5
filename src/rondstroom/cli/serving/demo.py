"""`rondstroom demo`: the demo region on one's own machine, in one command."""

from __future__ import annotations

import sys
import time
import webbrowser
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from flexpool.periods import AMSTERDAM
from rondstroom.cli import platform
from rondstroom.cli.serving.address import Address, check_free
from rondstroom.cli.shortcomings import UnableToRun

app = typer.Typer(add_completion=False)
HOST = "127.0.0.1"
SEED = 1


@app.command("demo")
def demo(
    reset: Annotated[
        bool, typer.Option("--reset", help="Throw the demo's data away and build it anew.")
    ] = False,
    port: Annotated[int, typer.Option(help="Where to listen.")] = 8000,
    browser: Annotated[bool, typer.Option(help="Open a browser, when there is a screen.")] = True,
    serve: Annotated[bool, typer.Option(help="Serve it; --no-serve only builds.")] = True,
) -> None:
    """Build the demo region (8 organisations, 240 workers, six weeks) and serve it.

    What was built is kept and used again; --reset makes it anew, from this week on. All people and
    organisations are made up.
    """
    address = Address(HOST, port)
    platform.wake()
    if serve:
        check_free(address, "rondstroom demo")
    build_when_needed(datetime.now(AMSTERDAM), reset=reset)
    if serve:
        raise typer.Exit(_serve(address, browser=browser))


def build_when_needed(now: datetime, *, reset: bool) -> None:
    """See to it that the database holds the demo region, up to date with this version."""
    from django.conf import settings
    from django.db import connection

    from rondstroom.cli.serving import assets, processes
    from rondstroom.demo import building

    if not settings.IS_DEMO or connection.vendor != "sqlite":
        raise UnableToRun(
            "The demo keeps to its own embedded database, and these settings name another.\n"
            "Unset DJANGO_SETTINGS_MODULE and RONDSTROOM_DATABASE, then try again."
        )
    processes.check_not_serving(settings.STATE_FOLDER)
    if reset:
        _remove(Path(connection.settings_dict["NAME"]))
    platform.bring_database_up_to_date(_tell)
    built_for = building.built_for()
    if built_for is None:
        _build(now.date())
    elif building.is_over(built_for, now.date()):
        _tell(_how_to_refresh(built_for))
    assets.collect_when_changed()


def _build(today: date) -> None:
    """Fill the database, and lay a file beside it that the tutorial brings in."""
    from django.conf import settings

    from rondstroom.demo import building, examples

    started = time.monotonic()
    _tell("Building the demo region (once; some seconds) …")
    building.build_region(SEED, today, _tell)
    example = settings.STATE_FOLDER / examples.NAME
    example.write_text(examples.open_shifts(today), "utf-8")
    _tell(f"  a file to bring in, for the tutorial: {example}")
    _tell(f"Built in {time.monotonic() - started:.1f} seconds.")


def _how_to_refresh(built_for: date) -> str:
    return (
        f"The demo's six weeks, made on {built_for:%d-%m-%Y}, are over. "
        "For weeks from today on: rondstroom demo --reset"
    )


def _remove(database: Path) -> None:
    """Delete an embedded database with what belongs to it."""
    from django.db import connections

    connections.close_all()
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _serve(address: Address, *, browser: bool) -> int:
    from django.conf import settings

    from rondstroom.cli.serving import processes

    def when_ready() -> None:
        _welcome(address)
        if browser and getattr(settings, "HAS_SCREEN", False):
            webbrowser.open(str(address))

    return processes.serve(address, 2, 4, settings.STATE_FOLDER, when_ready)


def _welcome(address: Address) -> None:
    """Tell where to go and who one can be."""
    from rondstroom.demo.cast import ACCOUNTS

    width = max(len(account.email) for account in ACCOUNTS)
    lines = [f"  {account.email:<{width}}  {account.who}" for account in ACCOUNTS]
    typer.echo(
        f"\nRondstroom runs at {address}\n\nSign in as one of these; "
        f"the password is always {ACCOUNTS[0].password}\n" + "\n".join(lines) + "\n\nCtrl-C stops."
    )
    sys.stdout.flush()


def _tell(text: str) -> None:
    typer.echo(text, err=True)
