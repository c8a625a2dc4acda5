"""The list as a page with a filter, and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.text import Text
from rondstroom.integrations.spreadsheets.exports import Cell, Page
from rondstroom.rooms.settlement.queries import OpenFinding, open_findings
from rondstroom.rooms.settlement.states import FindingKind
from rondstroom.web.components.tables.download import download

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is open at an organisation, and what of it was asked for."""

    everything: list[OpenFinding]
    rows: list[OpenFinding]
    kind: str
    team: str


def chosen(request: HttpRequest, organisation_id: int) -> Chosen:
    """Read the filter; a kind or team that is not there shows everything."""
    everything = open_findings(organisation_id, timezone.now())
    kind, team = request.GET.get("kind", ""), request.GET.get("team", "")
    kind = kind if kind in FindingKind.values else ""
    team = team if team in {str(one.team.pk) for one in everything if one.team} else ""
    rows = [
        one
        for one in everything
        if kind in {"", one.kind} and (not team or (one.team and str(one.team.pk) == team))
    ]
    return Chosen(everything, rows, kind, team)


def shown(found: Chosen) -> dict[str, Any]:
    """Give what the page shows: the first hundred, and the rest as a number."""
    teams = {str(one.team.pk): one.team for one in found.everything if one.team}
    return {
        "rows": found.rows[:SHOWN],
        "more": max(0, len(found.rows) - SHOWN),
        "kinds": FindingKind.choices,
        "teams": sorted(teams.items(), key=lambda one: str(one[1].name)),
        "kind": found.kind,
        "chosen_team": found.team,
        "question": f"kind={found.kind}&team={found.team}",
    }


def file(found: Chosen, kind: str) -> HttpResponse:
    """Give the chosen lines as a file."""
    head: list[Cell] = [_("Soort"), _("Naam"), _("Team"), _("Dienst"), _("Regel"), _("Bron")]
    head += [_("Wat er is"), _("Wat je kunt doen"), _("Uiterlijk"), _("Uren")]
    rows = [head, *(_row(one) for one in found.rows)]
    return download(kind, "bevindingen", [Page(_("Bevindingen"), rows)])


def _row(one: OpenFinding) -> list[Cell]:
    finding = one.finding
    return [
        str(one.kind.label),
        one.worker.name,
        str(one.team.name) if one.team else "",
        timezone.localdate(one.shift.starts_at) if one.shift is not None else None,
        _said(finding.rule.title),
        finding.rule.article,
        _said(finding.message),
        _said(finding.cure),
        finding.due_on,
        round(finding.minutes / 60, 2) if finding.minutes else None,
    ]


def _said(text: Text) -> str:
    return text.in_language((get_language() or "nl")[:2])
