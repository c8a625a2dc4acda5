"""What this planner may open: own organisations, and the teams, shifts and runs of those.

Whatever belongs to another organisation does not exist here: it answers 404, so that an address
never tells that something is there.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.messages import queries as threads
from rondstroom.rooms.organisations import permissions as organisation_permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.guard import found

_DESK = (RoleKind.PLANNER, RoleKind.ADMINISTRATOR)
MOST_DIGITS = 18
"""A longer number fits no row of a database."""


def sits_here(account: Any) -> bool:
    """Tell whether the account plans for any organisation at all, or administers the region."""
    return any(role.kind in _DESK for role in identity.roles_of(account))


def organisations_of(request: HttpRequest) -> list[Any]:
    """Give the organisations this planner plans for, by name."""
    every = organisations.all_organisations()
    return [row for row in every if organisation_permissions.may_plan(request.user, row.pk)]


def chosen_organisation(request: HttpRequest) -> Any:
    """Give the organisation named in the address, or the first that this planner plans for."""
    mine = organisations_of(request)
    asked = request.GET.get("organisation") or request.POST.get("organisation")
    return found(next((row for row in mine if not asked or str(row.pk) == asked), None))


def teams_of(request: HttpRequest) -> list[Any]:
    """Give every team of the planner's organisations, by place and name."""
    mine = [organisations.teams_of(row.pk) for row in organisations_of(request)]
    return [team for teams in mine for team in teams]


def chosen_team(request: HttpRequest, teams: list[Any]) -> Any | None:
    """Give the team named in the address, else the first; None when there is no team at all."""
    asked = request.GET.get("team") or request.POST.get("team")
    if not asked:
        return teams[0] if teams else None
    return found(next((team for team in teams if str(team.pk) == asked), None))


def shift(request: HttpRequest, shift_id: int) -> Any:
    """Give a shift of an own organisation."""
    row = demand.shift(shift_id)
    return _own(request, row, row and row.organisation_id)


def assignment(request: HttpRequest, assignment_id: int) -> Any:
    """Give an assignment on a shift of an own organisation."""
    row = rosters.assignment(assignment_id)
    return _own(request, row, row and row.shift.organisation_id)


def run(request: HttpRequest, run_id: int) -> Any:
    """Give a planning run of an own organisation."""
    row = rosters.run(run_id)
    return _own(request, row, row and row.organisation_id)


def asked(request: HttpRequest, request_id: int) -> Any:
    """Give what a worker asked of an own organisation."""
    row = matching.request(request_id)
    return _own(request, row, row and row.shift.organisation_id)


def round_(request: HttpRequest, round_id: int) -> Any:
    """Give a round of self-rostering of an own team."""
    row = rosters.round_(round_id)
    return _own(request, row, row and row.team.location.organisation_id)


def swap(request: HttpRequest, swap_id: int) -> Any:
    """Give a swap in which a shift of an own organisation changes hands."""
    row = rosters.swap(swap_id)
    mine = row is not None and any(
        organisation_permissions.may_plan(request.user, pk) for pk in rosters.organisations_in(row)
    )
    return found(row if mine else None)


def question(request: HttpRequest, question_id: int) -> Any:
    """Give what somebody asked of an own organisation."""
    row = threads.question(question_id)
    return _own(request, row, row and row.organisation_id)


def cascade(request: HttpRequest, cascade_id: int) -> Any:
    """Give a cascade of an own organisation."""
    row = matching.one_cascade(cascade_id)
    return _own(request, row, row and row.shift.organisation_id)


def vacancy(request: HttpRequest, vacancy_id: int) -> Any:
    """Give a vacancy of an own organisation."""
    row = demand.vacancy(vacancy_id)
    return _own(request, row, row and row.organisation_id)


def application(request: HttpRequest, application_id: int) -> Any:
    """Give what a worker answered to a vacancy of an own organisation."""
    row = matching.application(application_id)
    is_theirs = row is None or row.state == "proposed"
    return _own(request, None if is_theirs else row, row and row.vacancy.organisation_id)


def account(request: HttpRequest) -> Any:
    """Give who signed in; only behind a guard, where that is certain."""
    return request.user


def candidate(request: HttpRequest, organisation_id: int, day: date, worker_id: int) -> Any:
    """Give a worker whom this planner may consider on a day: engaged here, or of the pool."""
    worker = found(people.worker(worker_id))
    if people_permissions.may_see_as_candidate(request.user, worker_id, organisation_id, day):
        return worker
    raise Http404


def number(text: str | None) -> int:
    """Read the number of a thing from a form; anything else is nothing of ours."""
    if text is None or not text.isdecimal() or len(text) > MOST_DIGITS:
        raise Http404
    return int(text)


def _own(request: HttpRequest, row: Any, organisation_id: Any) -> Any:
    if row and organisation_permissions.may_plan(request.user, organisation_id):
        return row
    raise Http404
