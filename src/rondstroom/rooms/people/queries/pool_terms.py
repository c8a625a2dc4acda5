"""Who works from the pool until when, and where those went who left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, QuerySet

from flexpool.contracts.work_code.distribution import LEAST_PEOPLE
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
    """How many work from the pool now, are past their term, and left, by where to.

    `left` and `employers` hold groups of ten and more only; `others` and `other_employers` are the
    people of the rest together.
    """

    now: int
    past_term: int
    gone: int
    left: dict[str, int]
    others: int
    employers: dict[str, int]
    other_employers: int

    @property
    def to_employer(self) -> int | None:
        """How many went on in care, here or elsewhere; None when that would tell of few."""
        both = [self.left.get(kind) for kind in (WentTo.EMPLOYER, WentTo.ELSEWHERE)]
        told = [one for one in both if one is not None]
        return sum(told) if len(told) == len(both) else None


def flow_out(organisation_ids: Iterable[int], since: date, on: date) -> FlowOut:
    """Count the pool on a day and who left it from `since` on; nobody by name. Four queries."""
    ids = list(organisation_ids)
    living, over = pool_terms_of(ids), left_pool(ids, since).order_by()
    by_kind = _counted(over, "went_to")
    left, others = _large_enough(by_kind)
    employers, other_employers = _large_enough(
        _counted(over.filter(went_to=WentTo.EMPLOYER), "employer__name")
        if WentTo.EMPLOYER in left
        else {}
    )
    return FlowOut(
        now=living.count(),
        past_term=living.filter(ends_on__lte=on).count(),
        gone=sum(by_kind.values()),
        left=left,
        others=others,
        employers=employers,
        other_employers=other_employers,
    )


def _counted(rows: QuerySet[PoolTerm], by: str) -> dict[str, int]:
    return dict(rows.values_list(by).annotate(Count("pk")).values_list(by, "pk__count"))


def _large_enough(counts: dict[str, int]) -> tuple[dict[str, int], int]:
    """Give the groups that are told, the largest first, and how many the others are together.

    Others of fewer than ten together take the smallest told group with them: else they could be
    found by subtracting from the sum.
    """
    told, others = sorted(counts.items(), key=lambda one: (-one[1], one[0])), 0
    while told and (told[-1][1] < LEAST_PEOPLE or 0 < others < LEAST_PEOPLE):
        others += told.pop()[1]
    return dict(told), others
