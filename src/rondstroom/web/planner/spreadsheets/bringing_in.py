"""Bringing a file in: look, correct the columns, try, and only then do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rondstroom.integrations import spreadsheets
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv
from rondstroom.integrations.spreadsheets.headings.fields import (
    AVAILABILITY,
    FIELDS,
    ROSTER,
    SHIFTS,
    WORKERS,
)
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.spreadsheets.packet import Packet, UnableToTake, received

KINDS = {
    SHIFTS: _("diensten"),
    WORKERS: _("medewerkers"),
    ROSTER: _("een rooster"),
    AVAILABILITY: _("beschikbaarheid"),
}
_IMPORTS: dict[str, Callable[..., spreadsheets.ImportAnswer]] = {
    SHIFTS: spreadsheets.import_shifts,
    WORKERS: spreadsheets.import_workers,
    ROSTER: spreadsheets.import_roster,
    AVAILABILITY: spreadsheets.import_availability,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One field, and the column that a person or the machine chose for it."""

    name: str
    label: str
    is_needed: bool
    heading: str


@planner
def start(request: HttpRequest) -> HttpResponse:
    """Choose a file; see what was understood; correct it; try it; bring it in."""
    context: dict[str, Any] = {
        "organisation": access.chosen_organisation(request),
        "organisations": access.organisations_of(request),
        "kinds": KINDS.items(),
        "kind": request.POST.get("kind", ""),
        "as_draft": "as_draft" in request.POST,
    }
    if request.method == "POST":
        try:
            context |= _steps(request, context["organisation"])
        except (UnableToTake, spreadsheets.UnableToRead) as reason:
            context["error"] = str(reason)
    return render(request, "planner/import.html", context)


@planner
@require_POST
def rejected(request: HttpRequest) -> HttpResponse:
    """Give the rows that could not be taken as a file: row, column, value, why."""
    try:
        packet = received(request)
        seen = spreadsheets.recognise(
            packet.content, packet.name, kind=request.POST.get("kind") or None
        )
        answer = _perform(request, packet, seen, access.chosen_organisation(request), True)
    except (UnableToTake, spreadsheets.UnableToRead) as reason:
        return render(request, "planner/import.html", {"error": str(reason)}, status=400)
    rows = [[str(_("Rij")), str(_("Kolom")), str(_("Waarde")), str(_("Waarom niet"))]]
    rows += [[str(one.row), one.column, one.value, one.why] for one in answer.rejected]
    file = HttpResponse(as_csv([Page("", rows)]), content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="niet-overgenomen.csv"'
    return file


def _steps(request: HttpRequest, organisation: Any) -> dict[str, Any]:
    """Give what the page shows after a file came: its columns, and the answer of the import."""
    packet = received(request)
    asked = request.POST.get("kind") if request.POST.get("kind") in KINDS else None
    before = spreadsheets.remembered(packet.content, organisation=organisation, kind=asked)
    kind = asked or (before.kind if before else None)
    seen = spreadsheets.recognise(packet.content, packet.name, kind=kind)
    shown: dict[str, Any] = {"packet": packet.sealed(), "seen": seen, "kind": seen.kind or ""}
    if seen.kind is None:
        return {**shown, "error": _("Wat staat er in dit bestand? Kies het hieronder.")}
    shown["choices"] = _choices(request, seen, before)
    try:
        is_trial = "import" not in request.POST
        shown["answer"] = _perform(request, packet, seen, organisation, is_trial)
    except spreadsheets.UnableToRead as reason:
        shown["error"] = str(reason)
    return shown


def _choices(
    request: HttpRequest, seen: spreadsheets.Recognised, before: spreadsheets.Remembered | None
) -> list[Choice]:
    corrected = _corrected(request, seen.kind)
    chosen = corrected if corrected is not None else before.columns if before else {}
    columns = {**seen.columns, **chosen}
    return [
        Choice(field.name, field.label, field.needed, columns.get(field.name, ""))
        for field in FIELDS[str(seen.kind)]
    ]


def _corrected(request: HttpRequest, kind: str | None) -> dict[str, str] | None:
    """Give the columns as a person chose them, empty for none; None when nobody chose yet.

    What was chosen while the file seemed to be of another kind says nothing any more.
    """
    if request.POST.get("columns") != kind:
        return None
    named = {field.name: request.POST.get(f"column.{field.name}") for field in FIELDS[str(kind)]}
    return {name: value for name, value in named.items() if value is not None}


def _perform(
    request: HttpRequest,
    packet: Packet,
    seen: spreadsheets.Recognised,
    organisation: Any,
    is_trial: bool,
) -> spreadsheets.ImportAnswer:
    how = signed(request) | {"organisation": organisation, "dry_run": is_trial}
    if seen.kind == SHIFTS and "as_draft" in request.POST:
        how["state"] = ShiftState.DRAFT
    columns = _corrected(request, seen.kind)
    return _IMPORTS[str(seen.kind)](packet.content, packet.name, columns=columns, **how)
