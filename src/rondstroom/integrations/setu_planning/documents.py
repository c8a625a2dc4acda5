"""What every planning message has: names of things, parties, moments and breaks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.setu_planning.reading import Part, UnableToReadMessage
from rondstroom.rooms.demand import queries as demand

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.organisations.models import Organisation, Team

OWN = "rondstroom:"
MINUTES_HOUR = 60


def named(value: str) -> dict[str, str]:
    """Give an identifier that the customer gave: the organisation where the work is done."""
    return {"value": value, "schemeAgencyId": "Customer"}


def party(organisation: Organisation) -> dict[str, Any]:
    """Give an organisation as a party to a message."""
    return {"id": [named(str(organisation.pk))]}


def told(moment: datetime) -> str:
    """Give a moment as the clock on the wall shows it, with its offset."""
    return moment.astimezone(AMSTERDAM).isoformat()


def place_of(team: Team) -> dict[str, Any]:
    """Give where a shift is: the location, and the team as the unit there."""
    return {
        "positionLocation": {"name": team.location.name},
        "positionOrganizations": [{"name": team.name}],
    }


def function_of(shift: Shift) -> dict[str, Any]:
    """Give the function; a shift for anybody has none."""
    if shift.function is None:
        return {}
    return {
        "positionTitle": shift.function.name,
        "positionTask": {"id": {"value": shift.function.code}},
    }


def line_of(shift: Shift) -> dict[str, Any]:
    """Give one shift as a line: its name at the customer, from when to when, and the break."""
    line: dict[str, Any] = {
        "lineId": named(key_of(shift)),
        "singlePlanningType": "Occasional",
        "startDateTime": told(shift.starts_at),
        "endDateTime": told(shift.ends_at),
    }
    if shift.break_minutes:
        line["breaks"] = [_break(shift)]
    return line


def key_of(shift: Shift) -> str:
    """Give the name of a shift: that of its source, else one of ours."""
    return shift.source_key or f"{OWN}{shift.pk}"


def shift_named(organisation_id: int, key: str) -> Shift | None:
    """Give an organisation's shift by the name in a message."""
    found = demand.shift_by_source_key(organisation_id, key)
    number = key.removeprefix(OWN)
    if found is None and key.startswith(OWN) and number.isdecimal() and len(number) < 19:
        found = demand.shift(int(number))
    return found if found is not None and found.organisation_id == organisation_id else None


def break_minutes(line: Part) -> int:
    """Give how long the unpaid breaks of a line are together."""
    return sum(_minutes(one) for one in line.parts("breaks") if one.text("paidOrUnpaid") != "Paid")


def _break(shift: Shift) -> dict[str, Any]:
    """Give a break of which only the length is agreed, not the time."""
    hours, minutes = divmod(shift.break_minutes, MINUTES_HOUR)
    length = (shift.ends_at - shift.starts_at).total_seconds() / MINUTES_HOUR**2
    return {
        "paidOrUnpaid": "Unpaid",
        "breakTrigger": {"hours": length, "breakDuration": f"{hours:02}:{minutes:02}:00Z"},
    }


def _minutes(one: Part) -> int:
    if "breakTrigger" not in one.told:
        length = one.moment("endDateTime") - one.moment("startDateTime")
        return int(length.total_seconds()) // MINUTES_HOUR
    text = one.part("breakTrigger").text("breakDuration")
    try:
        hours, minutes = (int(part) for part in text.split(":")[:2])
    except ValueError:
        raise UnableToReadMessage(f"{one.path}breakTrigger.breakDuration: “{text[:20]}”") from None
    return hours * MINUTES_HOUR + minutes
