"""Who comes for the first time, and what that person needs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.learning import actions as learning
from rondstroom.rooms.learning import permissions
from rondstroom.rooms.learning import queries as inductions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import permissions as roster_permissions
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.states import AssignmentState, EvaluationSide, SignalSide
from rondstroom.web.components.belonging import FeltForm, SignalForm
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed

AHEAD = timedelta(days=14)


@planner
def welcomes(request: HttpRequest) -> HttpResponse:
    """List who comes to one of our locations for the first time in the coming two weeks."""
    now = timezone.now()
    mine = [house.pk for house in access.organisations_of(request)]
    coming = queries.first_times(mine, now, now + AHEAD)
    far = inductions.inductions((row.worker_id, row.shift.team.location_id) for row in coming)
    rows = [(row, far[row.worker_id, row.shift.team.location_id]) for row in coming]
    return render(request, "planner/welcoming/list.html", {"rows": rows})


@planner
def welcome(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show what a newcomer needs; note what was shown; name a buddy and a mentor."""
    row = access.assignment(request, assignment_id)
    found(row if row.state != AssignmentState.CANCELLED else None)
    refusal = ""
    if request.method == "POST":
        refusal = _done(request, row)
        if not refusal:
            return redirect("planner:welcome", row.pk)
    context = {**_shown(request, row), "refusal": refusal}
    return render(request, "planner/welcoming/one.html", context, status=409 if refusal else 200)


def _shown(request: HttpRequest, row: Any) -> dict[str, Any]:
    location, today = row.shift.team.location, timezone.localdate()
    return {
        "row": row,
        "location": location,
        "is_first": queries.is_first_time(row),
        "induction": inductions.induction(row.worker_id, location.pk),
        "mentor": inductions.mentor_of(row.worker_id, location.pk),
        "mentors": _mentors(row, today),
        "buddy": queries.buddy_of(row),
        "buddies": _buddies(row),
        "felt": _felt(request, row),
        "signal": _signal_form(request, row),
        "faces": queries.faces_known(row.worker_id, row.shift.team_id, timezone.now()),
        "may_guide": permissions.may_guide(
            account_of(request), row.worker_id, row.shift.organisation_id
        ),
    }


def _buddies(row: Any) -> list[Any]:
    """Give who is on at the same time, but for who learns too."""
    there = queries.colleagues_on(row.shift, row.worker_id)
    return [one for one in there if one.shift.beside_id is None]


def _felt(request: HttpRequest, row: Any) -> FeltForm | None:
    """Give the questions to the team, when the shift is over and they were not answered."""
    side = EvaluationSide.TEAM
    may = roster_permissions.may_evaluate(account_of(request), row, side)
    return FeltForm(side) if may and queries.may_still_tell(row, side, timezone.now()) else None


def _tell(request: HttpRequest, row: Any) -> str:
    form = FeltForm(EvaluationSide.TEAM, request.POST)
    answers = form.cleaned_data if form.is_valid() else {}
    rosters.evaluate(assignment=row, side=EvaluationSide.TEAM, answers=answers, **signed(request))
    return _("Bedankt. Dit telt mee voor de locatie, zonder namen.")


def _signal_form(request: HttpRequest, row: Any, data: Any = None) -> SignalForm | None:
    """Give what the team may still say of a competence; None when nothing."""
    side, now = SignalSide.TEAM, timezone.now()
    may = roster_permissions.may_signal(account_of(request), row, side, now)
    left = queries.signal_skills(row, side, now) if may else []
    return SignalForm(left, data) if left else None


def _signal(request: HttpRequest, row: Any) -> str:
    form = found(_signal_form(request, row, request.POST))
    if not form.is_valid():
        return _("Kies een bekwaamheid en wat opviel.")
    rosters.give_signal(assignment=row, side=SignalSide.TEAM, **form.said(), **signed(request))
    return _("Doorgegeven. Personeelszaken bespreekt het, en meer niet.")


def _mentors(row: Any, today: Any) -> list[Any]:
    """Give who is of the team, by name: one of them can guide a newcomer."""
    members = people.engaged_in_team(row.shift.team_id, today)
    return [one for one in members if one.pk != row.worker_id]


def _done(request: HttpRequest, row: Any) -> str:
    """Do what was asked; give why not, in words, or nothing."""
    may = permissions.may_guide(account_of(request), row.worker_id, row.shift.organisation_id)
    found(True if may else None)
    try:
        said = _DO.get(request.POST.get("do", ""), _nothing)(request, row)
    except UnableToAct as refusal:
        return str(refusal)
    messages.success(request, said)
    return ""


def _nothing(_request: HttpRequest, _row: Any) -> str:
    return str(found(None))


def _about(request: HttpRequest, row: Any) -> dict[str, Any]:
    return {"worker": row.worker, "location": row.shift.team.location, **signed(request)}


def _show(request: HttpRequest, row: Any) -> str:
    wanted = [access.number(text) for text in request.POST.getlist("step")]
    far = learning.show_steps(step_ids=wanted, **_about(request, row))
    if far.is_finished:
        return _("%(name)s is hier ingewerkt. Dat telt nu als bewijs.") % {"name": row.worker.name}
    return _("Genoteerd: %(done)d van %(all)d.") % {"done": far.done, "all": len(far.lines)}


def _take_back(request: HttpRequest, row: Any) -> str:
    learning.take_back_step(step_id=access.number(request.POST.get("step")), **_about(request, row))
    return _("Teruggenomen.")


def _buddy(request: HttpRequest, row: Any) -> str:
    wanted = request.POST.get("buddy")
    there = _buddies(row)
    chosen = found(next((o for o in there if str(o.pk) == wanted), None)) if wanted else None
    rosters.choose_buddy(assignment=row, buddy=chosen, **signed(request))
    return _("De buddy staat erop.") if chosen else _("Geen buddy meer.")


def _mentor(request: HttpRequest, row: Any) -> str:
    wanted = request.POST.get("mentor")
    if not wanted:
        learning.end_mentor(**_about(request, row))
        return _("Geen vaste begeleider meer.")
    mine = _mentors(row, timezone.localdate())
    chosen = found(next((one for one in mine if str(one.pk) == wanted), None))
    learning.name_mentor(mentor=chosen, **_about(request, row))
    return _("%(name)s begeleidt hier.") % {"name": chosen.name}


_DO = {"show": _show, "take_back": _take_back, "buddy": _buddy, "mentor": _mentor, "tell": _tell}
_DO["signal"] = _signal
