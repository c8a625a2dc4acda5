"""`rondstroom keys`: let other systems in, see who came, shut them out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rondstroom.cli import platform
from rondstroom.cli.acting import NOT_ALLOWED, ActedInVain, actor, organisation_named
from rondstroom.cli.shortcomings import UnableToRun

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

app = typer.Typer(add_completion=False, no_args_is_help=True)
Where = Annotated[str, typer.Option("--organisation", help="For which organisation.")]
By = Annotated[str, typer.Option("--as", help="Address of its administrator; else the machine.")]


@app.command("make")
def make(
    name: Annotated[str, typer.Argument(help="What the other system is called.")],
    organisation: Where,
    scope: Annotated[list[str], typer.Option(help="A right, such as shifts:write; repeat.")],
    by: By = "",
) -> None:
    """Make a key, and show it: this once, for only a digest is kept."""
    where, account = _begin(organisation, by)
    from rondstroom.rooms.identity import actions
    from rondstroom.rooms.journal.actions import UnableToAct

    try:
        key, secret = actions.make_key(
            organisation_id=where.pk, name=name, scopes=scope, by=account, at=datetime.now(UTC)
        )
    except UnableToAct as refusal:
        raise UnableToRun(str(refusal)) from None
    typer.echo(f"Key {key.pk} of {where.name} for {key.name}: {', '.join(key.scopes)}", err=True)
    typer.echo(secret)


@app.command("list")
def listed(organisation: Where, by: By = "") -> None:
    """Show the keys of an organisation: their first signs, rights, and when last used."""
    where, _account = _begin(organisation, by)
    from rondstroom.rooms.identity import queries

    for key in queries.keys_of(where.pk):
        used = f"used {_when(key.last_used_at)}" if key.last_used_at else "never used"
        state = f"withdrawn {_when(key.withdrawn_at)}" if key.withdrawn_at else used
        typer.echo(f"{key.pk:>4}  {key.hint}…  {key.name}  {', '.join(key.scopes)}  {state}")


@app.command("withdraw")
def withdraw(
    number: Annotated[int, typer.Argument(help="The number that `keys list` shows.")],
    organisation: Where,
    by: By = "",
) -> None:
    """Shut a system out at once."""
    where, account = _begin(organisation, by)
    from rondstroom.rooms.identity import actions, queries

    key = queries.api_key(number)
    if key is None or key.organisation_id != where.pk:
        raise UnableToRun(f"{where.name} has no key {number}. See: rondstroom keys list")
    actions.withdraw_key(key=key, by=account, at=datetime.now(UTC))
    typer.echo(f"Key {number} of {where.name} opens nothing any more.")


def _begin(organisation: str, by: str) -> tuple[Organisation, Account]:
    """Wake the platform; give the organisation and who signs, who must be its administrator."""
    platform.start(lambda text: typer.echo(text, err=True))
    from rondstroom.rooms.identity import permissions

    try:
        where, account = organisation_named(organisation), actor(by)
    except ActedInVain as refusal:
        raise _in_vain(str(refusal), refusal.exit_code) from None
    if by and not permissions.may_manage_keys(account, where.pk):
        raise _in_vain(f"{by} is no administrator of {where.name}.", NOT_ALLOWED)
    return where, account


def _in_vain(text: str, exit_code: int) -> UnableToRun:
    refusal = UnableToRun(text)
    refusal.exit_code = exit_code
    return refusal


def _when(moment: Any) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
