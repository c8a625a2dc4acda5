"""The page of people who are available and unused, and what one of them may work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import Unused
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import found
from rondstroom.web.coordinator import access
from rondstroom.web.coordinator.people.counting import by_function, highest
from rondstroom.web.coordinator.spans import LENGTHS, Span, chosen_span

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is open to the region: name, function, employers and free days, no more."""

    worker: Any
    function: Any
    employers: list[str]
    unused: Unused


@require_safe
@access.for_coordinator
def unused(request: HttpRequest) -> HttpResponse:
    """Show how many people are free per function, and who of them works at other places too."""
    span, every = chosen_span(request), access.every_organisation()
    functions = access.every_function()
    organisation = access.chosen_organisation(request, every)
    function = access.chosen_function(request, functions)
    at = [organisation.pk] if organisation else [one.pk for one in every]
    free = rosters.unused_workers(at, span.starts_on, span.ends_on)
    main = highest(free, skills.substitutes([one.pk for one in functions]))
    if function:
        free = [one for one in free if main[one.worker_id] == function.pk]
    cover = rosters.cover_of_organisations(at, span.period)
    chosen = [function] if function else functions
    named = people.named_in_region((one.worker_id for one in free), timezone.localdate())
    context = {
        "span": span,
        "lengths": LENGTHS,
        "organisations": every,
        "functions": functions,
        "organisation": organisation,
        "function": function,
        "rows": by_function(free, cover, span.every_day, chosen, main),
        "days": span.every_day if span.days <= 7 else [],
        "total": len(free),
        "named_total": len(named),
        "people": _people([one for one in free if one.worker_id in named], main, every, functions),
    }
    return render(request, "coordinator/people/unused.html", context)


def _people(
    free: list[Unused], main: dict[int, int | None], every: list[Any], functions: list[Any]
) -> list[Person]:
    """Name the first of those who may be named: who is free longest on top."""
    order = sorted(free, key=lambda one: (-len(one.days), one.worker_id))[:SHOWN]
    workers = people.workers(one.worker_id for one in order)
    names, known = {one.pk: one.name for one in every}, {one.pk: one for one in functions}
    return [
        Person(
            workers[one.worker_id],
            known.get(main[one.worker_id] or 0),
            sorted(names[pk] for pk in one.employers),
            one,
        )
        for one in order
    ]


@require_safe
@access.for_coordinator
def fits(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Show where somebody who is open to the region fits: the open shifts they may work."""
    may_see = permissions.may_see_in_region(request.user, worker_id)
    worker = found(people.worker(worker_id) if may_see else None)
    span, now = chosen_span(request), timezone.now()
    listed = matching.workable_shifts(worker, span.period.starts_at, span.period.ends_at, now)
    context = {
        "worker": worker,
        "span": span,
        "cards": listed.may[:SHOWN],
        "total": len(listed.may),
        "free": _free(worker_id, span),
    }
    return render(request, "coordinator/people/fits.html", context)


def _free(worker_id: int, span: Span) -> list[Any]:
    every = [one.pk for one in access.every_organisation()]
    free = rosters.unused_workers(every, span.starts_on, span.ends_on)
    return next((one.days for one in free if one.worker_id == worker_id), [])
