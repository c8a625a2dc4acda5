"""Taking back the last thing done: kept in the session, reverted by an action like any other.

Each kind of step names the action that reverts it. Between doing and undoing the world may have
moved on; then the action refuses in words, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.before import again
from rondstroom.web.planner.desk import back, planner, signed

_KEY = "planner_undo"
_DEEPEST = 10
_FRESH = timedelta(minutes=10)
Step = dict[str, Any]


def remember(request: HttpRequest, kind: str, text: str, **what: Any) -> None:
    """Keep how to revert what was just done, and say that it was done."""
    step = {"kind": kind, "text": text, "at": timezone.now().isoformat(), **what}
    steps = [*request.session.get(_KEY, []), step]
    request.session[_KEY] = steps[-_DEEPEST:]
    messages.success(request, text)


def last_step(request: HttpRequest) -> Step | None:
    """Give the step that would be undone now, while it is fresh in mind."""
    steps = request.session.get(_KEY, [])
    if not steps or timezone.now() - datetime.fromisoformat(steps[-1]["at"]) > _FRESH:
        return None
    step: Step = steps[-1]
    return step


def given(row: Any) -> Step | None:
    """Give how to take back that somebody who asked for a shift got it."""
    places = roster_queries.assignments_of_shifts([row.shift_id])[row.shift_id]
    made = next((one for one in places if one.worker_id == row.worker_id), None)
    return {"kind": "assigned", "assignment": made.pk} if made else None


@planner
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Revert the last step, or say why it no longer can be."""
    steps = list(request.session.get(_KEY, []))
    if not steps:
        messages.info(request, _("Er is niets om ongedaan te maken."))
        return back(request)
    step = steps.pop()
    request.session[_KEY] = steps
    try:
        with transaction.atomic():  # all of a step, or nothing of it
            _REVERTS[step["kind"]](request, step)
    except UnableToAct as refusal:
        messages.error(request, _("Ongedaan maken kan niet meer. %s") % refusal)
    else:
        messages.success(request, _("Ongedaan gemaakt: %s") % step["text"])
    return back(request)


def _unassign(request: HttpRequest, step: Step) -> None:
    rosters.cancel(
        assignment=access.assignment(request, step["assignment"]),
        **signed(request),
        reason=_("ongedaan gemaakt"),
    )


def _assign_again(request: HttpRequest, step: Step) -> None:
    gone = access.assignment(request, step["assignment"])
    rosters.assign(worker=gone.worker, shift=gone.shift, **signed(request), state=step["state"])


def _exchange_back(request: HttpRequest, step: Step) -> None:
    given, *back = (access.assignment(request, pk) for pk in step["made"])
    rosters.exchange(
        assignment=given,
        taker=found(people.worker(step["giver"])),
        in_return=back[0] if back else None,
        **signed(request),
    )


def _come_after_all(request: HttpRequest, step: Step) -> None:
    absence = people.absence(step["absence"])
    rows = [(access.assignment(request, pk), state) for pk, state in step["freed"]]
    if absence is not None:
        matching.take_back_absence(absence=absence, freed=rows, **signed(request))


def _withdraw(request: HttpRequest, step: Step) -> None:
    for shift_id in step["shifts"]:
        demand.withdraw_shift(shift=access.shift(request, shift_id), **signed(request))


def _change_back(request: HttpRequest, step: Step) -> None:
    shift = access.shift(request, step["shift"])
    demand.change_shift(shift=shift, **signed(request), **again(step["before"]))


def _join(request: HttpRequest, step: Step) -> None:
    shift, part = (access.shift(request, step[name]) for name in ("shift", "part"))
    if roster_queries.filled_places([part.pk])[part.pk]:
        raise UnableToAct(_("Op het andere deel staat nu iemand. Haal die er eerst af."))
    demand.join_shift(shift=shift, part=part, **signed(request))


def _stop_asking(request: HttpRequest, step: Step) -> None:
    asking = access.cascade(request, step["cascade"])
    matching.stop_cascade(cascade=asking, reason=_("ongedaan gemaakt"), **signed(request))


def _take_back_demand(request: HttpRequest, step: Step) -> None:
    team = found(next((one for one in access.teams_of(request) if one.pk == step["team"]), None))
    followed = rosters.Followed(
        {},
        added=tuple(step["added"]),
        resized=tuple((pk, before) for pk, before in step["resized"]),
        lapsed=tuple(step["lapsed"]),
    )
    rosters.take_back_demand(team=team, followed=followed, **signed(request))


def _all_of_it(request: HttpRequest, step: Step) -> None:
    for one in reversed(step["steps"]):
        _REVERTS[one["kind"]](request, one)


_REVERTS: dict[str, Callable[[HttpRequest, Step], None]] = {
    "assigned": _unassign,
    "unassigned": _assign_again,
    "exchanged": _exchange_back,
    "absent": _come_after_all,
    "published": _withdraw,
    "changed": _change_back,
    "split": _join,
    "asked": _stop_asking,
    "rolled-out": _take_back_demand,
    "many": _all_of_it,
}
