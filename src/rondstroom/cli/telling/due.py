"""`rondstroom due`: what the clock asks: reminders of tomorrow, and messages whose moment came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import typer

from rondstroom.cli import platform

app = typer.Typer(add_completion=False)


@app.command("due")
def due(
    quiet: Annotated[bool, typer.Option(help="Say nothing when all went well.")] = False,
) -> None:
    """Remind who works tomorrow, and send what is due by mail, push and webhook.

    Run it every few minutes.

    The first run of a day also asks the BIG register anew and judges all coming shifts again.
    However often it runs, nobody hears the same twice. `rondstroom serve` runs it by itself.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.utils import timezone

    given_up, told = _done(timezone.now(), (lambda _text: None) if quiet else typer.echo)
    if not quiet:
        typer.echo(told)
    raise typer.Exit(1 if given_up else 0)


def _done(now: datetime, tell: Callable[[str], None]) -> tuple[int, str]:
    """Do all that is due; give how many messages were given up, and what to tell of the whole."""
    from rondstroom.cli.telling import daily
    from rondstroom.integrations.web_push import from_settings
    from rondstroom.rooms.identity import actions as systems
    from rondstroom.rooms.identity.queries import machine_account
    from rondstroom.rooms.messages import actions as messages
    from rondstroom.rooms.rosters import actions as rosters

    machine = machine_account()
    rosters.lapse_swaps(by=machine, at=now)
    daily.check_again(machine, now, tell)
    reminded = rosters.remind_of_tomorrow(by=machine, at=now)
    done = messages.deliver_due(push=from_settings(), by=machine, at=now)
    # What a task had in hand when it was killed: nobody else comes back for it.
    brought = systems.deliver_due(by=machine, at=now).arrived
    return done.given_up, (
        f"{reminded} shifts of tomorrow looked at, {done.sent} messages sent, "
        f"{done.again} to be tried again, {done.given_up} given up; "
        f"{brought} brought to other systems."
    )
