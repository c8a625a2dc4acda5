"""Work elsewhere: the worker tells of it, so that the rest between shifts is right."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from flexpool.periods import Period, shift_period
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import DeclaredWork, Worker

SHOWN_BACK, SHOWN_AHEAD = timedelta(days=120), timedelta(days=366)


class Work(forms.Form):
    """A day, from when, until when; an end before the start is on the next day."""

    on = forms.DateField(
        label=gettext_lazy("Dag"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    starts = forms.TimeField(
        label=gettext_lazy("Van"), widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    ends = forms.TimeField(
        label=gettext_lazy("Tot"),
        widget=forms.TimeInput({"type": "time"}, "%H:%M"),
        help_text=gettext_lazy("Vroeger dan het begin? Dan is het de volgende dag."),
    )
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Pauze (minuten)"), min_value=0, max_value=240, initial=0
    )

    def clean_on(self) -> date:
        """Refuse a day that is far from now: a slip of the finger."""
        on: date = self.cleaned_data["on"]
        today = timezone.localdate()
        if not today - SHOWN_BACK <= on <= today + SHOWN_AHEAD:
            raise forms.ValidationError(
                _(
                    "Deze dag is te ver weg. "
                    "Kies een dag tussen vier maanden terug en een jaar vooruit."
                )
            )
        return on


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def elsewhere(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what the worker told of, and take more."""
    form = Work(request.POST or None)
    if request.method == "POST" and form.is_valid() and _told(request, worker, form):
        return redirect("worker:elsewhere")
    context = {"form": form, "told": _all_of(worker), "now": timezone.now()}
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/elsewhere.html", context, status=status)


@require_POST
@for_worker
def withdraw(request: HttpRequest, worker: Worker, work_id: int) -> HttpResponse:
    """Take one back."""
    work = found(next((one for one in _all_of(worker) if one.pk == work_id), None))
    actions.withdraw_declared_work(work=work, by=account_of(request), at=timezone.now())
    messages.success(request, _("Verwijderd."))
    return redirect("worker:elsewhere")


def _told(request: HttpRequest, worker: Worker, form: Work) -> bool:
    """Keep it, once: the same again is the same."""
    values: dict[str, Any] = form.cleaned_data
    period = _period(values["on"], values["starts"], values["ends"])
    if any((one.starts_at, one.ends_at) == period for one in _all_of(worker)):
        messages.info(request, _("Dit had je al opgegeven."))
        return True
    try:
        actions.declare_work(
            worker=worker,
            starts_at=period[0],
            ends_at=period[1],
            break_minutes=values["break_minutes"],
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Bewaard. Het telt mee voor je rusttijd."))
    return True


def _period(on: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """Give the moments; the night runs into the next day."""
    period = shift_period(on, starts, ends)
    return period.starts_at, period.ends_at


def _all_of(worker: Worker) -> list[DeclaredWork]:
    """Give what was told of, from four months back, in order of time."""
    now = timezone.now()
    span = Period(now - SHOWN_BACK - timedelta(days=2), now + SHOWN_AHEAD + timedelta(days=2))
    return people.declared_work([worker.pk], span).get(worker.pk, [])
