"""What a larger contract would look like: a roster with more hours, from places open now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from flexpool.periods import day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.finding import hidden

if TYPE_CHECKING:
    from datetime import datetime

    from rondstroom.rooms.people.models import Worker

HOURS = (2, 4, 6, 8, 12, 16)


class MoreForm(forms.Form):
    """How many hours a week more."""

    marks_optional = False
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Hoeveel uur per week erbij?"),
        choices=[(n, str(n)) for n in HOURS],
        coerce=int,
        initial=4,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def booster(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Ask how many hours more; show what the coming four weeks would then hold, and what not."""
    now = timezone.now()
    form = MoreForm(request.POST or None)
    ties = people.engagements_of(worker.pk, timezone.localdate(now))
    context: dict[str, Any] = {"form": form, "contract": sum(one.minutes_per_week for one in ties)}
    if request.method == "POST" and form.is_valid():
        context |= _imagined(request, worker, form.cleaned_data["hours"], now)
    status = 422 if request.method == "POST" and not form.is_valid() else 200
    return render(request, "worker/booster.html", context, status=status)


def _imagined(request: HttpRequest, worker: Worker, hours: int, now: datetime) -> dict[str, Any]:
    found = actions.imagine_more(
        worker=worker, minutes_per_week=hours * 60, by=account_of(request), at=now
    )
    shifts = demand.shifts(found.shift_ids)
    around = matching.shifts_for(
        worker,
        day_period(found.starts_on).starts_at,
        day_period(found.ends_on).ends_at,
        now,
        with_openings=True,
    )
    return {
        "hours": hours,
        "found": found,
        "shifts": [shifts[pk] for pk in found.shift_ids],
        "per_week": found.minutes // actions.WEEKS,
        "weekends": [(day, day + timedelta(days=1)) for day in found.free_after],
        "obstacles": hidden.counted(around.hidden_counts),
        "opens": hidden.one_step_away(around.openings),
    }
