"""What contracts, call rules and the work code find, as a planner reads it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rondstroom.web.components.open_findings import page
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner


@require_safe
@planner
def all_findings(request: HttpRequest) -> HttpResponse:
    """Show the list, or give what was chosen of it as a file."""
    house = access.chosen_organisation(request)
    found = page.chosen(request, house.pk)
    if kind := request.GET.get("format", ""):
        return page.file(found, kind)
    context = {"organisation": house, "organisations": access.organisations_of(request)}
    return render(request, "planner/all_findings.html", context | page.shown(found))
