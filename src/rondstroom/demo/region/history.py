"""The weeks behind us, as far as money needs them: who worked where, and who was hired or lent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flexpool.periods import shift_period
from rondstroom.demo.region.cover import first_day
from rondstroom.demo.region.figures import region
from rondstroom.demo.region.fill import covers
from rondstroom.demo.region.plan import RegionPlan
from rondstroom.demo.region.proofs import placeable_until
from rondstroom.demo.region.staff import Person, teams

WEEKS = 16
LENT_WEEKS = 9
BREAK = 30
BORROWER, ELSEWHERE = "De Linde", "Molenpoort"
OWN_TEAMS = ("PG Vlinder", "Somatiek 1")
HIRED = {"seconded", "agency", "self_employed"}
LENT = {"flex_pool", "on_call"}


@dataclass(frozen=True, slots=True)
class Worked:
    """One shift of somebody that is over; `is_lent` when the employer is another organisation."""

    person: Person
    team: str
    function: str
    starts_at: datetime
    ends_at: datetime
    reason: str
    is_lent: bool


def make_history(plan: RegionPlan) -> list[Worked]:
    """Give what was worked in the weeks before the demo's first Monday."""
    found = [one for person in plan.people for one in _of(person, plan.today)]
    since = {
        email: max((proof.valid_from for proof in proofs), default=date.min)
        for email, proofs in plan.proofs.items()
    }
    until = {one.email: placeable_until(one, plan.proofs[one.email]) for one in plan.people}
    return [
        one
        for one in found
        if since[one.person.email] <= one.starts_at.date()
        and one.ends_at.date() < until[one.person.email]
    ]


def _of(person: Person, today: date) -> Iterator[Worked]:
    place = person.places[0]
    if len(person.places) > 1:
        return
    is_own = place.team in OWN_TEAMS and not person.has_account
    if is_own and place.form in {"permanent", "temporary"}:
        yield from _weeks(person, (place.team, person.function), today, WEEKS, (0, 2, 4))
    elif place.form in HIRED and (found := _team(place.organisation, person)):
        yield from _weeks(person, found, today, WEEKS, (0, 1, 3), reason="vacature")
    elif place.form in LENT:
        at = ELSEWHERE if place.organisation == BORROWER else BORROWER
        if at in person.willing_for and (found := _team(at, person)):
            yield from _weeks(person, found, today, LENT_WEEKS, (1, 3), "late", "afwezigheid")


def _team(organisation: str, person: Person) -> tuple[str, str] | None:
    """Give the first team of an organisation where a function of this person is asked."""
    for row, _location, team in teams():
        if row["name"] == organisation:
            for function in sorted(covers(person.function) & set(team["staff"])):
                return team["name"], function
    return None


def _weeks(
    person: Person,
    where: tuple[str, str],
    today: date,
    weeks: int,
    weekdays: tuple[int, ...],
    part: str = "early",
    reason: str = "",
) -> Iterator[Worked]:
    hours = region()["shifts"][part]
    starts, ends = time.fromisoformat(hours["from"]), time.fromisoformat(hours["to"])
    for back in range(weeks, 0, -1):
        for weekday in weekdays:
            on = first_day(today) - timedelta(weeks=back) + timedelta(days=weekday)
            span = shift_period(on, starts, ends)
            yield Worked(
                person, *where, span.starts_at, span.ends_at, reason, is_lent=part == "late"
            )
