"""Two vacancies of two organisations as one job for somebody: one roster, then a proposal."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from flexpool.worktime import Severity
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching import permissions as matching
from rondstroom.rooms.people import permissions
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.coordinator import access


class JobForm(forms.Form):
    """Which vacancy, and which at another organisation beside it."""

    marks_optional = False
    first = forms.TypedChoiceField(label=gettext_lazy("Eerste vacature"), coerce=int)
    second = forms.TypedChoiceField(
        label=gettext_lazy("Tweede vacature"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=gettext_lazy("Bij een andere organisatie. Leeg: alleen de eerste."),
    )

    def __init__(self, *given: Any, rows: list[Any], **more: Any) -> None:
        super().__init__(*given, **more)
        self._rows = {one.pk: one for one in rows}
        choices = [(one.pk, _name(one)) for one in rows]
        first, second = self.fields["first"], self.fields["second"]
        first.choices, second.choices = choices, [("", "–"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse two of the same organisation: that is one employer, and one vacancy."""
        told = super().clean() or {}
        first, second = (self._rows.get(told.get(name) or 0) for name in ("first", "second"))
        if first and second and first.organisation_id == second.organisation_id:
            self.add_error("second", _("Kies twee verschillende organisaties."))
        return told

    def chosen(self) -> list[Any]:
        """Give the one or two vacancies."""
        told = self.cleaned_data
        return [self._rows[told[name]] for name in ("first", "second") if told.get(name)]


def _name(one: Any) -> str:
    hours = f"{one.minutes_per_week / 60:g}"
    return f"{one.organisation.name}, {one.team.name}: {one.function.name}, {hours} {_('uur')}"


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_coordinator
def job(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Ask which vacancies; show their weeks as one roster; propose them to the worker."""
    may_see = permissions.may_see_in_region(request.user, worker_id)
    worker = found(people.worker(worker_id) if may_see else None)
    form = JobForm(request.POST or None, rows=_within_reach(worker))
    context: dict[str, Any] = {"worker": worker, "form": form}
    is_wrong = request.method == "POST" and not form.is_valid()
    if request.method == "POST" and not is_wrong:
        chosen = form.chosen()
        laid = queries.combined_job(worker, chosen, timezone.now())
        if "propose" in request.POST and laid.fits:
            answer = _proposed(request, worker, chosen)
            if answer:
                return answer
        context |= {
            "job": laid,
            "findings": _told(laid),
            "chosen": chosen,
            "times": [(part.label, *times) for part, times in demand.PART_TIMES.items()],
        }
    status = 422 if is_wrong else 200
    return render(request, "coordinator/vacancies/job.html", context, status=status)


def _told(laid: queries.Combined) -> list[tuple[str, int]]:
    """Give each article that is broken, and how often.

    No times: they would tell when somebody works elsewhere.
    """
    broken = (one.article for one in laid.findings if one.severity is Severity.BREACH)
    return sorted(Counter(broken).items())


def _within_reach(worker: Any) -> list[Any]:
    """Give what this person can take, the nearest first."""
    return [one.vacancy for one in queries.vacancies_for(worker, timezone.now()).cards]


def _proposed(request: HttpRequest, worker: Any, chosen: list[Any]) -> HttpResponse | None:
    account = account_of(request)
    if not matching.may_propose_vacancy(account, worker.pk):
        raise PermissionDenied
    try:
        actions.propose_vacancies(worker=worker, vacancies=chosen, by=account, at=timezone.now())
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return None
    text = _("%s krijgt bericht en beslist zelf. De organisaties zien het na een ja.")
    messages.success(request, text % worker.name)
    return redirect("coordinator:job", worker.pk)
