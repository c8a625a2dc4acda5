"""Two vacancies of two organisations as one job: its weeks as one roster, held against the law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from flexpool.periods import Period, day_period, week_start
from flexpool.worktime import Finding
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries.work import Busy, breaches

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.people.models import Worker

COMBINED_WEEKS = 4
_HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class CombinedLine:
    """One stretch of work of the job: at the time of other work, or against the law beside it."""

    period: Period
    vacancy: Vacancy
    is_clash: bool = False
    is_unlawful: bool = False


@dataclass(frozen=True, slots=True)
class Combined:
    """Four weeks of one job: the work in order, minutes a week, and what the law says."""

    starts_on: date
    ends_on: date
    lines: list[CombinedLine]
    minutes_per_week: int
    findings: tuple[Finding, ...]

    @property
    def clashes(self) -> int:
        """How many stretches are at the same time as another."""
        return sum(one.is_clash for one in self.lines)

    @property
    def fits(self) -> bool:
        """Whether nobody has to be at two places, and the law allows it."""
        return not self.clashes and not breaches(self.findings)


def combined_job(worker: Worker, vacancies: Sequence[Vacancy], at: datetime) -> Combined:
    """Lay vacancies over four weeks, beside all work that the worker has in them.

    That work counts and is not shown: where somebody works, and what they told, is theirs. From
    the Monday on or after the last one begins, by `demand.PART_TIMES`; `minutes_per_week` is what
    the vacancies say together. Nothing is written.
    """
    begins = max([timezone.localdate(at) + timedelta(days=1), *(v.starts_on for v in vacancies)])
    first = week_start(begins + timedelta(days=6))
    last = first + timedelta(weeks=COMBINED_WEEKS, days=-1)
    span = Period(day_period(first).starts_at, day_period(last).ends_at)
    added = [
        (period, vacancy)
        for vacancy in vacancies
        for period in demand.work_in(vacancy, first, last)
    ]
    had, findings = rosters.findings_with(worker, [_busy(*one) for one in added], span)
    busy = [Period(one.starts_at, one.ends_at) for one in had]
    lines = [
        CombinedLine(
            when,
            one,
            _overlaps(when, [*busy, *_others(added, when, one)]),
            any(found.period.overlaps(when) for found in breaches(findings)),
        )
        for when, one in sorted(added, key=lambda pair: pair[0].starts_at)
    ]
    minutes = sum(one.minutes_per_week for one in vacancies)
    return Combined(first, last, lines, minutes, findings)


def _busy(period: Period, vacancy: Vacancy) -> Busy:
    return Busy(
        period.starts_at,
        period.ends_at,
        demand.PART_BREAK,
        vacancy.organisation_id,
        team_id=vacancy.team_id,
        profile=vacancy.organisation.worktime_profile,
    )


def _others(
    added: Sequence[tuple[Period, Vacancy]], when: Period, vacancy: Vacancy
) -> list[Period]:
    """Give the other stretches of the job."""
    return [period for period, whose in added if (period, whose.pk) != (when, vacancy.pk)]


def _overlaps(period: Period, others: Sequence[Period]) -> bool:
    """Say whether this is at the time of other work by more than the half hour of handing over."""
    return any(
        min(one.ends_at, period.ends_at) - max(one.starts_at, period.starts_at) > _HALF_HOUR
        for one in others
    )
