"""Vacancies as a file: out, looked at first, and in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rondstroom.integrations.spreadsheets import UnableToRead
from rondstroom.integrations.spreadsheets.vacancies import (
    COLUMNS,
    export_vacancies,
    import_vacancies,
)
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.spreadsheets.packet import Packet, UnableToTake, received


@planner
def vacancies_out(request: HttpRequest) -> HttpResponse:
    """Give every vacancy of one organisation as CSV."""
    organisation = access.chosen_organisation(request)
    content = export_vacancies(organisation=organisation, by=signed(request)["by"])
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="vacatures.csv"'
    return answer


@planner
def vacancies_in(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what would change, and bring it in."""
    organisation = access.chosen_organisation(request)
    context: dict[str, Any] = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "columns": COLUMNS.values(),
    }
    if request.method == "POST":
        try:
            packet = received(request)
            context |= _tried(request, packet, organisation)
        except (UnableToTake, UnableToRead) as refusal:
            context["refusal"] = str(refusal)
    status = 422 if "refusal" in context else 200
    return render(request, "planner/vacancies/file.html", context, status=status)


def _tried(request: HttpRequest, packet: Packet, organisation: Any) -> dict[str, Any]:
    is_trial = "keep" not in request.POST
    answer = import_vacancies(
        packet.content,
        packet.name,
        organisation=organisation,
        dry_run=is_trial,
        **signed(request),
    )
    return {"answer": answer, "packet": packet.sealed() if is_trial else ""}
