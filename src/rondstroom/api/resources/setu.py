"""Messages of SETU Planning v2, as `rondstroom setu` gives and takes them; one at a time in."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Body, Query, Router, Schema
from pydantic import Field

from flexpool.periods import day_period
from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.problems import Problem
from rondstroom.api.resources import own
from rondstroom.api.values.plain import Day
from rondstroom.integrations import setu_planning as setu
from rondstroom.rooms.organisations import queries as organisations

router = Router(tags=["setu"])
WEEKS_AHEAD = 6
LONGEST_DAYS = 93
MOST_LINES = 500
LINES = ("singlePlanningLine", "singleAvailabilityLine")


class Days(Schema):
    """The days from the first, today when left out, through the last, six weeks on."""

    starts_on: Day | None = None
    ends_on: Day | None = None


class LineRefused(Schema):
    """A line of the message that was not taken, by its `lineId`, and why."""

    line: str
    why: str


class TakenOut(Schema):
    """What came of the lines of a message. The same message again leaves all unchanged."""

    created: int
    changed: int
    unchanged: int
    refused: list[LineRefused] = Field(default_factory=list)


Message = dict[str, Any]
"""One message as the standard has it; what is missing in it is told with its place."""
Messages = list[Message]


@router.get("/setu/planning-requests", response=Messages)
@reads("shifts:read")
def give_requests(request: HttpRequest, wanted: Query[Days]) -> Any:
    """Give the open shifts as PlanningRequest messages; why they are open never leaves."""
    return setu.requests_out(**_who(request), **_moments(wanted))


@router.post("/setu/planning-requests", response=TakenOut)
@writes("shifts:write")
def take_request(request: HttpRequest, body: Body[Message]) -> Any:
    """Make or change the shifts of a PlanningRequest, or let them lapse."""
    return _taken(request, body, setu.take_request)


@router.get("/setu/planning-assignments", response=Messages)
@reads("assignments:read")
def give_assignments(request: HttpRequest, wanted: Query[Days]) -> Any:
    """Give who comes, and who no longer does, as PlanningAssignment messages; never a reason."""
    return setu.assignments_out(**_who(request), **_moments(wanted))


@router.post("/setu/planning-assignments", response=TakenOut)
@writes("assignments:write")
def take_assignment(request: HttpRequest, body: Body[Message]) -> Any:
    """Put the worker of a PlanningAssignment on its shifts, or take the worker off."""
    return _taken(request, body, setu.take_assignment)


@router.get("/setu/planning-constraints", response=Messages)
@reads("availability:read")
def give_constraints(request: HttpRequest, wanted: Query[Days]) -> Any:
    """Give when own people can work as PlanningConstraints messages; absence never leaves."""
    first, last = _days(wanted)
    after = last + timedelta(days=1)
    return setu.constraints_out(**_who(request), starts_on=first, ends_on=after)


@router.post("/setu/planning-constraints", response=TakenOut)
@writes("availability:write")
def take_constraints(request: HttpRequest, body: Body[Message]) -> Any:
    """Lay down when somebody without an account here can work, as a PlanningConstraints tells."""
    return _taken(request, body, setu.take_constraints)


def _who(request: HttpRequest) -> dict[str, Any]:
    caller = caller_of(request)
    return {
        "organisation": organisations.organisation(caller.organisation_id),
        "by": caller.account,
    }


def _days(wanted: Days) -> tuple[date, date]:
    first = wanted.starts_on or timezone.localdate()
    last = wanted.ends_on or first + timedelta(weeks=WEEKS_AHEAD)
    if not 0 <= (last - first).days < LONGEST_DAYS:
        text = _("Vraag 1 tot %(most)d dagen, de eerste voor de laatste.") % {"most": LONGEST_DAYS}
        raise own.invalid("ends_on", text)
    return first, last


def _moments(wanted: Days) -> dict[str, Any]:
    first, last = _days(wanted)
    return {"starts_at": day_period(first).starts_at, "ends_at": day_period(last).ends_at}


def _taken(
    request: HttpRequest, message: Message, take: Callable[..., setu.Taken]
) -> tuple[int, TakenOut]:
    """Take one message in; what breaks the standard is a problem with its place in the message."""
    for name in LINES:
        lines = message.get(name)
        if isinstance(lines, list) and len(lines) > MOST_LINES:
            text = _("Stuur ten hoogste %(most)d regels per bericht.") % {"most": MOST_LINES}
            raise own.invalid(name, text)
    try:
        taken = take(message, **_who(request), at=timezone.now())
    except setu.UnableToReadMessage as refusal:
        text = str(refusal)
        raise own.invalid(text.partition(" ")[0].rstrip(":"), text) from None
    except setu.MessageNotAllowed as refusal:
        raise Problem("refused", str(refusal), {"refusal": "message-not-allowed"}) from None
    return 200, TakenOut(**taken.as_json())
