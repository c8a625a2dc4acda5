"""Planning runs, their proposals, and published periods."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, QuerySet

from rondstroom.rooms.rosters.models import PlanningRun, ProposalLine, RosterPeriod


def run(run_id: int) -> PlanningRun | None:
    """Give one planning run; its lines come from `lines_of`."""
    chosen = PlanningRun.objects.select_related("organisation", "team", "asked_by")
    return chosen.filter(pk=run_id).first()


def runs_of(organisation_id: int) -> QuerySet[PlanningRun]:
    """Give the runs of an organisation, newest first."""
    return (
        PlanningRun.objects.filter(organisation_id=organisation_id)
        .select_related("team", "asked_by")
        .order_by("-pk")
    )


def runs_of_region() -> QuerySet[PlanningRun]:
    """Give the runs over pools, newest first."""
    rows = PlanningRun.objects.filter(pool__isnull=False)
    return rows.select_related("pool", "asked_by").order_by("-pk")


def run_of_region(run_id: int) -> PlanningRun | None:
    """Give one run over a pool."""
    return runs_of_region().filter(pk=run_id).first()


def decided_parts(run_id: int) -> dict[int, dict[str, int]]:
    """Give for each organisation how many lines of its part are in which state; no names."""
    rows = (
        ProposalLine.objects.filter(run__part_of_id=run_id)
        .values_list("run__organisation_id", "state")
        .annotate(Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for organisation_id, state, number in rows:
        found.setdefault(organisation_id, {})[state] = number
    return found


def lines_of(run_id: int) -> QuerySet[ProposalLine]:
    """Give the lines of a proposal in order of time."""
    return (
        ProposalLine.objects.filter(run_id=run_id)
        .select_related("worker", "shift__team", "shift__function")
        .order_by("shift__starts_at", "worker__name")
    )


def is_published(team_id: int, day: date) -> bool:
    """Tell whether the team's roster of that day was made known."""
    periods = RosterPeriod.objects.filter(team_id=team_id)
    return periods.filter(starts_on__lte=day, ends_on__gte=day).exists()


def published_days(team_id: int, starts_on: date, ends_on: date) -> list[date]:
    """Give which of these days, the last included, were made known; one query."""
    periods = RosterPeriod.objects.filter(
        team_id=team_id, starts_on__lte=ends_on, ends_on__gte=starts_on
    )
    days = {
        day
        for one in periods
        for day in _days(max(one.starts_on, starts_on), min(one.ends_on, ends_on))
    }
    return sorted(days)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
