"""Waking the platform for a command: settings, Django, and a database that is up to date."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable

from rondstroom.cli.shortcomings import UnableToRun


def start(tell: Callable[[str], None] | None = None) -> None:
    """Make models and database usable; what takes a while is told through `tell`."""
    wake()
    bring_database_up_to_date(tell)


def wake() -> None:
    """Load the settings, those of the demo unless others were chosen, and Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.demo")
    import django

    gc.disable()  # nothing that is imported becomes garbage: a tenth of the time saved
    try:
        django.setup()
    except RuntimeError as fault:
        # Settings stand above this layer, so their own exception is known by its place only.
        if type(fault).__module__ == "rondstroom.config.env":
            raise UnableToRun(str(fault)) from None
        raise
    finally:
        gc.enable()


def bring_database_up_to_date(tell: Callable[[str], None] | None = None) -> None:
    """Migrate an embedded database when it lags behind.

    Raises
    ------
    UnableToRun
        When it is a database server that lags behind: its owner decides when it is changed.
    """
    from django.core.management import call_command
    from django.db import connection

    waiting = waiting_migrations()
    if not waiting:
        return
    if connection.vendor != "sqlite":
        raise UnableToRun(
            f"The database lags {waiting} migrations behind this version of Rondstroom.\n"
            "Make a backup, then run: python -m rondstroom.manage migrate"
        )
    if tell:
        tell("Laying out the database …")
    call_command("migrate", verbosity=0, interactive=False)


def waiting_migrations() -> int:
    """Count the migrations that this database has not had yet."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
