"""`rondstroom cascade`: moving on what asks around, for timers where no tasks run."""

from __future__ import annotations

import typer

from rondstroom.cli import platform

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def cascade() -> None:
    """Ask around for open shifts, ring after ring."""


@app.command("advance")
def advance() -> None:
    """Close every ring of which the time is over, and ask the next; safe to run at any time.

    `rondstroom serve` does this by itself. Run it from a timer when tasks run nowhere.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.utils import timezone

    from rondstroom.rooms.identity.queries import machine_account
    from rondstroom.rooms.matching import actions

    moved = actions.advance_cascades(by=machine_account(), at=timezone.now())
    typer.echo(f"{moved} cascades moved on.")
