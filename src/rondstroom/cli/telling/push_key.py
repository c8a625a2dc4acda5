"""`rondstroom pushkey`: a new key for web push, to keep in the environment."""

from __future__ import annotations

import typer

app = typer.Typer(add_completion=False)


@app.command("pushkey")
def push_key() -> None:
    """Make a key with which push services recognise this installation.

    Keep it: with another key every browser has to be asked again.
    """
    from rondstroom.integrations.web_push import Keys

    typer.echo(f"RONDSTROOM_PUSH_KEY={Keys.new('').secret}")
