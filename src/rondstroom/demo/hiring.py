"""Writing down the people: accounts, engagements, wishes, proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rondstroom.demo import cast
from rondstroom.demo.founding import Founded
from rondstroom.demo.region.absence import Spell
from rondstroom.demo.region.cover import DAYS, first_day
from rondstroom.demo.region.plan import RegionPlan
from rondstroom.demo.region.proofs import Evidence
from rondstroom.demo.region.staff import Person
from rondstroom.demo.region.wishes import NO, PARTS, wish
from rondstroom.demo.writing import Writer
from rondstroom.rooms.identity import actions as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.states import DayPart, EngagementForm, TravelMode, Wish
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills import queries as skills_queries
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome, RegisterSource

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker

NOT_EMPLOYED = {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED, EngagementForm.SECONDED}

REGISTER_OLD_DAYS, REGISTER_OLD_EVERY = 24, 3


def open_accounts(founded: Founded, writer: Writer) -> dict[str, Account]:
    """Make the accounts of the cast with their roles; give them by e-mail address."""
    rows = {}
    for one in cast.ACCOUNTS:
        row = identity.create_account(
            email=one.email, name=one.name, password=one.password, **writer.at_founding
        )
        if one.role:
            place = founded.organisations.get(one.organisation)
            identity.grant_role(
                account=row,
                kind=RoleKind(one.role),
                organisation_id=place.pk if place else None,
                **writer.at_founding,
            )
        rows[one.email] = row
    return rows


def hire(
    plan: RegionPlan, founded: Founded, accounts: dict[str, Account], writer: Writer
) -> dict[str, Worker]:
    """Make all workers; give them by e-mail address."""
    away: dict[str, list[Spell]] = {}
    for spell in plan.spells:
        away.setdefault(spell.person.email, []).append(spell)
    rows = {}
    seen: list[skills.Evidence] = []
    for person in plan.people:
        worker = people.create_worker(
            name=person.name,
            email=person.email,
            home_pc4=person.home_pc4,
            travel_mode=TravelMode(person.travel_mode),
            max_travel_minutes=person.max_travel_minutes,
            account=accounts.get(person.email),
            **writer.at_founding,
        )
        _engage(worker, person, founded, writer)
        _write_wishes(worker, person, away.get(person.email, ()), writer)
        employer = founded.organisations[person.places[0].organisation]
        seen.extend(_seen(worker, plan.proofs[person.email], founded, employer))
        seen.extend(_agreements(worker, person, founded, writer))
        rows[person.email] = worker
    skills.record_proofs(seen=seen, **writer.at_founding)
    _ask_register(seen, writer)
    return rows


def _agreements(
    worker: Worker, person: Person, founded: Founded, writer: Writer
) -> Iterator[skills.Evidence]:
    """Give the agreements of who is in nobody's service: with everybody worked for."""
    if all(EngagementForm(place.form) not in NOT_EMPLOYED for place in person.places):
        return
    for name in {place.organisation for place in person.places} | set(person.willing_for):
        yield skills.Evidence(
            worker=worker,
            kind=ProofKind.AGREEMENT,
            organisation=founded.organisations[name],
            valid_from=writer.founded_on,
        )


def _ask_register(seen: list[skills.Evidence], writer: Writer) -> None:
    """Keep what the register said when the roster was laid, and lately: of some long ago."""
    answers = [
        skills.Answered(
            worker_id=one.worker.pk,
            number=one.reference,
            code=skills_queries.nurse_code(writer.today),
            outcome=RegisterOutcome.ACTIVE,
            starts_on=one.valid_from,
            ends_on=one.valid_through,
        )
        for one in seen
        if one.kind == ProofKind.REGISTER
    ]
    signed = writer.this_morning
    old = signed["at"] - timedelta(days=REGISTER_OLD_DAYS)
    told: dict[str, Any] = {"source": RegisterSource.FILE, "by": signed["by"]}
    skills.record_registrations(answers=answers, at=writer.when_rostered["at"], **told)
    skills.record_registrations(answers=answers[::REGISTER_OLD_EVERY], at=old, **told)
    del answers[::REGISTER_OLD_EVERY]
    skills.record_registrations(answers=answers, at=signed["at"], **told)


def _engage(worker: Worker, person: Person, founded: Founded, writer: Writer) -> None:
    for place in person.places:
        people.engage(
            worker=worker,
            organisation=founded.organisations[place.organisation],
            team=founded.teams.get(place.team),
            form=EngagementForm(place.form),
            personnel_number=place.number,
            minutes_per_week=place.hours * 60,
            starts_on=writer.founded_on,
            **writer.at_founding,
        )
    people.set_willingness(
        worker=worker,
        organisations=[founded.organisations[name] for name in person.willing_for],
        **writer.at_founding,
    )


def _write_wishes(worker: Worker, person: Person, away: Iterable[Spell], writer: Writer) -> None:
    """Write what somebody says; being away is said without a reason, like any other wish."""
    said: dict[tuple[date, DayPart], Wish | None] = {}
    for number in range(DAYS):
        on = first_day(writer.today) + timedelta(days=number)
        absent = any(spell.first <= on <= spell.last for spell in away)
        for part in PARTS:
            word = NO if absent else wish(person, on, part)
            if word:
                said[on, DayPart(part)] = Wish(word)
    if said:
        people.set_availability(worker=worker, wishes=said, **writer.this_morning)


def _seen(
    worker: Worker, proofs: list[Evidence], founded: Founded, employer: Organisation
) -> Iterator[skills.Evidence]:
    for proof in proofs:
        yield skills.Evidence(
            worker=worker,
            kind=ProofKind(proof.kind),
            function=founded.functions.get(proof.function),
            skill=founded.skills.get(proof.skill),
            issuer=employer,
            valid_from=proof.valid_from,
            valid_through=proof.valid_through,
            reference=proof.reference,
        )
