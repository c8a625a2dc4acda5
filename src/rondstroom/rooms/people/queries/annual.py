"""Who works hours a year, and what was agreed; and the days somebody was absent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from flexpool.contracts.annual import AnnualHours
from rondstroom.rooms.people.models import Absence, AnnualAgreement, Engagement
from rondstroom.rooms.people.states import MAY_HAVE_ANNUAL_HOURS


def annual_engagements(
    on: date,
    *,
    organisation_ids: Collection[int] | None = None,
    worker_ids: Collection[int] | None = None,
) -> list[tuple[Engagement, AnnualHours]]:
    """Give the engagements of the year of a day with hours a year, by name; at most two queries.

    Also those that ended or begin in that year; the newest agreement up to that year holds.
    """
    first, after = date(on.year, 1, 1), date(on.year + 1, 1, 1)
    rows = AnnualAgreement.objects.filter(
        Q(engagement__ends_on__isnull=True) | Q(engagement__ends_on__gt=first),
        engagement__starts_on__lt=after,
        year__lte=on.year,
    )
    if organisation_ids is not None:
        rows = rows.filter(engagement__organisation_id__in=organisation_ids)
    if worker_ids is not None:
        rows = rows.filter(engagement__worker_id__in=worker_ids)
    with_engagement = rows.select_related("engagement__worker", "engagement__organisation")
    newest = {one.engagement_id: one for one in with_engagement.order_by("year")}
    found = [(one.engagement, hours_of(one, on.year)) for one in newest.values()]
    return sorted(found, key=lambda pair: (pair[0].worker.name, pair[0].pk))


def hours_of(row: AnnualAgreement, year: int) -> AnnualHours:
    """Give an agreement as it holds in a year, on the days of the engagement."""
    tie = row.engagement
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    return AnnualHours(
        minutes=row.minutes,
        plus=row.plus_minutes,
        minus=row.minus_minutes,
        starts_on=max(tie.starts_on, first),
        ends_on=min(tie.ends_on or after, after),
    )


def may_have_annual_hours(organisation_id: int, on: date) -> QuerySet[Engagement]:
    """Give the engagements of a day with which hours a year can be agreed, by name."""
    rows = Engagement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=on),
        organisation_id=organisation_id,
        form__in=MAY_HAVE_ANNUAL_HOURS,
    )
    return rows.select_related("worker").order_by("worker__name", "pk")


def absent_days(
    worker_ids: Iterable[int], organisation_ids: Collection[int], first: date, after: date
) -> dict[tuple[int, int], set[date]]:
    """Give by worker and organisation the days of absence up to, not including, `after`.

    One query; why somebody was absent, nobody knows.
    """
    rows = Absence.objects.filter(
        worker_id__in=list(worker_ids),
        organisation_id__in=organisation_ids,
        starts_on__lt=after,
        ends_on__gt=first,
        withdrawn_at__isnull=True,
    )
    found: dict[tuple[int, int], set[date]] = {}
    for one in rows:
        begin, end = max(one.starts_on, first), min(one.ends_on, after)
        days = {begin + timedelta(days=number) for number in range((end - begin).days)}
        found.setdefault((one.worker_id, one.organisation_id), set()).update(days)
    return found
