"""`rondstroom register`: bringing in what the BIG register answered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rondstroom.cli import platform

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def register() -> None:
    """Keep what the BIG register says of workers."""


@app.command("check")
def check(
    answers: Annotated[Path, typer.Argument(help="CSV with answers, looked up in the register.")],
) -> None:
    """Bring in looked-up answers; only workers whose number is in the file are touched.

    Number and name are compared. Whoever no longer passes the gate becomes a task at once.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.utils import timezone

    from rondstroom.integrations.big_register import UnreadableAnswers, read_answers
    from rondstroom.rooms.identity.queries import machine_account
    from rondstroom.rooms.people import queries as people
    from rondstroom.rooms.skills import actions, queries

    try:
        told = read_answers(answers.read_text(encoding="utf-8"), answers.name[:40])
    except (OSError, UnicodeDecodeError, UnreadableAnswers) as fault:
        typer.echo(f"Niets ingelezen. {fault}", err=True)
        raise typer.Exit(2) from fault
    everybody = people.all_workers().values_list("pk", flat=True)
    known = {one.worker_id for one in queries.register_numbers(everybody) if told.knows(one.number)}
    done = actions.check_registers(
        register=told, worker_ids=sorted(known), by=machine_account(), at=timezone.now()
    )
    typer.echo(f"{done.asked} registrations checked, {done.changed} changed.")
