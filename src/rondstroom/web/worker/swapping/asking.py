"""Giving a shift away: to whom, for which shift in return, or to anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components import words
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker.access import for_worker, own_assignment

if TYPE_CHECKING:
    from datetime import datetime

    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

ANYONE, SWAP_ANYONE, PERSON, SHIFT = "anyone", "swap-anyone", "person", "shift"


class GiveForm(forms.Form):
    """How a shift is given away; only whom and what the desk offers can be chosen."""

    how = forms.ChoiceField(
        label=gettext_lazy("Wat wil je?"),
        widget=forms.RadioSelect,
        choices=[
            (ANYONE, gettext_lazy("Overdragen aan wie wil en mag")),
            (PERSON, gettext_lazy("Overdragen aan één collega")),
            (SWAP_ANYONE, gettext_lazy("Ruilen met wie wil en mag")),
            (SHIFT, gettext_lazy("Ruilen tegen één dienst van een collega")),
        ],
        initial=ANYONE,
    )
    person = forms.ChoiceField(label=gettext_lazy("Welke collega?"), required=False)
    shift = forms.ChoiceField(label=gettext_lazy("Welke dienst wil je?"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Bericht erbij"),
        help_text=gettext_lazy("Een reden hoeft niet. Schrijf niets over gezondheid."),
        max_length=200,
        required=False,
    )

    def __init__(
        self, *given: Any, people_: list[tuple[str, str]], shifts: list[tuple[str, str]]
    ) -> None:
        super().__init__(*given)
        none = [("", _("Maak een keuze"))]
        self.fields["person"].choices = none + people_  # type: ignore[attr-defined]
        self.fields["shift"].choices = none + shifts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the choice that belongs to what is wanted."""
        said: dict[str, Any] = super().clean() or {}
        for how in (PERSON, SHIFT):
            if said.get("how") == how and not said.get(how) and how not in self.errors:
                self.add_error(how, _("Kies er één."))
        return said


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def give(request: HttpRequest, worker: Worker, assignment_id: int) -> HttpResponse:
    """Show to whom and for what a shift can go; on sending, ask them."""
    one, now = own_assignment(worker, assignment_id), timezone.now()
    known = queries.living_swap(one.pk)
    if known is not None:
        return redirect("worker:swap", known.pk)
    if one.state != AssignmentState.CONFIRMED or now > queries.cancel_until(one):
        return render(request, "worker/swapping/too_late.html", _about(one))
    form = GiveForm(request.POST or None, people_=_colleagues(one, now), shifts=_shifts(one, now))
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask_swap(
                assignment=one, **_wanted(form), by=account_of(request), at=now
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Gevraagd. Tot iemand ja zegt, werk jij deze dienst."))
            return redirect("worker:swap", asked.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/swapping/give.html", _about(one, form=form), status=status)


def _about(one: Assignment, **more: Any) -> dict[str, Any]:
    return {"assignment": one, "shift": one.shift, "till": queries.cancel_until(one), **more}


def _colleagues(one: Assignment, at: datetime) -> list[tuple[str, str]]:
    """Give the people of the own organisation who may work it, the best fitting first."""
    found = matching.candidates(one.shift, at).eligible
    return [(str(who.worker_id), who.name) for who in found if who.is_own]


def _shifts(one: Assignment, at: datetime) -> list[tuple[str, str]]:
    return [
        (str(row.pk), f"{words.when(row.shift)}: {row.worker.name}")
        for row in queries.swappable_with(one, at)
    ]


def _wanted(form: GiveForm) -> dict[str, Any]:
    said = form.cleaned_data
    how = said["how"]
    return {
        "wanted": people.worker(int(said["person"])) if how == PERSON else None,
        "in_return": queries.assignment(int(said["shift"])) if how == SHIFT else None,
        "wants_return": how in {SWAP_ANYONE, SHIFT},
        "note": said["note"],
    }
