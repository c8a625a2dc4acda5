"""`rondstroom check`: judge a roster file by the working-time law. Needs no database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from flexpool.parameters import NoFigureForDate
from flexpool.worktime import (
    DEFAULT_PROFILE,
    NoSuchProfile,
    Profile,
    Severity,
    WorkRecord,
    load_profile,
    profile_names,
)
from rondstroom.cli.check_cells import UnableToRead
from rondstroom.cli.check_file import Roster, read_roster
from rondstroom.cli.check_report import Judged, answer, errors, report, unreadable
from rondstroom.cli.shortcomings import UnableToRun

BREACHES_FOUND = 1
UNREADABLE = 2
LANGUAGES = ("nl", "en")
HELP = """Judge a roster by the Dutch working-time law, per person over all organisations.

Columns: worker, start, end [, break_minutes, kind, organisation, absent, age_group]. Times are
ISO, Dutch local time or with an offset. Delimiter comma, semicolon or tab; UTF-8 or Windows-1252.
kind: work, standby, on_call, presence, call (or dienst, consignatie, bereikbaarheid,
aanwezigheid, oproep). absent: yes/no; such hours count as worked. age_group: adult or 16-17.

Ends with 0 when the roster is lawful, 1 when there are breaches, 2 when the file cannot be read;
then every cell that cannot be read is named by row and column. A warning ("let op": lawful under
a condition that the roster does not show) and a finding of policy ("beleid") break no law: they
are told, and alone they end with 0.
"""

app = typer.Typer(add_completion=False)


@app.command("check", help=HELP)
def check_roster(
    file: Annotated[Path, typer.Argument(help="CSV: worker,start,end and optional columns.")],
    profile: Annotated[
        str, typer.Option(help=f"Variant of the law: {', '.join(profile_names())}.")
    ] = DEFAULT_PROFILE,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the messages: nl or en.")] = "nl",
    explain: Annotated[
        bool, typer.Option(help="Tell in which way a rule with two ways was met.")
    ] = False,
) -> None:
    """Judge a roster; see HELP."""
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"{lang!r} is neither nl nor en", param_hint="--lang")
    chosen = _profile(profile)
    judged = _judge(_read(file, lang, as_json=as_json), chosen, lang, explain=explain)
    if as_json:
        typer.echo(json.dumps(answer(judged, lang), ensure_ascii=False))
    else:
        typer.echo(report(judged, lang))
    if any(finding.severity is Severity.BREACH for finding in judged.findings):
        raise typer.Exit(BREACHES_FOUND)


def _profile(name: str) -> Profile:
    try:
        return load_profile(name)
    except NoSuchProfile as error:
        raise typer.BadParameter(str(error), param_hint="--profile") from None


def _read(file: Path, lang: str, *, as_json: bool) -> Roster:
    try:
        roster = read_roster(file)
        rejected = roster.rejected
    except UnableToRead as error:
        roster, rejected = Roster(), [error]
    if not rejected:
        return roster
    typer.echo(unreadable(file, rejected, lang), err=True)
    if as_json:
        typer.echo(json.dumps(errors(rejected, lang), ensure_ascii=False))
    raise typer.Exit(UNREADABLE)


def _judge(roster: Roster, profile: Profile, lang: str, *, explain: bool) -> Judged:
    judged = Judged(roster)
    for (worker, age_group), shifts in sorted(roster.shifts.items()):
        try:
            record = WorkRecord(shifts, profile, age_group, worker=worker)
            judged.findings += record.findings
        except NoFigureForDate as error:
            raise UnableToRun(_not_judged(worker, error, lang)) from None
        judged.rules_checked.update(dict.fromkeys(record.rule_ids))
        if explain:
            judged.explanations += [(worker, told) for told in record.explanations()]
    return judged


def _not_judged(worker: str, error: NoFigureForDate, lang: str) -> str:
    """Say whose roster lies outside the dates of which the law is known here."""
    if lang == "en":
        return f"The roster of {worker} cannot be judged: {error}."
    return f"Het rooster van {worker} kan niet worden beoordeeld: {error.told.nl}."
