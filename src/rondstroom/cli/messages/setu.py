"""`rondstroom setu`: exchange SETU messages with other systems, as JSON files."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flexpool.periods import AMSTERDAM, day_period
from rondstroom.cli import platform
from rondstroom.cli.acting import NOT_ALLOWED, ActedInVain, actor, organisation_named

if TYPE_CHECKING:
    from rondstroom.integrations.setu_pay_equity import PayEquity
    from rondstroom.integrations.setu_planning import Taken

SOME_REFUSED = 1
WEEKS_AHEAD = 6
LARGEST_BYTES = 20_000_000

app = typer.Typer(add_completion=False, no_args_is_help=True)


class Kind(StrEnum):
    """Which messages."""

    REQUESTS = "requests"
    ASSIGNMENTS = "assignments"
    CONSTRAINTS = "constraints"
    TIMECARDS = "timecards"


KindArgument = Annotated[
    Kind, typer.Argument(help="Shifts, who comes, when people can, or agreed hours.")
]
FileArgument = Annotated[Path, typer.Argument(help="JSON: one message, or a list of them.")]
Organisation = Annotated[str, typer.Option(help="Of whom; `rondstroom import` lists them.")]
Out = Annotated[Path, typer.Option(help="Where to write them.")]
From = Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD; today when left out.")]
To = Annotated[str, typer.Option("--to", help="Last day; six weeks on when left out.")]
On = Annotated[str, typer.Option(help="From which day, YYYY-MM-DD; today when left out.")]
As = Annotated[str, typer.Option("--as", help="Act as the account with this e-mail address.")]


@app.command("give")
def give(
    kind: KindArgument,
    out: Out,
    organisation: Organisation = "",
    starts: From = "",
    ends: To = "",
    email: As = "",
) -> None:
    """Write the messages of an organisation as a JSON list.

    Ends with 2 when organisation, days or file are not what they should be, with 3 when the
    account of --as may not do this.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    try:
        messages = _given(kind, organisation, email, *_days(starts, ends))
        out.write_text(json.dumps(messages, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as fault:
        _give_up(ActedInVain(f"{out}: kan niet worden geschreven ({fault.strerror})"))
    except ActedInVain as reason:
        _give_up(reason)
    typer.echo(f"{out}: {len(messages)}")


@app.command("pay-equity")
def pay_equity(out: Out, organisation: Organisation = "", on: On = "", email: As = "") -> None:
    """Write what a hirer pays, for who lends to it, and print what the message does not tell.

    Ends with 2 when something it cannot do without is not known, with 3 when the account of --as
    may not do this.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    try:
        told = _pay_equity(organisation, email, on)
        out.write_text(json.dumps(told.message, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as fault:
        _give_up(ActedInVain(f"{out}: kan niet worden geschreven ({fault.strerror})"))
    except ActedInVain as reason:
        _give_up(reason)
    typer.echo(f"{out}: 1")
    typer.echo(f"Staat er niet in: {'; '.join(told.missing)}")
    typer.echo(f"Bronnen: {'; '.join(told.sources)}")


def _pay_equity(organisation: str, email: str, on: str) -> PayEquity:
    from rondstroom.integrations import setu_pay_equity

    day = _day(on) if on else datetime.now(AMSTERDAM).date()
    house, contact = organisation_named(organisation), actor(email)
    try:
        return setu_pay_equity.pay_equity_of(house, day, contact=contact, at=datetime.now(UTC))
    except setu_pay_equity.TellingNotAllowed as refusal:
        raise ActedInVain(str(refusal), NOT_ALLOWED) from None
    except setu_pay_equity.PayNotKnown as refusal:
        raise ActedInVain(str(refusal)) from None


@app.command("take")
def take(file: FileArgument, organisation: Organisation = "", email: As = "") -> None:
    """Take messages in and print what came of each; the same file twice changes nothing.

    Ends with 0 when everything was taken, 1 when a line or a message was refused, 2 when the file
    cannot be read, 3 when the account of --as may not do this.
    """
    platform.start(lambda text: typer.echo(text, err=True))
    try:
        answers = [_taken(one, organisation, email) for one in _read(file)]
    except ActedInVain as reason:
        _give_up(reason)
    typer.echo(json.dumps(answers, ensure_ascii=False, indent=1))
    if any(one["refused"] for one in answers):
        raise typer.Exit(SOME_REFUSED)


def _give_up(reason: ActedInVain) -> None:
    typer.echo(str(reason), err=True)
    raise typer.Exit(reason.exit_code)


def _days(starts: str, ends: str) -> tuple[date, date]:
    first = _day(starts) if starts else datetime.now(AMSTERDAM).date()
    last = _day(ends) if ends else first + timedelta(weeks=WEEKS_AHEAD)
    if last < first:
        raise ActedInVain("De laatste dag ligt voor de eerste")
    return first, last


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ActedInVain(f"{text}: geen dag; schrijf 2026-12-31") from None


def _given(
    kind: Kind, organisation: str, email: str, first: date, last: date
) -> list[dict[str, Any]]:
    from rondstroom.integrations import setu_planning, setu_timecard

    who: dict[str, Any] = {"organisation": organisation_named(organisation), "by": actor(email)}
    after = last + timedelta(days=1)
    moments: dict[str, Any] = {
        "starts_at": day_period(first).starts_at,
        "ends_at": day_period(after).starts_at,
    }
    try:
        if kind is Kind.TIMECARDS:
            return setu_timecard.timecards_out(**who, starts_on=first, ends_on=after)
        if kind is Kind.CONSTRAINTS:
            return setu_planning.constraints_out(**who, starts_on=first, ends_on=after)
        if kind is Kind.REQUESTS:
            return setu_planning.requests_out(**who, **moments)
        return setu_planning.assignments_out(**who, **moments)
    except (setu_planning.MessageNotAllowed, setu_timecard.TimecardsNotAllowed) as refusal:
        raise ActedInVain(str(refusal), NOT_ALLOWED) from None


def _read(file: Path) -> list[Any]:
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise ActedInVain(f"{file.name}: groter dan 20 MB")
        told = json.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ActedInVain(f"{file}: kan niet worden geopend ({fault.strerror})") from None
    except (ValueError, RecursionError):
        raise ActedInVain(f"{file.name}: is geen JSON") from None
    return told if isinstance(told, list) else [told]


def _taken(message: Any, organisation: str, email: str) -> dict[str, Any]:
    """Take one message in; what breaks the standard is told like a refused line."""
    from rondstroom.integrations import setu_planning

    who: dict[str, Any] = {"organisation": organisation_named(organisation), "by": actor(email)}
    try:
        taken: Taken = _door(message)(message, **who, at=datetime.now(UTC))
    except setu_planning.MessageNotAllowed as refusal:
        raise ActedInVain(str(refusal), NOT_ALLOWED) from None
    except setu_planning.UnableToReadMessage as refusal:
        taken = setu_planning.Taken(refused=[("", str(refusal))])
    return taken.as_json()


def _door(message: Any) -> Any:
    """Tell by what a message holds which of the three it is."""
    from rondstroom.integrations import setu_planning

    names = message if isinstance(message, dict) else {}
    if "assignedWorker" in names:
        return setu_planning.take_assignment
    return setu_planning.take_constraints if "worker" in names else setu_planning.take_request
