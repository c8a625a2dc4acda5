"""`rondstroom account`: let somebody sign in, as a worker or at a desk."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rondstroom.cli import platform
from rondstroom.cli.shortcomings import UnableToRun

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

app = typer.Typer(add_completion=False)


class Desk(StrEnum):
    """The roles that can be given."""

    PLANNER = "planner"
    COORDINATOR = "coordinator"
    HR = "hr"
    FINANCE = "finance"
    BOARD = "board"
    ADMINISTRATOR = "administrator"


@app.command("account")
def account(
    email: Annotated[str, typer.Argument(help="With which somebody signs in.")],
    name: Annotated[str, typer.Option(help="How others see them.")],
    role: Annotated[Desk | None, typer.Option(help="Their desk; none for a worker.")] = None,
    organisation: Annotated[str, typer.Option(help="Where; none: the whole region.")] = "",
) -> None:
    """Make an account, and give it a desk. Asks for the password, or reads it from a pipe.

    A worker who was brought in with this address gets the account. For an account that is there
    already only the role is added.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.db import transaction

    from rondstroom.rooms.journal.actions import UnableToAct

    try:
        with transaction.atomic():
            typer.echo(_open(email, name, role, organisation))
    except UnableToAct as refusal:
        raise UnableToRun(str(refusal)) from None


def _open(email: str, name: str, role: Desk | None, organisation: str) -> str:
    from rondstroom.rooms.identity import actions, queries
    from rondstroom.rooms.identity.states import RoleKind

    by, at = queries.machine_account(), datetime.now(UTC)
    row, told = queries.account_by_email(email), f"{email} was there already."
    if row is None:
        row = actions.create_account(email=email, name=name, password=_password(), by=by, at=at)
        told = f"{email} can sign in."
    if role is not None:
        actions.grant_role(
            account=row,
            kind=RoleKind(role.value),
            organisation_id=_organisation_id(organisation),
            by=by,
            at=at,
        )
        told += f" Role: {role.value}, {organisation or 'whole region'}."
    return told + _connected(row)


def _organisation_id(name: str) -> int | None:
    from rondstroom.rooms.organisations import queries

    if not name:
        return None
    found = queries.organisation_by_name(name)
    if found is None:
        known = ", ".join(one.name for one in queries.all_organisations()) or "none yet"
        raise UnableToRun(f"There is no organisation {name!r}. Known: {known}.")
    return found.pk


def _connected(row: Account) -> str:
    """Give the account to the worker with this address, when there is one without."""
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.people import actions, queries

    worker = queries.worker_by_email(row.email)
    if worker is None or worker.account_id is not None:
        return ""
    actions.connect_account(
        worker=worker, account=row, by=identity.machine_account(), at=datetime.now(UTC)
    )
    return f" It is the account of worker {worker.name}."


def _password() -> str:
    if sys.stdin.isatty():
        asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        return asked
    piped = sys.stdin.readline().rstrip("\n")
    if not piped:
        raise UnableToRun("No password was given: type it when asked, or pipe it in.")
    return piped
