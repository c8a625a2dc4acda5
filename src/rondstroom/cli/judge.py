"""`rondstroom judge`: the rosters in the platform's database, judged by the working-time law."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from flexpool.periods import AMSTERDAM
from rondstroom.cli import platform
from rondstroom.cli.shortcomings import UnableToRun

if TYPE_CHECKING:
    from flexpool.worktime import Finding

app = typer.Typer(add_completion=False)
BREACHES_FOUND = 1
SIX_WEEKS = timedelta(weeks=6)
Day = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day.")]
LastDay = Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day.")]


@app.command("judge")
def judge(
    organisation: Annotated[str, typer.Option(help="Of whom; none: all of them.")] = "",
    first: Day = None,
    last: LastDay = None,
    lang: Annotated[str, typer.Option(help="Language of the messages: nl or en.")] = "nl",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Judge everybody's roster over all organisations, this week and the five after.

    Ends with 0 when no breach was found (there may be warnings) and with 1 when there are.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    starts_on = first.date() if first else _monday(datetime.now(AMSTERDAM).date())
    ends_on = last.date() if last else starts_on + SIX_WEEKS - timedelta(days=1)
    if ends_on < starts_on:
        raise UnableToRun(f"The last day, {ends_on}, lies before the first, {starts_on}.")
    found = list(_findings(organisation, starts_on, ends_on))
    if as_json:
        typer.echo(json.dumps({"findings": [_as_json(who, one, lang) for who, one in found]}))
    else:
        for who, finding in found:
            typer.echo(f"{who}: {finding.message.in_language(lang)} ({finding.article})")
        typer.echo(f"{len(found)} findings from {starts_on} through {ends_on}.")
    if any(finding.severity.value == "breach" for _who, finding in found):
        raise typer.Exit(BREACHES_FOUND)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _findings(organisation: str, starts_on: date, ends_on: date) -> Iterator[tuple[str, Finding]]:
    """Give what the law finds, with the name of whom it concerns."""
    from rondstroom.rooms.organisations import queries as organisations
    from rondstroom.rooms.people import queries as people
    from rondstroom.rooms.rosters import queries as rosters

    known = {one.name.lower(): one.pk for one in organisations.all_organisations()}
    if organisation and organisation.lower() not in known:
        raise UnableToRun(f"There is no organisation {organisation!r}.")
    ids = [known[organisation.lower()]] if organisation else list(known.values())
    found = rosters.findings_of_organisations(ids, starts_on, ends_on)
    names = {pk: worker.name for pk, worker in people.workers(found).items()}
    for worker_id in sorted(found, key=lambda one: names[one]):
        for finding in found[worker_id]:
            yield names[worker_id], finding


def _as_json(who: str, finding: Finding, lang: str) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "worker": who,
        "start": finding.starts_local.isoformat(),
        "end": finding.ends_local.isoformat(),
        "measured": finding.measured,
        "limit": finding.limit,
        "article": finding.article,
        "severity": finding.severity.value,
        "message": finding.message.in_language(lang),
    }
