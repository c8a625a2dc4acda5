"""Writing down what the organisations of a pool agreed, and what works councils answered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import (
    CouncilAnswer,
    Membership,
    Organisation,
    Pool,
    PoolArrangement,
)
from rondstroom.rooms.organisations.states import Council, Shared

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

TEXTS = ("aim", "boundaries", "work", "conditions", "ending", "reference")


class UnableToArrange(journal.UnableToAct):
    """The arrangement cannot be written down like this."""


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """What a pool agreed; a share that needs consent stays off until a council gave it."""

    starts_on: date
    aim: str
    boundaries: str
    work: str
    conditions: str
    ending: str
    reference: str
    shares: Collection[Shared] = ()
    needs_consent: Collection[Shared] = ()
    most_fee_bp: int | None = None


@transaction.atomic
def write_arrangement(
    *, pool: Pool, arranged: Arranged, after: int, by: Account, at: datetime
) -> PoolArrangement:
    """Write down a new version, after the one that the writer saw; older ones stay.

    Journal: `organisations.arrangement.written`, for every member of the pool.
    """
    _check(pool, arranged, after)
    row = PoolArrangement(pool=pool, version=after + 1, starts_on=arranged.starts_on)
    for name in TEXTS:
        setattr(row, name, getattr(arranged, name).strip())
    row.shares, row.needs_consent = sorted(arranged.shares), sorted(arranged.needs_consent)
    row.most_fee_bp, row.by, row.at = arranged.most_fee_bp, by, at
    journal.check_lengths(row, UnableToArrange)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise _newer() from None
    members = Membership.objects.filter(pool=pool).values_list("organisation_id", flat=True)
    _record("written", row, sorted(set(members)), by=by, at=at)
    return row


def _newer() -> UnableToArrange:
    return UnableToArrange(
        _("Iemand anders schreef net een nieuwe versie. Bekijk die eerst."), code="newer"
    )


def _check(pool: Pool, arranged: Arranged, after: int) -> None:
    """Refuse what is not complete, out of order, or asks consent for what is not shared."""
    if not all(getattr(arranged, name).strip() for name in TEXTS):
        raise UnableToArrange(_("Vul doel, grenzen, soort werk, voorwaarden, einde en kenmerk in."))
    if not set(arranged.needs_consent) <= set(arranged.shares):
        raise UnableToArrange(
            _("Instemming kan alleen nodig zijn voor iets wat jullie ook delen. Vink beide aan.")
        )
    last = PoolArrangement.objects.filter(pool=pool).order_by("-version").first()
    if after != (last.version if last else 0):
        raise _newer()
    if last is not None and arranged.starts_on < last.starts_on:
        raise UnableToArrange(
            _("De vorige versie begint op %(day)s. Kies die dag of een latere.")
            % {"day": last.starts_on.strftime("%d-%m-%Y")}
        )


@transaction.atomic
def write_council_answer(
    *,
    arrangement: PoolArrangement,
    organisation: Organisation,
    answer: Council,
    answered_on: date,
    reference: str,
    by: Account,
    at: datetime,
) -> CouncilAnswer:
    """Write down what a works council answered. Journal: `organisations.council.answered`."""
    if not Membership.objects.filter(pool=arrangement.pool, organisation=organisation).exists():
        raise UnableToArrange(
            _("%(name)s doet niet mee aan deze pool. Kies een organisatie die meedoet.")
            % {"name": organisation.name}
        )
    if not reference.strip() or answered_on > timezone.localdate(at):
        raise UnableToArrange(_("Vul in waar de brief te vinden is, en een dag die geweest is."))
    row = CouncilAnswer(arrangement=arrangement, organisation=organisation, answer=Council(answer))
    row.answered_on, row.reference, row.by, row.at = answered_on, reference.strip(), by, at
    journal.check_lengths(row, UnableToArrange)
    row.save()
    told = {"answer": row.answer, "answered_on": answered_on}
    _record("answered", arrangement, [organisation.pk], by=by, at=at, **told)
    return row


def _record(
    what: str,
    row: PoolArrangement,
    organisation_ids: Collection[int],
    *,
    by: Account,
    at: datetime,
    **data: Any,
) -> None:
    """Write in the journals of these organisations what happened."""
    told = {"version": row.version, "starts_on": row.starts_on, **data}
    thing = "council" if what == "answered" else "arrangement"
    lines = [journal.Line(f"pool:{row.pool_id}", one, None, told) for one in organisation_ids]
    journal.record_many(event=f"organisations.{thing}.{what}", by=by, at=at, lines=lines)
