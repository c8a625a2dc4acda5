"""Taking a team's week or month out as a file that comes in again without loss."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from rondstroom.integrations.spreadsheets import exports
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.spans import chosen_span

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_NAMES = {"roster": "rooster", "shifts": "diensten", "availability": "beschikbaarheid"}
_DOORS: dict[str, Callable[..., exports.Exported]] = {
    "roster": exports.export_roster,
    "shifts": exports.export_shifts,
    "availability": exports.export_availability,
}


@planner
def export(request: HttpRequest) -> HttpResponse:
    """Give the roster of a team, or all shifts or wishes at its organisation, as CSV or Excel."""
    team = access.chosen_team(request, access.teams_of(request))
    what, kind = request.GET.get("what", "roster"), request.GET.get("format", "csv")
    if team is None or kind not in _TYPES or what not in _NAMES:
        raise Http404
    span = chosen_span(request)
    asked = {
        "organisation": team.location.organisation,
        "starts_on": span.starts_on,
        "ends_on": span.last_on,
        "file_format": kind,
        "by": signed(request)["by"],
    }
    if what == "roster":
        asked["team"] = f"{team.location.name} / {team.name}"
    made = _DOORS[what](**asked)
    answer = HttpResponse(made.content, content_type=_TYPES[kind])
    name = f"{_NAMES[what]}-{span.starts_on.isoformat()}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
