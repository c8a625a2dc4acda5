"""What the worker works: as a list and as a month."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from flexpool.periods import day_period
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

KNOWN = {AssignmentState.CONFIRMED, AssignmentState.WORKED}
AHEAD = timedelta(days=182)
FURTHEST_YEARS = 10


@require_safe
@for_worker
def roster(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what is to come, soonest first, and one month as a table."""
    now = timezone.now()
    month = month_asked(request.GET.get("month"), timezone.localdate())
    coming = known(worker, now, now + AHEAD)
    return render(
        request,
        "worker/roster.html",
        {
            "coming": [(one, _part(one)) for one in coming],
            "has_link": people.calendar_key_made_at(worker.pk) is not None,
            **month_table(worker, month),
        },
    )


def known(worker: Worker, starts_at: datetime, ends_at: datetime) -> list[Assignment]:
    """Give what the worker works in a period, without what the planner still draws up."""
    found = rosters.assignments_of_worker(worker.pk, starts_at, ends_at)
    return [one for one in found if one.state in KNOWN]


def month_asked(text: str | None, today: date) -> date:
    """Read a month such as 2026-11; anything else, or years away, is this month."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return month if abs(month.year - today.year) <= FURTHEST_YEARS else today.replace(day=1)


def month_table(worker: Worker, month: date) -> dict[str, Any]:
    """Lay out whole weeks of a month, each day with what is worked on it."""
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    starts_at = day_period(weeks[0][0]).starts_at
    ends_at = day_period(weeks[-1][-1]).ends_at
    by_day: dict[date, list[tuple[Assignment, str]]] = {}
    for one in known(worker, starts_at, ends_at):
        by_day.setdefault(timezone.localdate(one.starts_at), []).append((one, _part(one)))
    today = timezone.localdate()
    rows = [
        (
            week[0].isocalendar().week,
            [(day, by_day.get(day, []), day.month == month.month, day == today) for day in week],
        )
        for week in weeks
    ]
    return {
        "month": month,
        "weeks": rows,
        "previous": (month - timedelta(days=1)).strftime("%Y-%m"),
        "following": (month + timedelta(days=31)).strftime("%Y-%m"),
    }


def _part(one: Assignment) -> str:
    return str(people.part_of(one.starts_at, one.ends_at))
