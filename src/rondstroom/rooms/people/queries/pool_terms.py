"""Who works from the pool until when, and where those went who left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, QuerySet

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.people.models import PoolTerm
from rondstroom.rooms.people.states import WentTo

MONTHS_A_YEAR = 12


def pool_term(term_id: int) -> PoolTerm | None:
    """Give one term."""
    return PoolTerm.objects.select_related("worker", "organisation").filter(pk=term_id).first()


def pool_term_of(worker_id: int) -> PoolTerm | None:
    """Give the term in which a worker is now; None: works from no pool for a limited time."""
    rows = PoolTerm.objects.filter(worker_id=worker_id, left_on__isnull=True)
    return rows.select_related("organisation").first()


def pool_terms_of(organisation_ids: Iterable[int]) -> QuerySet[PoolTerm]:
    """Give who works from the pool for these organisations, the first to end on top."""
    rows = PoolTerm.objects.filter(organisation_id__in=list(organisation_ids), left_on__isnull=True)
    return rows.select_related("worker__account", "organisation").order_by("ends_on", "pk")


def left_pool(organisation_ids: Iterable[int], since: date) -> QuerySet[PoolTerm]:
    """Give who left the pool from a day on, the latest first."""
    rows = PoolTerm.objects.filter(organisation_id__in=list(organisation_ids), left_on__gte=since)
    return rows.select_related("worker", "employer", "organisation").order_by("-left_on", "-pk")


def pool_term_until(worker_id: int, starts_on: date) -> date:
    """Give the first day no longer for a term from a day on: two years less earlier terms."""
    most = _months_later(starts_on, int(lookup("pool.term.most_months", starts_on).value))
    over = PoolTerm.objects.filter(worker_id=worker_id, left_on__isnull=False)
    spent = sum((one.left_on - one.starts_on for one in over if one.left_on), timedelta())
    return most - spent


def _months_later(day: date, months: int) -> date:
    """Give the same day so many whole years and months on; the 29th of February becomes March."""
    number = day.month - 1 + months
    year, month = day.year + number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        return date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)


def pool_terms_to_remind(at: datetime) -> list[tuple[PoolTerm, int]]:
    """Give the terms of which people are to be reminded now, each with the nearest of the marks."""
    today = at.astimezone(AMSTERDAM).date()
    marks = sorted(int(one) for one in lookup("pool.term.remind_days", today).value)
    rows = PoolTerm.objects.filter(
        left_on__isnull=True, ends_on__lte=today + timedelta(days=marks[-1])
    ).select_related("worker__account", "organisation")
    return [(row, _mark((row.ends_on - today).days, marks)) for row in rows.order_by("pk")]


def _mark(days: int, marks: list[int]) -> int:
    """Give the smallest mark that is not passed: 45 days to go were told of at 90."""
    return next(mark for mark in marks if days <= mark)


@dataclass(frozen=True)
class FlowOut:
    """How many work from the pool now, are past their term, and left, by where to."""

    now: int
    past_term: int
    left: dict[str, int]
    employers: dict[str, int]

    @property
    def gone(self) -> int:
        """How many left in this time."""
        return sum(self.left.values())


def flow_out(organisation_ids: Iterable[int], since: date, on: date) -> FlowOut:
    """Count the pool on a day and who left it from `since` on; nobody by name. Four queries."""
    ids = list(organisation_ids)
    living, over = pool_terms_of(ids), left_pool(ids, since).order_by()
    by_kind = dict(
        over.values_list("went_to").annotate(Count("pk")).values_list("went_to", "pk__count")
    )
    by_house = over.filter(went_to=WentTo.EMPLOYER).values_list("employer__name")
    houses = by_house.annotate(Count("pk")).values_list("employer__name", "pk__count")
    return FlowOut(
        living.count(),
        living.filter(ends_on__lte=on).count(),
        {kind.value: by_kind.get(kind.value, 0) for kind in WentTo},
        dict(sorted(houses)),
    )
