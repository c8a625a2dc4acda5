"""`rondstroom gate`: judging again who is on a shift, for timers."""

from __future__ import annotations

import typer

from rondstroom.cli import platform

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def gate() -> None:
    """Judge again whether everybody on a shift may work it."""


@app.command("recheck")
def recheck() -> None:
    """Judge everybody on a shift of the coming 14 days; run it every night, or more often.

    Who no longer passes becomes a task for planner and HR. Exit code 1 when something opened.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.utils import timezone

    from rondstroom.rooms.identity.queries import machine_account
    from rondstroom.rooms.rosters import actions

    done = actions.recheck_gate(by=machine_account(), at=timezone.now())
    typer.echo(f"{done.looked} assignments judged, {done.opened} opened, {done.closed} cured.")
    raise typer.Exit(1 if done.opened else 0)
