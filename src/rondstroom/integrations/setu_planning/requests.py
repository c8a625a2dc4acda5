"""PlanningRequest: an organisation asks for people. Out: its open shifts; in: shifts to fill.

What is in no message stays as it was: how people sign up, and why a shift is open. The reason of an
open shift may be somebody's absence, so it never leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.integrations.setu_planning import documents
from rondstroom.integrations.setu_planning.reading import (
    Part,
    Taken,
    UnableToReadMessage,
    message_of,
    require_planner,
)
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Team


def requests_out(
    *, organisation: Organisation, starts_at: datetime, ends_at: datetime, by: Account
) -> list[dict[str, Any]]:
    """Give the published shifts that begin in a period: a message for each kind of work."""
    require_planner(by, organisation)
    rows = demand.open_shifts(starts_at, ends_at, [organisation.pk])
    return [
        _message(organisation, list(shifts))
        for _kind, shifts in groupby(sorted(rows, key=_kind_of), key=_kind_of)
    ]


def _kind_of(shift: Shift) -> tuple[int, str, tuple[str, ...], str]:
    function = shift.function.code if shift.function else ""
    return shift.team_id, function, _skill_codes(shift), shift.remarks


def _skill_codes(shift: Shift) -> tuple[str, ...]:
    return tuple(sorted(one.code for one in shift.skills.all()))


def _message(organisation: Organisation, shifts: list[Shift]) -> dict[str, Any]:
    first = shifts[0]
    profile = documents.function_of(first) | documents.place_of(first.team)
    codes = _skill_codes(first)
    if codes:
        asked = [{"competencyIds": [documents.named(code)]} for code in codes]
        profile["positionQualifications"] = {"positionCompetencies": asked}
    if first.remarks:
        profile["shiftDescription"] = first.remarks
    return {
        "documentId": documents.named(f"PR-{organisation.pk}-{first.pk}"),
        "customer": documents.party(organisation),
        "positionProfile": profile,
        "singlePlanningLine": [
            documents.line_of(one) | {"positionQuantity": one.places} for one in shifts
        ],
    }


def take_request(message: Any, *, organisation: Organisation, by: Account, at: datetime) -> Taken:
    """Make or change the shifts of a message, or let them lapse; the same twice changes nothing.

    Raises
    ------
    UnableToReadMessage
        When the message breaks the standard, or names a place or function that is not known.
    MessageNotAllowed
        When the account may not plan here.
    """
    require_planner(by, organisation)
    told = message_of(message)
    if any(told.parts("periodicPlanningLine")):
        raise UnableToReadMessage(
            _("periodicPlanningLine: stuur elke dienst als losse regel (singlePlanningLine)")
        )
    common = _common(told.part("positionProfile"), organisation)
    taken = Taken()
    for line in told.parts("singlePlanningLine"):
        wanted = common | _values(line)
        is_over = told.is_deletion or line.is_deletion
        try:
            with transaction.atomic():
                _take(organisation.pk, wanted, is_over, taken, {"by": by, "at": at})
        except UnableToAct as refusal:
            taken.refuse(wanted["source_key"], refusal)
    return taken


def _values(line: Part) -> dict[str, Any]:
    return {
        "source_key": line.value("lineId"),
        "starts_at": line.moment("startDateTime"),
        "ends_at": line.moment("endDateTime"),
        "break_minutes": documents.break_minutes(line),
        "places": line.number("positionQuantity"),
    }


def _common(profile: Part, organisation: Organisation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "team": _team(profile, organisation),
        "function": _function(profile),
        "skills": tuple(_skills(profile)),
    }
    if "shiftDescription" in profile.told:
        found["remarks"] = profile.text("shiftDescription")
    return found


def _team(profile: Part, organisation: Organisation) -> Team:
    location = profile.part("positionLocation").text("name")
    units = [one.maybe("name") for one in profile.parts("positionOrganizations")]
    there = [
        team
        for team in organisations.teams_of(organisation.pk)
        if team.location.name.casefold() == location.casefold()
        and (not units or team.name.casefold() == units[0].casefold())
    ]
    if len(there) != 1:
        raise UnableToReadMessage(
            _("positionLocation: “%(place)s” is bij %(name)s niet precies één team")
            % {"place": " / ".join([location, *units[:1]]), "name": organisation.name}
        )
    return there[0]


def _function(profile: Part) -> Any:
    code = profile.part("positionTask").part("id").text("value") if _task(profile) else ""
    text = code or profile.maybe("positionTitle")
    found = skills.function_by_text(text) if text else None
    if text and found is None:
        raise UnableToReadMessage(_("positionTask: functie “%s” is niet bekend") % text[:40])
    return found


def _task(profile: Part) -> bool:
    return "positionTask" in profile.told and "id" in profile.part("positionTask").told


def _skills(profile: Part) -> Iterator[Any]:
    if "positionQualifications" not in profile.told:
        return
    for one in profile.part("positionQualifications").parts("positionCompetencies"):
        names = [each.text("value") for each in one.parts("competencyIds")]
        found = next(iter(_known(names or [one.text("competencyName")])), None)
        if found is None:
            asked = ", ".join(names)[:40]
            raise UnableToReadMessage(_("competencyIds: “%s” is niet bekend") % asked)
        yield found


def _known(names: Iterable[str]) -> Iterator[Any]:
    return (found for name in names if (found := skills.skill_by_text(name)) is not None)


def _take(
    organisation_id: int, wanted: dict[str, Any], is_over: bool, taken: Taken, how: dict[str, Any]
) -> None:
    shift = documents.shift_named(organisation_id, wanted["source_key"])
    if is_over:
        if shift is None or shift.state == ShiftState.CANCELLED:
            taken.unchanged += 1
        else:
            actions.cancel_shift(shift=shift, reason=_("ingetrokken door de aanvrager"), **how)
            taken.changed += 1
    elif shift is None:
        actions.create_shift(**wanted, state=ShiftState.PUBLISHED, **how)
        taken.created += 1
    elif _differing(shift, wanted):
        actions.change_shift(shift=shift, **_differing(shift, wanted), **how)
        taken.changed += 1
    else:
        taken.unchanged += 1


def _differing(shift: Shift, wanted: dict[str, Any]) -> dict[str, Any]:
    now: dict[str, Any] = {name: getattr(shift, name) for name in wanted if name != "skills"}
    now["skills"] = {one.pk for one in shift.skills.all()}
    now["source_key"] = wanted["source_key"]
    asked = wanted | {"skills": {one.pk for one in wanted["skills"]}}
    return {name: wanted[name] for name in wanted if now[name] != asked[name]}
