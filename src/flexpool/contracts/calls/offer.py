"""O5: after every twelve months on call an offer of fixed hours, at least the average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from flexpool.contracts.calendar import months_later, told
from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.parameters import lookup
from flexpool.pay.wording import number
from flexpool.text import Text

MINUTES_HOUR = 60
DAYS_WEEK = 7

FIXED_HOURS = Rule(
    "contracts.fixed-hours-offer",
    "O5",
    "BW 7:628a(5)-(8)",
    Text("Na twaalf maanden vaste uren aanbieden", "Offer fixed hours after twelve months"),
    Text(
        "Na elke twaalf maanden op oproep krijgt de medewerker binnen een maand schriftelijk een "
        "aanbod voor vaste uren, minstens het gemiddelde van die twaalf maanden. Contracten met "
        "hooguit zes maanden ertussen tellen samen, ook bij opvolgende werkgevers. Zonder aanbod "
        "is het loon over die uren toch verschuldigd.",
        "After every twelve months on call the worker gets, within a month and in writing, an "
        "offer of fixed hours: at least the average of those twelve months. Contracts with no "
        "more than six months between them add up, at successive employers too. Without an offer "
        "the wage over those hours is due all the same.",
    ),
)


@dataclass(frozen=True, slots=True)
class Spell:
    """Time on call at one employer, from a day up to a day (None: still)."""

    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The offer that is due, with the dates of its letters.

    Parameters
    ----------
    counts_from
        First day of the twelve months that count.
    due_from, due_through
        First and last day on which it may be made.
    begins_by
        Last day on which the fixed hours may begin.
    answer_through
        Last day on which the worker accepts an offer made on the last day.
    week_minutes
        The hours of the offer, as minutes a week; exact.
    """

    counts_from: date
    due_from: date
    due_through: date
    begins_by: date
    answer_through: date
    week_minutes: Fraction


def counted_months(spells: Sequence[Spell], on: date) -> tuple[date, int] | None:
    """Give since when time on call adds up at a day, and how many days of it count.

    Gaps do not count as time, and a gap longer than the limit begins anew; None when nobody is
    on call on that day.
    """
    gap = lookup("contracts.calls.gap_months", on).value
    first, days, before = None, 0, None
    for spell in sorted(spells, key=lambda one: one.starts_on):
        if spell.starts_on > on:
            break
        if before is None or spell.starts_on > months_later(before, gap):
            first, days = spell.starts_on, 0
        until = min(spell.ends_on or on, on)
        days += max((until - max(spell.starts_on, before or spell.starts_on)).days, 0)
        before = max(until, before or until)
    if first is None or before is None or before < on:
        return None
    return first, days


def next_offer(
    spells: Sequence[Spell], worked_minutes: Sequence[tuple[date, int]], on: date
) -> Offer | None:
    """Give the offer of the latest full twelve months, or the first one ahead.

    `spells` are time on call, also at employers who succeed each other; `worked_minutes` the paid
    minutes by day; `on` is the day of asking.
    """
    counted = counted_months(spells, on)
    if counted is None:
        return None
    first, ready = _twelve_months(on - timedelta(days=counted[1]), on)
    until = min(ready, on)
    total = sum(minutes for day, minutes in worked_minutes if first <= day < until)
    weeks = Fraction(max((until - first).days, DAYS_WEEK), DAYS_WEEK)
    within, begins, answer = (
        lookup(f"contracts.calls.{name}_months", on).value
        for name in ("offer_within", "offer_begins", "acceptance")
    )
    through = months_later(ready, within)
    return Offer(
        counts_from=first,
        due_from=ready,
        due_through=through,
        begins_by=months_later(ready, begins),
        answer_through=months_later(through, answer),
        week_minutes=Fraction(total) / weeks,
    )


def _twelve_months(began: date, on: date) -> tuple[date, date]:
    """Give the latest twelve months that are full, or the first ones when none are."""
    months = lookup("contracts.calls.offer_after_months", on).value
    ready = months_later(began, months)
    while months_later(ready, months) <= on:
        ready = months_later(ready, months)
    return months_later(ready, -months), ready


def offer_findings(offer: Offer | None, made_on: date | None, on: date) -> tuple[Finding, ...]:
    """Find that an offer is due or late; nothing before its time or once it was made."""
    if offer is None or on < offer.due_from:
        return ()
    if made_on is not None and offer.due_from <= made_on <= on:
        return ()
    late = on > offer.due_through
    start = told(offer.begins_by)
    return (
        Finding(
            rule=FIXED_HOURS,
            weight=Weight.COSTS if late else Weight.DUE,
            message=_message(offer, late),
            cure=Text(
                f"Stuur de brief; de vaste uren gaan in uiterlijk {start.nl}.",
                f"Send the letter; the fixed hours begin by {start.en}.",
            ),
            due_on=offer.due_through,
            minutes=round(offer.week_minutes) if late else 0,
        ),
    )


def _message(offer: Offer, late: bool) -> Text:
    hours, by = number(offer.week_minutes / MINUTES_HOUR), told(offer.due_through)
    if not late:
        return Text(
            f"Twaalf maanden op oproep zijn vol. Bied uiterlijk {by.nl} schriftelijk minstens "
            f"{hours.nl} uur per week aan.",
            f"Twelve months on call are full. Offer at least {hours.en} hours a week in writing "
            f"by {by.en}.",
        )
    start = told(offer.begins_by)
    return Text(
        f"Het aanbod van {hours.nl} uur per week moest uiterlijk {by.nl} schriftelijk gedaan "
        f"zijn. Vanaf {start.nl} is het loon over die uren verschuldigd.",
        f"The offer of {hours.en} hours a week had to be made in writing by {by.en}. From "
        f"{start.en} the wage over those hours is due.",
    )
