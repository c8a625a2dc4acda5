"""Agreed hours as payroll takes them in: every part of what a shift pays, with its own minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from flexpool.parameters import NoFigureForDate
from flexpool.pay.ort.bands import NoSuchBands
from flexpool.pay.ort.minutes import ShareNotKnown, minutes_by_share, worked
from rondstroom.rooms.organisations.states import CAO_OF, Branch
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import translate
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.queries.calls import topped_up_minutes
from rondstroom.rooms.settlement.states import HoursKind, HoursState, PayPart

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Engagement

PAID_BY_OTHERS = (EngagementForm.SECONDED, EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED)
"""Who is paid by somebody else, or sends a bill."""
PARTS = {HoursKind.WORKED: PayPart.WORKED, HoursKind.CALLED_OFF: PayPart.CALLED_OFF}
"""What of the kinds of hours is paid; of who did not come, nothing is told here."""


@dataclass(frozen=True, slots=True)
class PaidPart:
    """One part of what an agreed shift pays.

    `personnel_number` is that of the employer; `minutes` is None where no source tells them, and
    `share` is the part of the hourly wage of an allowance.
    """

    version: HoursVersion
    personnel_number: str
    part: PayPart
    minutes: int | None
    share: Fraction | None = None


def paid_parts(employer: Organisation, first: date, after: date) -> list[PaidPart]:
    """Give what was agreed of an employer's own people, wherever they worked; two queries.

    Of shifts that begin from `first` up to, not including, `after`; by day and name.
    """
    rows = agreed_versions(first, after).filter(hours__lender=employer, kind__in=PARTS)
    versions = list(rows.exclude(hours__form__in=PAID_BY_OTHERS))
    ties = people.ties_of({one.hours.worker_id for one in versions})
    cao = CAO_OF.get(Branch(employer.branch), "")
    found: list[PaidPart] = []
    for one in versions:
        number = _number(ties.get(one.hours.worker_id, ()), employer.pk, one.hours.on_day)
        found += [PaidPart(one, number, *part) for part in _parts(one, cao)]
    return found


def waits_for_payroll(employer: Organisation, first: date, after: date) -> int:
    """Count the shifts of an employer's own people of which the hours are not agreed yet."""
    rows = Hours.objects.filter(lender=employer, on_day__gte=first, on_day__lt=after)
    return rows.exclude(Q(state=HoursState.APPROVED) | Q(form__in=PAID_BY_OTHERS)).count()


def agreed_versions(first: date, after: date) -> QuerySet[HoursVersion]:
    """Give the versions that count of agreed hours of some days, by day and name."""
    return (
        HoursVersion.objects.filter(
            number=F("hours__version"),
            hours__state=HoursState.APPROVED,
            hours__on_day__gte=first,
            hours__on_day__lt=after,
        )
        .select_related("hours__worker", "hours__function", "hours__team__location__organisation")
        .order_by("hours__on_day", "hours__worker__name", "pk")
    )


def _parts(
    version: HoursVersion, cao: str
) -> Iterator[tuple[PayPart, int | None] | tuple[PayPart, int | None, Fraction | None]]:
    """Give the parts of one shift: its time, what a short call adds, and allowances."""
    yield PARTS[HoursKind(version.kind)], version.minutes
    if more := topped_up_minutes(version):
        yield PayPart.TOPPED_UP, more
    work = translate.work_of(version)
    try:
        shared = minutes_by_share(cao, worked(work.period, work.breaks)).by_share
    except (NoSuchBands, NoFigureForDate, ShareNotKnown):
        yield PayPart.IRREGULAR, None
    else:
        yield from ((PayPart.IRREGULAR, shared[one], one) for one in sorted(shared) if one)


def _number(ties: list[Engagement] | tuple[()], employer_id: int, on: date) -> str:
    """Give the personnel number of the engagement of a day, else of the newest one."""
    here = [one for one in ties if one.organisation_id == employer_id]
    held = [one for one in here if one.starts_on <= on and (not one.ends_on or on < one.ends_on)]
    return next((one.personnel_number for one in reversed(held or here)), "")
