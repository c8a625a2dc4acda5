"""The first page: the region in figures, on a map and as tables; and the open shifts behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import Covered
from rondstroom.web.coordinator import access
from rondstroom.web.coordinator.picture.drawing import Map, drawn
from rondstroom.web.coordinator.picture.tallies import per, totals
from rondstroom.web.coordinator.spans import LENGTHS, chosen_span

SHOWN = 100


@require_safe
@access.for_coordinator
def picture(request: HttpRequest) -> HttpResponse:
    """Show what is open and filled in the region in a day, a week or four weeks."""
    chosen = _chosen(request)
    rows, span = chosen.pop("rows"), chosen["span"]
    names = {one.pk: one for one in chosen["organisations"]}
    functions = {one.pk: one for one in chosen["functions"]}
    days = span.every_day
    context = {
        **chosen,
        "totals": totals(rows, days, names, functions),
        "map": _map(rows, names),
        "shows_days": span.days <= 7,
        "lengths": LENGTHS,
    }
    return render(request, "coordinator/picture.html", context)


@require_safe
@access.for_coordinator
def open_shifts(request: HttpRequest) -> HttpResponse:
    """List the shifts with free places behind a figure of the picture."""
    chosen = _chosen(request)
    free = {row.shift_id: row.free for row in chosen.pop("rows") if row.free}
    first = list(free)[:SHOWN]
    shifts = demand.shifts(first)
    context = {
        **chosen,
        "shifts": [(shifts[pk], free[pk]) for pk in first if pk in shifts],
        "places": sum(free.values()),
        "left_off": len(free) - len(first),
    }
    return render(request, "coordinator/open_shifts.html", context)


def _chosen(request: HttpRequest) -> dict[str, Any]:
    """Give what the address asks for, and the cover that goes with it."""
    every, functions = access.every_organisation(), access.every_function()
    organisation = access.chosen_organisation(request, every)
    function = access.chosen_function(request, functions)
    span = chosen_span(request)
    at = [organisation.pk] if organisation else [one.pk for one in every]
    rows = rosters.cover_of_organisations(at, span.period)
    if function:
        rows = [row for row in rows if row.function_id == function.pk]
    return {
        "rows": rows,
        "span": span,
        "organisations": every,
        "functions": functions,
        "organisation": organisation,
        "function": function,
    }


def _map(rows: list[Covered], names: dict[int, Any]) -> Map | None:
    there: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        there[row.pc4].add(names[row.organisation_id].name)
    return drawn(organisations.postcodes(), per(rows, lambda row: row.pc4), there)
