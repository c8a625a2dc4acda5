"""O2, O3 and O4: what a call must keep to, and what cancelling or a short call costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from flexpool.contracts.calls.contract import HoursAgreement, has_least_pay, is_on_call
from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.parameters import lookup
from flexpool.pay.wording import number
from flexpool.periods import AMSTERDAM
from flexpool.text import Text

MINUTES_HOUR = 60

LEAST_HOURS = Rule(
    "contracts.least-hours",
    "O2",
    "BW 7:628a(1)",
    Text("Minstens drie uur per oproep", "At least three hours for each call"),
    Text(
        "Elke oproep wordt voor minstens drie uur betaald, ook als iemand eerder klaar is. Dat "
        "geldt ook voor een contract onder 15 uur per week zonder vaste tijden.",
        "Each call is paid for at least three hours, also when somebody is done earlier. That "
        "also holds for a contract below 15 hours a week without fixed times.",
    ),
)
CALL_TERM = Rule(
    "contracts.call-term",
    "O3",
    "BW 7:628a(2)",
    Text("Vier dagen van tevoren oproepen", "Call four days ahead"),
    Text(
        "Een oproep komt minstens vier dagen (vier keer 24 uur) van tevoren, schriftelijk of "
        "elektronisch. Anders mag de medewerker weigeren. De cao kan een kortere termijn geven, "
        "nooit korter dan 24 uur.",
        "A call comes at least four days (four times 24 hours) ahead, in writing or "
        "electronically. Otherwise the worker may refuse. A collective agreement may shorten the "
        "term, never below 24 hours.",
    ),
)
LATE_CHANGE = Rule(
    "contracts.late-change",
    "O4",
    "BW 7:628a(3)",
    Text("Laat afzeggen of wijzigen kost het loon", "Cancelling or changing late costs the wage"),
    Text(
        "Wie een oproep binnen de termijn intrekt of wijzigt, betaalt de uren van de oproep. "
        "Bij een wijziging is dat het deel dat vervalt.",
        "Who cancels or changes a call within the term pays the hours of the call. For a change "
        "that is the part that falls away.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call for a shift.

    Parameters
    ----------
    starts_at
        Start of the shift.
    minutes
        Paid minutes of the shift.
    term_hours
        The term of the collective agreement; None for that of the law.
    """

    starts_at: datetime
    minutes: int
    term_hours: int | None = None


def term_of(call: Call) -> timedelta:
    """Give how long before the start a call is made or cancelled; never below the shortest."""
    on = call.starts_at.astimezone(AMSTERDAM).date()
    if call.term_hours is None:
        return timedelta(days=lookup("contracts.calls.term_days", on).value)
    shortest = lookup("contracts.calls.shortest_term_hours", on).value
    return timedelta(hours=max(call.term_hours, shortest))


def called(hours: HoursAgreement, call: Call, called_at: datetime) -> tuple[Finding, ...]:
    """Find that a call comes too late to oblige anybody (O3)."""
    latest = _latest(call)
    if not _bound(hours) or called_at <= latest:
        return ()
    when = _clock(latest)
    return (
        Finding(
            rule=CALL_TERM,
            weight=Weight.NOTE,
            message=Text(
                f"Deze oproep komt na {when.nl}: weigeren mag, en dat telt voor niemand mee.",
                f"This call comes after {when.en}: it may be refused, and that counts for nobody.",
            ),
            cure=Text(
                "Vraag het als verzoek, of roep iemand op met vaste uren.",
                "Ask it as a favour, or call somebody with fixed hours.",
            ),
            due_on=latest.astimezone(AMSTERDAM).date(),
        ),
    )


def changed(
    hours: HoursAgreement, call: Call, changed_at: datetime, minutes_left: int = 0
) -> tuple[Finding, ...]:
    """Find what cancelling, or changing to fewer minutes, costs at this moment (O4)."""
    lost = call.minutes - minutes_left
    latest = _latest(call)
    if not _bound(hours) or lost <= 0 or changed_at <= latest:
        return ()
    when, much = _clock(latest), number(Fraction(lost, MINUTES_HOUR))
    return (
        Finding(
            rule=LATE_CHANGE,
            weight=Weight.COSTS,
            message=Text(
                f"Kosteloos afzeggen kon tot {when.nl}. Nu betaal je {much.nl} uur die niet "
                "gewerkt wordt.",
                f"Cancelling was free until {when.en}. Now you pay {much.en} hours that are not "
                "worked.",
            ),
            cure=Text(
                "Bied in die uren ander werk aan, of laat de dienst staan.",
                "Offer other work in those hours, or keep the shift.",
            ),
            minutes=lost,
        ),
    )


def worked(hours: HoursAgreement, call: Call, minutes: int) -> tuple[Finding, ...]:
    """Find the minutes that a short call is topped up with (O2)."""
    on = call.starts_at.astimezone(AMSTERDAM).date()
    least = int(lookup("contracts.calls.least_hours_paid", on).value * MINUTES_HOUR)
    if not has_least_pay(hours, on) or not 0 < minutes < least:
        return ()
    done, asked = number(Fraction(minutes, MINUTES_HOUR)), number(Fraction(least, MINUTES_HOUR))
    return (
        Finding(
            rule=LEAST_HOURS,
            weight=Weight.COSTS,
            message=Text(
                f"Een oproep van {done.nl} uur wordt voor {asked.nl} uur betaald.",
                f"A call of {done.en} hours is paid for {asked.en} hours.",
            ),
            cure=Text("Maak de dienst langer.", "Make the shift longer."),
            minutes=least - minutes,
        ),
    )


def _latest(call: Call) -> datetime:
    """Give the last moment in time; real hours, also when the clock changes in between."""
    return call.starts_at.astimezone(UTC) - term_of(call)


def _bound(hours: HoursAgreement) -> bool:
    """Tell whether terms for calling hold: on call, or unpredictable times (628b)."""
    return is_on_call(hours) or hours.unpredictable


def _clock(moment: datetime) -> Text:
    local = moment.astimezone(AMSTERDAM)
    return Text(f"{local:%d-%m-%Y %H:%M}", f"{local:%Y-%m-%d %H:%M}")
