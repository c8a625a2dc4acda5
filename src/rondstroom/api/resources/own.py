"""What belongs to the organisation that asks; anything else does not exist for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.api.access import caller_of
from rondstroom.api.problems import Problem
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.skills import queries as skills


def invalid(field: str, text: str) -> Problem:
    """Give the problem of one field."""
    return Problem("invalid", text, {"errors": [{"field": field, "message": text}]})


def mine(request: HttpRequest, row: Any, organisation_id: int | None) -> Any:
    """Give a row of the organisation that asks, or answer that it is not here."""
    if row is None or organisation_id != caller_of(request).organisation_id:
        raise Http404
    return row


def shift(request: HttpRequest, number: int) -> Any:
    """Give a shift of the organisation."""
    row = demand.shift(number)
    return mine(request, row, row.organisation_id if row else None)


def assignment(request: HttpRequest, number: int) -> Any:
    """Give an assignment on a shift of the organisation."""
    row = rosters.assignment(number)
    return mine(request, row, row.shift.organisation_id if row else None)


def asked(request: HttpRequest, number: int) -> Any:
    """Give a request for a shift of the organisation."""
    row = matching.request(number)
    return mine(request, row, row.shift.organisation_id if row else None)


def offered(request: HttpRequest, number: int) -> Any:
    """Give an offer of a shift of the organisation."""
    row = matching.offer(number)
    return mine(request, row, row.cascade.shift.organisation_id if row else None)


def vacancy(request: HttpRequest, number: int) -> Any:
    """Give a vacancy of the organisation."""
    row = demand.vacancy(number)
    return mine(request, row, row.organisation_id if row else None)


def worker(request: HttpRequest, number: int, on: date | None = None) -> Any:
    """Give a worker engaged by the organisation on a day, today when none is given."""
    there = people.workers_of_organisation(
        caller_of(request).organisation_id, on or timezone.localdate()
    )
    row = there.filter(pk=number).first()
    if row is None:
        raise Http404
    return row


def candidate(request: HttpRequest, number: int, on: date) -> Any:
    """Give a worker whom the organisation may consider on a day: its own, or of the pool."""
    caller, row = caller_of(request), people.worker(number)
    if row is None or not people_permissions.may_see_as_candidate(
        caller.account, number, caller.organisation_id, on
    ):
        raise Http404
    return row


def team(request: HttpRequest, number: int) -> Any:
    """Give a team of the organisation, named in a body or an address."""
    row = organisations.team(number)
    if row is None or row.location.organisation_id != caller_of(request).organisation_id:
        raise invalid("team", _("Dit team is er niet bij jouw organisatie."))
    return row


def function(code: str) -> Any:
    """Give the function with this code."""
    found = skills.function_by_text(code)
    if found is None:
        raise invalid("function", _("Deze functie is niet bekend."))
    return found


def skills_named(codes: Iterable[str]) -> list[Any]:
    """Give the skills with these codes."""
    known, wanted = skills.skills_by_key(), list(codes)
    unknown = [code for code in wanted if skills.key_of(code) not in known]
    if unknown:
        text = _("Deze bekwaamheid is niet bekend: %(names)s.") % {"names": ", ".join(unknown)}
        raise invalid("skills", text)
    return [known[skills.key_of(code)] for code in wanted]
