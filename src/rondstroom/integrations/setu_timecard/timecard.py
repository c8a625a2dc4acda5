"""From agreed hours to the message; what has no code there is refused, never guessed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flexpool.pay.ort.minutes import worked
from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import HoursKind, HoursState

if TYPE_CHECKING:
    from rondstroom.rooms.settlement.models import Hours, HoursVersion

WORKED, BREAK = "HT100", "HT400"
MINUTES_HOUR = 60
A_MOMENT = timedelta(microseconds=1)


class NoTimecard(Exception):
    """These hours are no timecard: not agreed, or of a kind without a known code."""


def timecard_of(row: Hours) -> dict[str, Any]:
    """Give the message as plain values, for the borrower and for payroll alike.

    Raises
    ------
    NoTimecard
        When the hours are not agreed, or were not worked.
    """
    version = queries.current_version(row)
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
