"""Letting somebody learn beside a colleague on a shift."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions, queries
from rondstroom.web.components.guard import found
from rondstroom.web.components.words import when
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.shifts.offering import offer
from rondstroom.web.planner.week.grid import day_of


class LearnerForm(forms.Form):
    """Who learns, and beside whom."""

    worker = forms.ChoiceField(label=gettext_lazy("Wie loopt mee?"))
    buddy = forms.ChoiceField(
        label=gettext_lazy("Naast wie?"),
        help_text=gettext_lazy(
            "Een collega die deze dienst zelf werkt, met één meeloper tegelijk."
        ),
    )

    def __init__(self, *arguments: Any, learners: list[Any], working: list[Any]) -> None:
        super().__init__(*arguments)
        offer(self, "worker", [(one.pk, one.name) for one in learners])
        offer(self, "buddy", [(row.pk, row.worker.name) for row in working])


@planner
def learn(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Choose who learns on a shift and beside whom; nobody takes a place of the cover."""
    shift = access.shift(request, shift_id)
    found(shift if shift.beside_id is None else None)
    working = queries.assignments_of_shifts([shift.pk])[shift.pk]
    learners = _learners(shift, {row.worker_id for row in working})
    data = request.POST if request.method == "POST" else None
    form, refusal = LearnerForm(data, learners=learners, working=working), ""
    if request.method == "POST" and form.is_valid():
        refusal = _placed(request, shift, form.cleaned_data, working)
        if not refusal:
            return redirect("planner:shift", shift.pk)
    context = {"shift": shift, "form": form, "refusal": refusal, "working": working}
    status = 409 if refusal else 422 if request.method == "POST" else 200
    return render(request, "planner/welcoming/learn.html", context, status=status)


def _learners(shift: Any, working: set[int]) -> list[Any]:
    """Give who is engaged here, and who of the pool wants to work here."""
    day, house = day_of(shift), shift.organisation_id
    partners = organisations.pool_partner_ids(house, day)
    return [
        one
        for one in people.engaged_workers(partners, day)
        if one.pk not in working
        and (
            any(tie.organisation_id == house for tie in one.engagements.all())
            or any(place.organisation_id == house for place in one.willing_for.all())
        )
    ]


def _placed(request: HttpRequest, shift: Any, told: dict[str, Any], working: list[Any]) -> str:
    """Place the learner; give why not, in words, or nothing."""
    worker = access.candidate(request, shift.organisation_id, day_of(shift), int(told["worker"]))
    buddy = next(row for row in working if str(row.pk) == told["buddy"])
    try:
        actions.place_in_training(worker=worker, shift=shift, buddy=buddy, **signed(request))
    except UnableToAct as refusal:
        return str(refusal)
    said = _("%(name)s loopt mee met %(buddy)s, %(when)s.") % {
        "name": worker.name,
        "buddy": buddy.worker.name,
        "when": when(shift),
    }
    messages.success(request, said)
    return ""
