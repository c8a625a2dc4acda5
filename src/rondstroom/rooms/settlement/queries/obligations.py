"""What contracts of an organisation's people ask before it costs money: calls, offers, chains.

Work at other organisations counts where the law says so; which one it was is not told here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.contracts.calendar import months_later
from flexpool.contracts.calls.calling import Call, called, changed, worked
from flexpool.contracts.calls.contract import may_stay_away
from flexpool.contracts.calls.offer import Spell, next_offer, offer_findings
from flexpool.contracts.chain import Contract, next_contract, notice_findings
from flexpool.contracts.rule import Finding
from flexpool.parameters import NoFigureForDate
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.states import LetterKind
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.settlement.queries.obligation import Obligation, Read

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker

LOOKED_BACK = timedelta(days=400)
LOOKED_AHEAD = timedelta(days=14)
ENDS_SOON_MONTHS = 3
NEXT_MONTHS = 6
FOR_A_TIME = frozenset(
    {
        EngagementForm.TEMPORARY,
        EngagementForm.ANNUAL,
        EngagementForm.MIN_MAX,
        EngagementForm.ON_CALL,
        EngagementForm.FLEX_POOL,
    }
)


def obligations_of(organisation_id: int, now: datetime) -> list[Obligation]:
    """Give what is due or costs money, the nearest day first; the same queries however many."""
    today = timezone.localdate(now)
    workers = {one.pk: one for one in people.workers_of_organisation(organisation_id, today)}
    ties = people.ties_of(workers)
    own = organisations.organisation(organisation_id)
    read = Read(
        now,
        own.name if own else "",
        _under_engagements([pk for pk, rows in ties.items() if any(map(_is_called, rows))], now),
        contracts.letters_about(tie.pk for rows in ties.values() for tie in rows),
    )
    found: list[Obligation] = []
    for pk, rows in ties.items():
        for tie in rows:
            if tie.organisation_id == organisation_id and _held(tie, today):
                found += _about(workers[pk], tie, rows, read)
    return sorted(found, key=lambda one: (one.finding.due_on or today, one.worker.name))


def _is_on_call(tie: Engagement) -> bool:
    return EngagementForm(tie.form) in contracts.KINDS


def _is_called(tie: Engagement) -> bool:
    """Tell whether terms for calling hold: on call, or times that are not known ahead."""
    return _is_on_call(tie) or tie.reference_times is not None


def _is_for_a_time(tie: Engagement) -> bool:
    return tie.ends_on is not None and EngagementForm(tie.form) in FOR_A_TIME


def _held(tie: Engagement, on: date) -> bool:
    return tie.starts_on <= on and (tie.ends_on is None or on < tie.ends_on)


def _under_engagements(worker_ids: Sequence[int], now: datetime) -> dict[int, list[Any]]:
    """Give what people on call work under each of their engagements, a year back and ahead."""
    rows = list(rosters.assignments_of_workers(worker_ids, now - LOOKED_BACK, now + LOOKED_AHEAD))
    terms = contracts.terms_of_deployments(
        contracts.Deployment(
            one.worker_id, one.shift.organisation_id, timezone.localdate(one.starts_at)
        )
        for one in rows
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for one, term in zip(rows, terms, strict=True):
        if term.engagement_id is not None:
            found[term.engagement_id].append(one)
    return found


def _about(
    worker: Worker, tie: Engagement, rows: Sequence[Engagement], read: Read
) -> list[Obligation]:
    """Give everything about one engagement that holds today."""
    found: list[Obligation] = []
    if _is_on_call(tie):
        found += _offer(worker, tie, [row for row in rows if _is_on_call(row)], read)
    if _is_called(tie):
        found += _calls(worker, tie, read)
    if _is_for_a_time(tie):
        found += _chain(worker, tie, [row for row in rows if _is_for_a_time(row)], read)
    return found


def _offer(
    worker: Worker, tie: Engagement, on_call: Sequence[Engagement], read: Read
) -> list[Obligation]:
    """Give the offer of fixed hours that twelve months on call bring."""
    minutes = [
        (timezone.localdate(one.starts_at), _minutes(one))
        for row in on_call
        for one in read.placed.get(row.pk, ())
    ]
    spells = [Spell(row.starts_on, row.ends_on) for row in on_call]
    offer = next_offer(spells, minutes, read.today)
    made = read.letter(tie, LetterKind.OFFER)
    return [
        Obligation(worker, tie, one, LetterKind.OFFER)
        for one in offer_findings(offer, made, read.today)
    ]


def _calls(worker: Worker, tie: Engagement, read: Read) -> list[Obligation]:
    """Give what coming calls are: too late, outside agreed times, short, or late to cancel."""
    hours = contracts.hours_agreement(tie)
    found: list[Obligation] = []
    for one in read.placed.get(tie.pk, ()):
        if one.starts_at > read.now:
            call = Call(starts_at=one.starts_at, minutes=_minutes(one))
            findings = (
                *(called(hours, call, one.called_at) if one.called_at else ()),
                *(may_stay_away(hours, one.starts_at, one.ends_at) if one.called_at else ()),
                *worked(hours, call, call.minutes),
                *changed(hours, call, read.now),
            )
            found += [Obligation(worker, tie, finding, shift=one.shift) for finding in findings]
    return found


def _chain(
    worker: Worker, tie: Engagement, rows: Sequence[Engagement], read: Read
) -> list[Obligation]:
    """Give whether a fixed term is permanent after all, its notice, and what a next one would be.

    Whether it was the same work is for people to say; here it is taken to be.
    """
    before = [
        _contract(row, read, row.organisation_id == tie.organisation_id)
        for row in rows
        if row.pk != tie.pk
    ]
    this = _contract(tie, read, is_own=True)
    found = [Obligation(worker, tie, one) for one in _next(before, this)]
    told_on = read.letter(tie, LetterKind.NOTICE)
    notices = [
        Obligation(worker, tie, one, LetterKind.NOTICE)
        for one in notice_findings(this, told_on, read.today)
    ]
    if not found and this.ends_on <= months_later(read.today, ENDS_SOON_MONTHS):
        ends_on = months_later(this.ends_on, NEXT_MONTHS)
        wanted = Contract(employer=read.own_name, starts_on=this.ends_on, ends_on=ends_on)
        found = [
            Obligation(worker, tie, one, is_next=True) for one in _next([*before, this], wanted)
        ]
    return found + notices


def _next(before: Sequence[Contract], wanted: Contract) -> tuple[Finding, ...]:
    """Give what the chain says; nothing of a contract from before its dated figures."""
    try:
        return next_contract(before, wanted)
    except NoFigureForDate:
        return ()


def _contract(row: Engagement, read: Read, is_own: bool = False) -> Contract:
    """Give an engagement as a contract; another employer stays nameless."""
    name = read.own_name if is_own else _("een eerdere werkgever in de pool")
    return Contract(employer=name, starts_on=row.starts_on, ends_on=row.ends_on or row.starts_on)


def _minutes(one: Any) -> int:
    whole = int((one.ends_at - one.starts_at).total_seconds()) // 60
    return whole - int(one.shift.break_minutes)
