"""`rondstroom serve`: the platform as it is, web server and task worker in one command."""

from __future__ import annotations

from typing import Annotated

import typer

from rondstroom.cli import platform
from rondstroom.cli.serving.address import Address, check_free

app = typer.Typer(add_completion=False)


@app.command("serve")
def serve(
    port: Annotated[int, typer.Option(help="Where to listen.")] = 8000,
    host: Annotated[
        str, typer.Option(help="On which address; 0.0.0.0 is all, for inside a container.")
    ] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Processes for pages.", min=1)] = 2,
    threads: Annotated[int, typer.Option(help="Threads per process.", min=1)] = 4,
) -> None:
    """Serve the platform and run its tasks, until Ctrl-C or a stop signal.

    Which database and which settings: by the environment, see docs/how-to/run-for-real.md. An
    embedded database is brought up to date first; a database server only by `migrate`.
    """
    address = Address(host, port)
    platform.wake()
    check_free(address, "rondstroom serve")
    from django.conf import settings

    from rondstroom.cli.serving import assets, processes

    platform.bring_database_up_to_date(lambda text: typer.echo(text, err=True))
    assets.collect_when_changed()
    code = processes.serve(
        address,
        workers,
        threads,
        settings.STATE_FOLDER,
        when_ready=lambda: typer.echo(f"Rondstroom runs at {address}", err=True),
    )
    raise typer.Exit(code)
