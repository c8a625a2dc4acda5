"""`rondstroom pay ort`: the allowance for irregular hours of one shift."""

from __future__ import annotations

import json
import re
from datetime import datetime, time, timedelta
from typing import Annotated, Any

import typer

from flexpool.pay.ort.allowance import Allowance, HourlyWage, shift_allowance
from flexpool.pay.ort.bands import caos_with_bands
from flexpool.periods import AMSTERDAM, Period, at
from flexpool.refusal import Impossible
from rondstroom.cli.check_cells import instant, second_time
from rondstroom.cli.pay.amounts import amount_of_option
from rondstroom.cli.pay.columns import listed
from rondstroom.cli.pay.telling import AsJson, Lang, Language, example_option, refusing, told

LONGEST_SHIFT = timedelta(days=2)
YEARS = range(2000, 2101)
BREAK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
HELP = f"""Work out the allowance for irregular hours (ORT) of a shift, by elapsed minutes.

A shift over midnight is cut there; public holidays and both changes of the clock are known. Breaks
are not paid. Known caos: {", ".join(caos_with_bands())}.
"""
EXAMPLE = """\
# This command needs no file. A Friday night in VVT at 22 euros an hour, half an hour of break:
rondstroom pay ort --cao vvt --hourly 22.00 \\
  --start 2026-11-06T23:00 --end 2026-11-07T07:00 --breaks 02:00-02:30
# Several breaks: --breaks 02:00-02:30,05:00-05:15. As numbers for a program: --json
"""


def ort(
    cao: Annotated[str, typer.Option(help="Code of the cao, such as vvt.")],
    hourly: Annotated[str, typer.Option(help="Hourly wage in euros, such as 22,00.")],
    start: Annotated[str, typer.Option(help="Dutch time, such as 2026-11-06T23:00.")],
    end: Annotated[str, typer.Option(help="Dutch time at which the shift ends.")],
    breaks: Annotated[str, typer.Option(help="Unpaid breaks, such as 02:00-02:30.")] = "",
    function_group: Annotated[
        int | None, typer.Option(min=5, max=80, help="FWG; GHZ gives the allowance up to one.")
    ] = None,
    hourly_cap: Annotated[
        str | None, typer.Option(help="Highest hourly wage that counts, where the cao has one.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = Language.NL,
    _example: Annotated[bool, example_option(EXAMPLE)] = False,
) -> None:
    """Work out one shift; see HELP."""
    with refusing(lang):
        wage = HourlyWage(
            cents=amount_of_option(hourly, "--hourly"),
            cap_cents=amount_of_option(hourly_cap, "--hourly-cap") if hourly_cap else None,
            function_group=function_group,
        )
        shift = _shift(start, end)
        found = _allowance(cao.lower(), shift, _breaks(breaks, shift), wage)
    if as_json:
        typer.echo(json.dumps(_answer(found, lang), ensure_ascii=False))
    else:
        typer.echo(_report(found, lang))


def _allowance(cao: str, shift: Period, breaks: list[Period], wage: HourlyWage) -> Allowance:
    try:
        return shift_allowance(cao, shift, breaks, wage)
    except Impossible as error:
        raise error.named(f"--{error.field}") from None


def _shift(start: str, end: str) -> Period:
    starts_at, ends_at = _moment(start, "--start"), _moment(end, "--end")
    if ends_at <= starts_at:
        ends_at = second_time(end) or ends_at
    if not starts_at < ends_at <= starts_at + LONGEST_SHIFT:
        raise Impossible(
            "--end",
            "een dienst eindigt na het begin, binnen twee dagen; schrijf de datum van het einde",
            "a shift ends after it starts, within two days; write the date on which it ends",
        )
    return Period(starts_at, ends_at)


def _moment(text: str, option: str) -> datetime:
    try:
        moment = instant(text)
    except (ValueError, OverflowError):
        moment = None
    if moment is None or moment.year not in YEARS or moment.second or moment.microsecond:
        raise Impossible(
            option,
            f"{text!r} is geen datum met tijd zoals 2026-11-06T23:00",
            f"{text!r} is no date and time such as 2026-11-06T23:00",
        )
    return moment


def _breaks(text: str, shift: Period) -> list[Period]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return [_break(part, shift) for part in parts]


def _break(text: str, shift: Period) -> Period:
    found = BREAK.fullmatch(text)
    if not found:
        raise Impossible(
            "--breaks",
            f"{text!r} is geen pauze zoals 02:00-02:30",
            f"{text!r} is no break such as 02:00-02:30",
        )
    starts_at = _within(time(int(found[1]), int(found[2])), shift.starts_at)
    ends_at = _within(time(int(found[3]), int(found[4])), starts_at + timedelta(minutes=1))
    return Period(starts_at, ends_at)


def _within(clock: time, earliest: datetime) -> datetime:
    """Give the first moment from then on at which the Dutch clock shows this."""
    day = earliest.astimezone(AMSTERDAM).date()
    moment = at(day, clock)
    return moment if moment >= earliest else at(day + timedelta(days=1), clock)


def _report(found: Allowance, lang: str) -> str:
    notes = [listed(found.notes, lang)] if found.notes else []
    return "\n".join([told(found.explanation, lang), *notes])


def _answer(found: Allowance, lang: str) -> dict[str, Any]:
    return {
        "lines": [
            {"percent": float(line.share * 100), "minutes": line.minutes, "cents": line.cents}
            for line in found.lines
        ],
        "minutes": found.minutes,
        "total": found.cents,
        "notes": [note.in_language(lang) for note in found.notes],
        "explanation": found.explanation.as_json(lang),
    }
