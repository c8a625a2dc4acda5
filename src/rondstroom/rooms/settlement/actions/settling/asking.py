"""Asking for a settlement: a month that is over, or the corrections of before."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.settlement import permissions, queries
from rondstroom.rooms.settlement.models import Run
from rondstroom.rooms.settlement.states import RunKind, RunState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

ONE_DAY = timedelta(days=1)


class UnableToSettle(journal.UnableToAct):
    """Nothing was settled; the text says why and what to do first."""


def close_period(*, seller: Organisation, month: date, by: Account, at: datetime) -> Run:
    """Settle what was lent up to the end of a month, also what was agreed to late.

    A month closes once; hours that are agreed to afterwards go with the next one.
    Journal: `settlement.run.asked`, to which a task reacts.
    """
    first = month.replace(day=1)
    ends_on = (first + timedelta(days=31)).replace(day=1)
    if ends_on > at.astimezone(AMSTERDAM).date():
        raise UnableToSettle(
            _("Deze maand is nog niet voorbij. Sluit hem af vanaf %(day)s.")
            % {"day": ends_on.strftime("%d-%m-%Y")}
        )
    return _ask(seller, RunKind.MONTH, (first, ends_on), by, at)


def settle_corrections(*, seller: Organisation, by: Account, at: datetime) -> Run:
    """Credit what was charged and corrected since, and charge it as it is now.

    Journal: `settlement.run.asked`, to which a task reacts.
    """
    today = at.astimezone(AMSTERDAM).date()
    return _ask(seller, RunKind.CORRECTIONS, (today, today + ONE_DAY), by, at)


@transaction.atomic
def resume_run(*, run: Run, by: Account, at: datetime) -> Run:
    """Go on with a settlement that was broken off; one that is done stays as it is.

    Journal: `settlement.run.resumed`, to which a task reacts.
    """
    _check_may(run.seller, by)
    row = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if row.state == RunState.RUNNING:
        _write_down(row, "resumed", by, at)
    return row


def _ask(
    seller: Organisation, kind: RunKind, days: tuple[date, date], by: Account, at: datetime
) -> Run:
    _check_may(seller, by)
    row = Run(
        seller=seller,
        kind=kind,
        state=RunState.RUNNING,
        starts_on=days[0],
        ends_on=days[1],
        issued_on=at.astimezone(AMSTERDAM).date(),
        cut_off_at=at,
        asked_by=by,
    )
    _check_details(row)
    try:
        with transaction.atomic():
            row.save()
            _write_down(row, "asked", by, at)
    except IntegrityError as refused:
        raise UnableToSettle(
            _("%(name)s heeft deze periode al afgesloten, of er loopt nog een verrekening.")
            % {"name": seller.name},
            "twice",
        ) from refused
    return row


def _check_may(seller: Organisation, by: Account) -> None:
    if not permissions.may_settle(by, seller.pk):
        raise UnableToSettle(_("Voor %(name)s verreken je niet.") % {"name": seller.name})


def _check_details(row: Run) -> None:
    """Refuse before anything is reckoned when a party of an invoice is not known."""
    buyers = set(queries.chargeable(row).order_by().values_list("hours__borrower", flat=True))
    needed = sorted(buyers | {row.seller_id})
    known = queries.billing_details_of(needed)
    missing = [pk for pk in needed if pk not in known]
    if missing:
        names = [one.name for one in organisations.all_organisations() if one.pk in missing]
        raise UnableToSettle(
            _("Vul eerst de factuurgegevens in van: %(names)s.") % {"names": ", ".join(names)},
            "details",
        )


def _write_down(row: Run, event: str, by: Account, at: datetime) -> None:
    journal.record(
        event=f"settlement.run.{event}",
        by=by,
        at=at,
        subject=f"settlement:{row.pk}",
        organisation_id=row.seller_id,
        run_id=row.pk,
    )
