"""From agreed hours to the message; what has no code there is refused, never guessed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from flexpool.pay.ort.minutes import worked
from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.settlement import permissions, queries
from rondstroom.rooms.settlement.states import HoursKind, HoursState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.settlement.models import Hours, HoursVersion

WORKED, BREAK = "HT100", "HT400"
MINUTES_HOUR = 60
A_MOMENT = timedelta(microseconds=1)


class TimecardsNotAllowed(Exception):
    """The account may not take the hours of this organisation along."""


class NoTimecard(Exception):
    """These hours are no timecard: not agreed, or of a kind without a known code."""


def timecards_out(
    *, organisation: Organisation, starts_on: date, ends_on: date, by: Account
) -> list[dict[str, Any]]:
    """Give the messages of what an organisation lent or borrowed, own people's work too.

    Of shifts that begin from `starts_on` up to, not including, `ends_on`, as far as they were
    agreed and worked; two queries.

    Raises
    ------
    TimecardsNotAllowed
        When the account does not do the money of this organisation.
    """
    if not permissions.may_settle(by, organisation.pk):
        raise TimecardsNotAllowed(f"De uren van {organisation.name} mag {by.name} niet meenemen.")
    ours = Q(hours__lender=organisation) | Q(hours__borrower=organisation)
    rows = queries.agreed_versions(starts_on, ends_on).filter(ours, kind=HoursKind.WORKED)
    return [timecard_of(one.hours, one) for one in rows]


def timecard_of(row: Hours, version: HoursVersion | None = None) -> dict[str, Any]:
    """Give the message as plain values, for the borrower and for payroll alike.

    `version` is the one that counts, when the caller has it already.

    Raises
    ------
    NoTimecard
        When the hours are not agreed, or were not worked.
    """
    version = version or queries.current_version(row)
    if row.state != HoursState.APPROVED or version.kind != HoursKind.WORKED:
        raise NoTimecard(f"hours {row.pk} are not agreed as worked")
    number = f"{row.pk}-{row.version}"
    work = Period(version.starts_at, version.ends_at)
    return {
        "documentId": _id(f"TC-{number}"),
        "supplier": {"id": [_id(str(row.lender_id))]},
        "customer": {"id": [_id(str(row.borrower_id))]},
        "department": {"code": str(row.team_id), "name": row.team.name},
        "person": {"id": [_id(str(row.worker_id))]},
        "period": {"datePeriod": _days(work)},
        "staffingIds": {"assignmentId": _id(str(row.assignment_id))},
        "timeInterval": [
            _interval(f"{number}-{place}", code, period)
            for place, (code, period) in enumerate(_pieces(version, work), start=1)
        ],
    }


def _days(work: Period) -> dict[str, str]:
    last = (work.ends_at - A_MOMENT).astimezone(AMSTERDAM).date()
    return {"start": work.local_day().isoformat(), "end": last.isoformat()}


def _pieces(version: HoursVersion, work: Period) -> list[tuple[str, Period]]:
    """Give work and break in order of time."""
    breaks = queries.breaks_of(version)
    pieces = [(WORKED, one) for one in worked(work, breaks)]
    return sorted([*pieces, *((BREAK, one) for one in breaks)], key=_start)


def _start(piece: tuple[str, Period]) -> Period:
    return piece[1]


def _interval(number: str, code: str, period: Period) -> dict[str, Any]:
    hours = f"{period.minutes / MINUTES_HOUR:.2f}"
    return {
        "id": _id(number),
        "typeCode": {"value": code},
        "period": {
            "dateTimePeriod": {
                "start": period.starts_at.astimezone(AMSTERDAM).isoformat(),
                "end": period.ends_at.astimezone(AMSTERDAM).isoformat(),
            }
        },
        "timeTotal": hours,
    }


def _id(value: str) -> dict[str, str]:
    return {"value": value, "schemeAgencyId": "Supplier"}
