"""Which agreements, duties and work codes of an organisation run out soon."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from flexpool.contracts.duties import duties_of
from rondstroom.rooms.contracts.models import DutySeen, LendingAgreement, WorkCodeVersion
from rondstroom.rooms.contracts.queries.agreements import agreements_of
from rondstroom.rooms.contracts.states import AgreementState, CodeState, DeadlineKind
from rondstroom.rooms.organisations import queries as organisations

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that holds through a last day: what, of whom, and a name by which it is known."""

    kind: DeadlineKind
    last_day: date
    about: str
    key: str
    agreement_id: int | None = None


def deadlines_of(organisation_id: int, on: date, until: date) -> list[Deadline]:
    """Give what holds on a day and runs out through another, nearest first; four queries.

    Of work codes the own one, and those of the pools that bind the organisation on that day.
    """
    rows = [
        one
        for one in agreements_of(organisation_id)
        if one.state == AgreementState.ACTIVE
        and one.starts_on <= until
        and (one.ends_on is None or on < one.ends_on)
    ]
    found = [*_agreements(rows, until), *_duties(rows, on, until)]
    found += _codes(organisation_id, on, until)
    return sorted(found, key=lambda one: (one.last_day, one.about))


def _agreements(rows: list[LendingAgreement], until: date) -> list[Deadline]:
    return [
        Deadline(
            DeadlineKind.AGREEMENT,
            one.ends_on - ONE_DAY,
            _parties(one),
            f"agreement:{one.pk}",
            one.pk,
        )
        for one in rows
        if one.ends_on is not None and one.ends_on - ONE_DAY <= until
    ]


def _duties(rows: list[LendingAgreement], on: date, until: date) -> list[Deadline]:
    """Give the duties that were seen kept through a day; what was seen last counts."""
    by_number = {one.pk: one for one in rows}
    last: dict[tuple[int, str], DutySeen] = {}
    for seen in DutySeen.objects.filter(agreement_id__in=by_number).order_by("at", "pk"):
        last[seen.agreement_id, seen.duty] = seen
    return [
        Deadline(
            DeadlineKind.DUTY,
            seen.valid_through,
            f"{_parties(by_number[number])}: {_title(by_number[number], duty)}",
            f"duty:{number}:{duty}",
            number,
        )
        for (number, duty), seen in last.items()
        if seen.valid_through is not None and on <= seen.valid_through <= until
    ]


def _codes(organisation_id: int, on: date, until: date) -> list[Deadline]:
    """Give the codes that end without a next version that takes over."""
    pools = organisations.pools_of(organisation_id, on).values("pk")
    rows = WorkCodeVersion.objects.filter(
        Q(organisation_id=organisation_id) | Q(pool_id__in=pools), state=CodeState.APPROVED
    )
    by_owner: dict[int | None, list[WorkCodeVersion]] = defaultdict(list)
    for one in rows.select_related("pool").order_by("version"):
        by_owner[one.pool_id].append(one)
    ending = [row for versions in by_owner.values() if (row := _ending(versions, on))]
    return [
        Deadline(
            DeadlineKind.CODE,
            one.ends_on - ONE_DAY,
            f"{one.pool.name}: {one.reference}" if one.pool else one.reference,
            f"code:{one.pk}",
        )
        for one in ending
        if one.ends_on is not None and one.ends_on - ONE_DAY <= until
    ]


def _ending(versions: list[WorkCodeVersion], on: date) -> WorkCodeVersion | None:
    """Give the version of one owner that holds on a day and ends, unless a next one takes over."""
    holding = [one for one in versions if one.starts_on <= on]
    newest = holding[-1] if holding else None
    if newest is None or newest.ends_on is None or newest.ends_on <= on:
        return None
    taken_over = any(
        one.version > newest.version and one.starts_on <= newest.ends_on for one in versions
    )
    return None if taken_over else newest


def _parties(one: LendingAgreement) -> str:
    lender = one.lender or one.supplier
    return f"{lender.name if lender else ''} – {one.borrower.name}"


def _title(agreement: LendingAgreement, duty: str) -> str:
    """Give what a duty is called; Dutch, as the papers are."""
    return next((one.title.nl for one in duties_of(agreement.basis) if one.id == duty), duty)
