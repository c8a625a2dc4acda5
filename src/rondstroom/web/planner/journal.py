"""What happened at an organisation: who, when, what, in words; newest first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.periods import day_period
from rondstroom.rooms.journal import queries as journal
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner
from rondstroom.web.planner.spans import UnableToReadDay, read_day
from rondstroom.web.planner.words import EVENTS, told

PER_PAGE = 50


@planner
def page(request: HttpRequest) -> HttpResponse:
    """Show the journal of an organisation, by person, kind and day when asked."""
    organisation = access.chosen_organisation(request)
    asked = {name: request.GET.get(name, "").strip() for name in ("who", "event", "day")}
    lines = _of_day(request, journal.entries_of_organisation(organisation.pk), asked["day"])
    if asked["who"]:
        lines = lines.filter(actor_name__icontains=asked["who"])
    if asked["event"] in EVENTS:
        lines = lines.filter(event=asked["event"])
    shown = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "page": shown,
        "lines": told(shown),
        "events": EVENTS.items(),
        **asked,
    }
    return render(request, "planner/journal.html", context)


def _of_day(request: HttpRequest, lines: QuerySet[Any], given: str) -> QuerySet[Any]:
    """Keep what happened on one day; a day that cannot be read is said, and left out."""
    if not given:
        return lines
    try:
        day = day_period(read_day(given, timezone.now()))
    except UnableToReadDay:
        messages.warning(request, _("%s is geen dag. Je ziet alle dagen.") % given)
        return lines
    return lines.filter(at__gte=day.starts_at, at__lt=day.ends_at)
