"""What a work code finds: agreed, measured, and what to do. It forbids nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from flexpool.contracts.calendar import told
from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.contracts.work_code.code import WorkCode
from flexpool.contracts.work_code.rules import ANW_SHARE, CANCELLING, ROSTER_NOTICE, TRAINING
from flexpool.pay.wording import number
from flexpool.periods import AMSTERDAM
from flexpool.text import Text

MINUTES_HOUR = 60
PER_CENT = 100
TOO_MUCH = Text(
    "Ruil met een dagdienst, of vraag eerst een ander.",
    "Swap with a day shift, or ask somebody else first.",
)
TOO_LITTLE = Text(
    "Geef een avond-, nacht- of weekenddienst die anderen te veel hebben.",
    "Give an evening, night or weekend shift that others have too many of.",
)


def share_findings(code: WorkCode, unsocial: int, base: int, on: date) -> tuple[Finding, ...]:
    """Find a share of evening, night and weekend outside the bounds, in the month of a day.

    `unsocial` are the minutes in evening, night and weekend, `base` the contract minutes of the
    month, or the rostered minutes without a contract for hours. Without minutes nothing is found.
    """
    if base <= 0:
        return ()
    share, month = Fraction(unsocial, base), Text(f"{on:%m-%Y}", f"{on:%Y-%m}")
    is_over = code.anw_most is not None and share > code.anw_most
    is_under = code.anw_least is not None and share < code.anw_least
    bound = code.anw_most if is_over else code.anw_least
    if bound is None or not (is_over or is_under):
        return ()
    is_, said = _per_cent(share), _per_cent(bound)
    word = Text("hooguit", "at most") if is_over else Text("minstens", "at least")
    message = Text(
        f"{is_.nl} van de uren van {month.nl} is avond, nacht of weekend; afgesproken is "
        f"{word.nl} {said.nl}.",
        f"{is_.en} of the hours of {month.en} is evening, night or weekend; agreed is "
        f"{word.en} {said.en}.",
    )
    return (_found(ANW_SHARE, message, TOO_MUCH if is_over else TOO_LITTLE),)


def notice_findings(code: WorkCode, known_at: datetime, starts_at: datetime) -> tuple[Finding, ...]:
    """Find that a shift is made known later than agreed; days by the calendar."""
    if code.notice_days is None:
        return ()
    day = starts_at.astimezone(AMSTERDAM).date()
    latest = day - timedelta(days=code.notice_days)
    known = known_at.astimezone(AMSTERDAM).date()
    if known <= latest:
        return ()
    days, when = (day - known).days, told(latest)
    return (
        _found(
            ROSTER_NOTICE,
            Text(
                f"Bekend {_days(days).nl} van tevoren; afgesproken is {_days(code.notice_days).nl} "
                f"(uiterlijk {when.nl}).",
                f"Known {_days(days).en} ahead; agreed is {_days(code.notice_days).en} "
                f"(by {when.en}).",
            ),
            Text(
                "Vraag het als verzoek: wie zelf kiest, krijgt niets opgelegd.",
                "Ask it as a favour: who chooses freely is given nothing.",
            ),
            latest,
        ),
    )


def cancelling_findings(
    code: WorkCode, cancelled_at: datetime, starts_at: datetime, *, by_worker: bool
) -> tuple[Finding, ...]:
    """Find that one side cancels later than agreed; hours in real time."""
    hours = code.hours_before(by_worker=by_worker)
    latest = starts_at.astimezone(UTC) - timedelta(hours=hours or 0)
    if hours is None or cancelled_at <= latest:
        return ()
    clock = latest.astimezone(AMSTERDAM)
    who = Text("de medewerker", "the worker") if by_worker else Text("de werkgever", "the employer")
    return (
        _found(
            CANCELLING,
            Text(
                f"Afzeggen door {who.nl} kan volgens de werkcode tot {hours} uur van tevoren "
                f"({clock:%d-%m-%Y %H:%M}).",
                f"By the work code {who.en} cancels until {hours} hours ahead "
                f"({clock:%Y-%m-%d %H:%M}).",
            ),
            Text(
                "Overleg eerst, of zoek samen een ruil.",
                "Talk first, or find a swap together.",
            ),
        ),
    )


def training_findings(
    code: WorkCode, trained: int, year: int, since: date | None = None, until: date | None = None
) -> tuple[Finding, ...]:
    """Find the minutes of training that are still to be planned in a year.

    `trained` are the minutes had or planned; `since` and `until` bound the engagement, the end
    not included: who is there part of the year gets that part.
    """
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    days = (min(until or after, after) - max(since or first, first)).days
    if code.training_minutes is None or days <= 0:
        return ()
    agreed = round(Fraction(code.training_minutes * days, (after - first).days))
    if trained >= agreed:
        return ()
    had, due = _hours(trained), _hours(agreed)
    return (
        _found(
            TRAINING,
            Text(
                f"In {year} is {had.nl} uur scholing gepland of gevolgd; afgesproken is {due.nl}.",
                f"In {year} {had.en} hours of training are planned or done; agreed is {due.en}.",
            ),
            Text("Plan de scholing die nog ontbreekt.", "Plan the training that is missing."),
            min(until or after, after) - timedelta(days=1),
            agreed - trained,
        ),
    )


def _found(
    rule: Rule, message: Text, cure: Text, due_on: date | None = None, minutes: int = 0
) -> Finding:
    """Give a finding of policy."""
    return Finding(
        rule=rule,
        weight=Weight.POLICY,
        message=message,
        cure=cure,
        due_on=due_on,
        minutes=minutes,
    )


def _hours(minutes: int) -> Text:
    return number(Fraction(minutes, MINUTES_HOUR))


def _per_cent(share: Fraction) -> Text:
    figure = number(Fraction(round(share * PER_CENT * 10), 10))
    return Text(f"{figure.nl} %", f"{figure.en}%")


def _days(days: int) -> Text:
    return Text(f"{days} dag" if days == 1 else f"{days} dagen", f"{days} day{'s' * (days != 1)}")
