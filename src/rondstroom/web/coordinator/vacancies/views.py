"""Vacancies over all organisations: open, filled, who waits, and whose wish for hours they meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import queries as people
from rondstroom.web.coordinator import access

YEAR = timedelta(days=365)
SHOWN = 100


@dataclass(frozen=True, slots=True)
class HouseRow:
    """One organisation: places open and filled, from the pool, and who waits for an answer."""

    organisation: Any
    open_places: int
    filled: int
    from_pool: int
    waiting: Any


@require_safe
@access.for_coordinator
def vacancies(request: HttpRequest) -> HttpResponse:
    """Show every open vacancy with who wants more hours and fits; others are only counted."""
    now, today = timezone.now(), timezone.localdate()
    every = access.every_organisation()
    ids = [one.pk for one in every]
    rows = list(demand.open_vacancies(ids, today)[:SHOWN])
    wishes = list(people.who_wants_more(ids, [], today))
    named = people.named_in_region((one.worker_id for one in wishes), today)
    fitting = matching.fitting_wishes(wishes, rows, today)
    context = {
        "houses": [one for one in _houses(every, ids, now) if one.open_places or one.filled],
        "rows": [_row(one, fitting[one.pk], named) for one in rows],
    }
    return render(request, "coordinator/vacancies/list.html", context)


def _row(vacancy: Any, fitting: list[Any], named: set[int]) -> tuple[Any, list[Any], int]:
    known = [one.worker for one in fitting if one.worker_id in named]
    return vacancy, known, len(fitting) - len(known)


def _houses(every: list[Any], ids: list[int], now: Any) -> list[HouseRow]:
    places = demand.places_of_vacancies(ids, now - YEAR)
    pool = matching.accepted_at(ids, now - YEAR)
    waiting = matching.applications_waiting_at(ids, now)
    nothing = (0, 0, 0)
    found = []
    for one in every:
        states = places.get(one.pk, {})
        _number, asked, taken = states.get("open", nothing)
        filled = sum(state[2] for state in states.values())
        row = HouseRow(one, asked - taken, filled, pool.get(one.pk, 0), waiting.get(one.pk))
        found.append(row)
    return found
