"""How many hours the worker wants, and whether that is more than now."""

from __future__ import annotations

from decimal import Decimal
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
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import MoreHours
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


class HoursForm(forms.Form):
    """The number of hours, and whether more is wanted."""

    hours = forms.DecimalField(
        label=gettext_lazy("Hoeveel uur per week wil je werken?"),
        required=False,
        min_value=Decimal(1),
        max_digits=4,
        decimal_places=2,
        widget=forms.NumberInput({"class": "short", "step": "0.25"}),
    )
    more = forms.ChoiceField(
        label=gettext_lazy("Wil je meer werken dan nu?"),
        choices=MoreHours.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Je roosteraar ziet dit. Een reden hoeft niet."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def more_hours(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what the worker said about hours, and keep what is said now."""
    today = timezone.localdate()
    form = HoursForm(request.POST or None, initial=_said(worker, today))
    if request.method == "POST" and form.is_valid() and _keep(request, worker, form):
        return redirect("worker:more_hours")
    ties = queries.engagements_of(worker.pk, today)
    context = {
        "form": form,
        "contract": sum(one.minutes_per_week for one in ties),
        "wish": queries.hours_wish_of(worker.pk, today),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/more_hours.html", context, status=status)


def _said(worker: Worker, today: Any) -> dict[str, Any]:
    wish = queries.hours_wish_of(worker.pk, today)
    if wish is None:
        return {"more": MoreHours.NO}
    hours = Decimal(wish.minutes_per_week) / 60 if wish.minutes_per_week else None
    return {"hours": hours.normalize() if hours else None, "more": wish.more}


def _keep(request: HttpRequest, worker: Worker, form: HoursForm) -> bool:
    hours = form.cleaned_data["hours"]
    try:
        actions.wish_hours(
            worker=worker,
            minutes_per_week=int(hours * 60) if hours else None,
            more=MoreHours(form.cleaned_data["more"]),
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error("hours", str(refusal))
        return False
    messages.success(request, _("Bewaard hoeveel je wilt werken."))
    return True
