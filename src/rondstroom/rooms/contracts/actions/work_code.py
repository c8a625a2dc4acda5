"""Work codes: one person draws up a version, another approves, and only then it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.contracts.work_code.code import WorkCode
from rondstroom.rooms.contracts import queries, translate
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.contracts.states import CODE_TRANSITIONS, CodeState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries as organisations

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Pool

MOST_NOTICE_DAYS = 91
MOST_HOURS = 28 * 24
MOST_TRAINING = 400 * 60


class UnableToSetCode(journal.UnableToAct):
    """The work code cannot be drawn up or decided like this."""


@dataclass(frozen=True, kw_only=True)
class DrawnUp:
    """A version as somebody drew it up: the rules, the days on which it holds, where it is."""

    code: WorkCode
    starts_on: date
    reference: str
    ends_on: date | None = None


@transaction.atomic
def propose_code(
    *,
    organisation: Organisation | None = None,
    pool: Pool | None = None,
    drawn: DrawnUp,
    after: int,
    by: Account,
    at: datetime,
) -> WorkCodeVersion:
    """Draw up a version of one of the two, after the one that was seen; somebody else approves.

    Journal: `contracts.code.proposed`, for every organisation that it would bind.
    """
    row = WorkCodeVersion(organisation=organisation, pool=pool, version=after + 1)
    row.starts_on, row.ends_on = drawn.starts_on, drawn.ends_on
    _check(row, drawn, after)
    translate.keep_work_code(row, drawn.code)
    row.reference, row.proposed_by, row.proposed_at = drawn.reference.strip(), by, at
    journal.check_lengths(row, UnableToSetCode)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise _newer() from None
    _record(row, "proposed", by=by, at=at)
    return row


def _newer() -> UnableToSetCode:
    return UnableToSetCode(
        _("Iemand anders schreef net een nieuwe versie. Bekijk die eerst."), code="newer"
    )


def _check(row: WorkCodeVersion, drawn: DrawnUp, after: int) -> None:
    """Refuse what follows on an older version, has no paper, or bounds that cross."""
    rows = queries.work_codes_of(organisation_id=row.organisation_id, pool_id=row.pool_id)
    last = rows.first()
    if after != (last.version if last else 0):
        raise _newer()
    if not drawn.reference.strip():
        raise UnableToSetCode(_("Vul in waar de getekende afspraak te vinden is."))
    if drawn.ends_on is not None and drawn.ends_on <= drawn.starts_on:
        raise UnableToSetCode(_("De code eindigt voor ze begint. Kies een latere laatste dag."))
    _check_bounds(drawn.code)


def _check_bounds(code: WorkCode) -> None:
    """Refuse a code that agrees on nothing, and a least above a most."""
    limits = (code.notice_days, code.employer_hours, code.worker_hours, code.training_minutes)
    bounds = (code.anw_least, code.anw_most, code.pay_least, code.pay_most)
    if all(one is None for one in (*limits, *bounds)):
        raise UnableToSetCode(_("Er staat nog geen enkele afspraak in. Vul er minstens één in."))
    for least, most in ((code.anw_least, code.anw_most), (code.pay_least, code.pay_most)):
        if least is not None and most is not None and least > most:
            raise UnableToSetCode(_("Een ondergrens ligt boven de bovengrens. Draai ze om."))
    for value, highest in zip(
        limits, (MOST_NOTICE_DAYS, MOST_HOURS, MOST_HOURS, MOST_TRAINING), strict=True
    ):
        if value is not None and not 0 <= value <= highest:
            raise UnableToSetCode(_("Een termijn is te lang. Kijk dagen en uren na."))
    if (code.pay_least is not None or code.pay_most is not None) and not (code.cao and code.scales):
        raise UnableToSetCode(_("Kies bij de band voor het loon een cao en minstens één schaal."))


@transaction.atomic
def approve_code(*, row: WorkCodeVersion, by: Account, at: datetime) -> None:
    """Be the second pair of eyes: the code holds. Journal: `contracts.code.approved`."""
    _decide(row, CodeState.APPROVED, by=by, at=at)


@transaction.atomic
def decline_code(*, row: WorkCodeVersion, by: Account, at: datetime) -> None:
    """Say no to a version; who drew it up may too. Journal: `contracts.code.declined`."""
    _decide(row, CodeState.DECLINED, by=by, at=at)


def _decide(row: WorkCodeVersion, state: CodeState, *, by: Account, at: datetime) -> None:
    """Move a version to its decision, once and, to approve, by somebody else."""
    locked = WorkCodeVersion.objects.select_for_update().get(pk=row.pk)
    if state not in CODE_TRANSITIONS[CodeState(locked.state)]:
        raise UnableToSetCode(
            _("Over deze versie is al beslist: %(state)s.")
            % {"state": CodeState(locked.state).label},
            code="decided",
        )
    if state == CodeState.APPROVED and locked.proposed_by_id == by.pk:
        raise UnableToSetCode(
            _("Je stelde deze versie zelf op. Laat een collega kijken."), code="four-eyes"
        )
    locked.state, locked.decided_by, locked.decided_at = state, by, at
    locked.save(update_fields=["state", "decided_by", "decided_at"])
    row.state, row.decided_by, row.decided_at = state, by, at
    _record(locked, str(state), by=by, at=at)


def _record(row: WorkCodeVersion, what: str, *, by: Account, at: datetime) -> None:
    """Write in the journal of everybody that the code binds what happened to it."""
    bound = [row.organisation_id] if row.organisation_id else []
    if row.pool_id:
        day = max(row.starts_on, at.date())
        bound += organisations.members_of_pools(day, [row.pool_id])[row.pool_id]
    told = {"version": row.version, "starts_on": row.starts_on}
    lines = [journal.Line(f"code:{row.pk}", one, None, told) for one in bound]
    journal.record_many(event=f"contracts.code.{what}", by=by, at=at, lines=lines)
