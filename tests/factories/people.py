"""Workers for tests, ready to be placed unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from factories.identity import make_account, signed
from factories.moments import SINCE
from factories.organisations import make_organisation
from factories.skills import make_proof, make_proofs
from rondstroom.rooms.organisations.models import Organisation, Team
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, Wish
from rondstroom.rooms.skills.states import ProofKind

NOT_EMPLOYED = {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED, EngagementForm.SECONDED}


def make_worker(
    name: str = "Aylin",
    *,
    function: str = "VIG",
    organisation: Organisation | None = None,
    team: Team | None = None,
    form: EngagementForm = EngagementForm.PERMANENT,
    minutes_per_week: int = 24 * 60,
    willing_for: Iterable[Organisation] = (),
    skills: Iterable[str] = (),
    without: str = "",
    home_pc4: str = "6811",
    with_account: bool = True,
    **fields: Any,
) -> Worker:
    """Make a worker with an engagement and every proof that the function asks.

    `function=""`: no proofs at all; `without="conduct"`: all but that kind; `organisation` is that
    of the team, or De Linde. Other fields as `actions.create_worker` takes them.
    """
    account = make_account(name) if with_account else None
    worker = actions.create_worker(
        name=name, home_pc4=home_pc4, account=account, **fields, **signed()
    )
    employer = team.location.organisation if team else organisation or make_organisation()
    make_engagement(worker, employer, team=team, form=form, minutes_per_week=minutes_per_week)
    if function:
        make_proofs(worker, function, skills=skills, without=without)
    chosen = list(willing_for)
    if chosen:
        actions.set_willingness(worker=worker, organisations=chosen, **signed())
    return worker


def make_engagement(
    worker: Worker,
    organisation: Organisation,
    *,
    team: Team | None = None,
    form: EngagementForm = EngagementForm.PERMANENT,
    minutes_per_week: int = 24 * 60,
    starts_on: date = SINCE,
    ends_on: date | None = None,
    personnel_number: str = "",
) -> Engagement:
    """Tie a worker to an organisation, under a number of its own unless one is given."""
    made = actions.engage(
        worker=worker,
        organisation=organisation,
        team=team,
        form=form,
        minutes_per_week=minutes_per_week,
        personnel_number=personnel_number or f"P{worker.pk}",
        starts_on=starts_on,
        ends_on=ends_on,
        **signed(),
    )
    if form in NOT_EMPLOYED:
        make_proof(worker, ProofKind.AGREEMENT, organisation=organisation, valid_from=starts_on)
    return made


def say(worker: Worker, wishes: Mapping[tuple[date, DayPart], Wish | None]) -> None:
    """Let a worker say when to work and when not."""
    actions.set_availability(worker=worker, wishes=wishes, **signed())


def make_annual(
    engagement: Engagement, *, hours: int = 1460, plus: int = 40, minus: int = 40, year: int = 2026
) -> Engagement:
    """Agree on hours a year: four for each calendar day, unless a test says otherwise."""
    actions.agree_annual_hours(
        engagement=engagement,
        year=year,
        minutes=hours * 60,
        plus_minutes=plus * 60,
        minus_minutes=minus * 60,
        **signed(),
    )
    return engagement
