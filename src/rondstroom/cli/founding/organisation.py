"""`rondstroom organisation`: let an organisation take part."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from flexpool.periods import AMSTERDAM
from rondstroom.cli import platform
from rondstroom.cli.shortcomings import UnableToRun

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Pool, Region

app = typer.Typer(add_completion=False)


class BranchName(StrEnum):
    """The branches of care that the platform knows."""

    VVT = "vvt"
    GHZ = "ghz"
    HOSPITAL = "hospital"
    GGZ = "ggz"
    GP = "gp"


@app.command("organisation")
def organisation(
    name: Annotated[str, typer.Argument(help="As people call it.")],
    branch: Annotated[BranchName, typer.Option(help="Branch of care.")],
    region: Annotated[str, typer.Option(help="Code of the region, RA0309 for example.")],
    region_name: Annotated[str, typer.Option(help="Its name, when the region is new.")] = "",
    pool: Annotated[str, typer.Option(help="Pool to join from today; made when new.")] = "",
    phone: Annotated[str, typer.Option(help="Shown to workers who cannot come.")] = "",
    profile: Annotated[
        str, typer.Option(help="Working-time profile: see `rondstroom check --help`.")
    ] = "default",
) -> None:
    """Make an organisation, in a region and, when asked, in a pool.

    Locations and teams come with `rondstroom import`, or one by one when a planner adds shifts.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    from django.db import transaction

    from flexpool.worktime import NoSuchProfile, load_profile
    from rondstroom.rooms.journal.actions import UnableToAct

    try:
        load_profile(profile)
        with transaction.atomic():
            _found(name, branch, region, region_name, pool, phone, profile)
    except (UnableToAct, NoSuchProfile) as refusal:
        raise UnableToRun(str(refusal)) from None
    typer.echo(f"{name} takes part. Next: rondstroom account EMAIL --role planner …")


def _found(
    name: str,
    branch: BranchName,
    region: str,
    region_name: str,
    pool: str,
    phone: str,
    profile: str,
) -> None:
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.organisations import actions
    from rondstroom.rooms.organisations.states import Branch

    by, at = identity.machine_account(), datetime.now(UTC)
    place = _region(region, region_name)
    row = actions.create_organisation(
        region=place,
        name=name,
        branch=Branch(branch.value),
        phone=phone,
        worktime_profile=profile,
        by=by,
        at=at,
    )
    if pool:
        today = at.astimezone(AMSTERDAM).date()
        actions.join_pool(pool=_pool(place, pool), organisation=row, starts_on=today, by=by, at=at)


def _region(code: str, name: str) -> Region:
    """Give the region with this code, made when a name is given for it, with the base catalogue."""
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.organisations import actions, queries
    from rondstroom.rooms.skills import actions as skills

    known = queries.region_by_code(code)
    if known is not None:
        return known
    if not name:
        raise UnableToRun(f"Region {code} is not known yet. Give its name: --region-name NAME")
    by, at = identity.machine_account(), datetime.now(UTC)
    skills.load_catalogue(by=by, at=at)  # a new region does not begin with an empty list
    return actions.create_region(code=code, name=name, by=by, at=at)


def _pool(region: Region, name: str) -> Pool:
    """Give the pool of this name, made when it is new."""
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.organisations import actions, queries

    return queries.pool_by_name(name) or actions.create_pool(
        region=region, name=name, by=identity.machine_account(), at=datetime.now(UTC)
    )
