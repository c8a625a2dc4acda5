"""Side entrants in the pool: whose time ends when; named for who is open to the region."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.people import queries as people
from rondstroom.web.coordinator import access

YEAR, SOON = timedelta(days=365), timedelta(days=180)


@require_safe
@access.for_coordinator
def pool(request: HttpRequest) -> HttpResponse:
    """Name who is open to the region; of others only count how many terms end soon."""
    today = timezone.localdate()
    every = [one.pk for one in access.every_organisation()]
    terms = list(people.pool_terms_of(every))
    named = people.named_in_region([one.worker_id for one in terms], today)
    others = [one for one in terms if one.worker_id not in named]
    context = {
        "terms": [one for one in terms if one.worker_id in named],
        "others": len(others),
        "others_soon": sum(one.ends_on <= today + SOON for one in others),
        "flow": people.flow_out(every, today - YEAR, today),
        "today": today,
        "soon": today + SOON,
    }
    return render(request, "coordinator/people/pool.html", context)
