"""The vacancies that a worker can take, and answering one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import VacancyState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.states import ApplicationState
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.matching.queries import VacancyCard
    from rondstroom.rooms.people.models import Worker

LIVING = {ApplicationState.PROPOSED, ApplicationState.APPLIED}


class AnswerForm(forms.Form):
    """In which form somebody wants the work, and what else the organisation should know."""

    form = forms.ChoiceField(label=gettext_lazy("Welk contract wil je?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("Wil je er iets bij zeggen?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *given: Any, vacancy: Vacancy, **more: Any) -> None:
        super().__init__(*given, **more)
        choices = [(one, EngagementForm(one).label) for one in vacancy.forms]
        field: Any = self.fields["form"]
        field.choices = choices
        field.initial = choices[0][0]


@require_safe
@for_worker
def vacancies(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what is proposed and answered, and what else is open, the nearest first."""
    listed = queries.vacancies_for(worker, timezone.now())
    told = queries.applications_of(worker.pk)
    living = [one for one in told if one.state in LIVING]
    taken = {one.vacancy_id for one in living}
    cards = [one for one in listed.cards if one.vacancy.pk not in taken]
    context = {
        "living": living,
        "answered": [one for one in told if one.state not in LIVING][:20],
        "near": [one for one in cards if not one.is_far],
        "far": [one for one in cards if one.is_far],
        "other_functions": listed.hidden.get("matching.other-function", 0),
        "now": timezone.now(),
    }
    return render(request, "worker/vacancies/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def vacancy(request: HttpRequest, worker: Worker, vacancy_id: int) -> HttpResponse:
    """Show one vacancy; answer it, or take the answer back."""
    card = _within_reach(worker, vacancy_id)
    form, refusal = AnswerForm(request.POST or None, vacancy=card.vacancy), ""
    if request.method == "POST":
        try:
            done = _done(request, worker, card, form)
        except UnableToAct as error:
            refusal, done = str(error), ""
        if done:
            messages.success(request, done)
            return redirect("worker:vacancy", vacancy_id)
    said = card.said
    context = {
        "card": card,
        "vacancy": card.vacancy,
        "said": said,
        "lives": said is not None and said.state in LIVING,
        "may_answer": card.vacancy.state == VacancyState.OPEN
        and (said is None or said.state != ApplicationState.APPLIED),
        "form": form,
        "refusal": refusal,
    }
    status = 409 if refusal else 422 if request.method == "POST" else 200
    return render(request, "worker/vacancies/one.html", context, status=status)


def _within_reach(worker: Worker, vacancy_id: int) -> VacancyCard:
    """Give a vacancy that this worker can take or answered; others do not exist here."""
    row = found(demand.vacancy(vacancy_id))
    card = queries.vacancy_card(worker, row)
    if card.said is None:
        is_open = row.state == VacancyState.OPEN
        reasons = queries.vacancy_reasons(worker, [row], timezone.now())[row.pk]
        found(row if is_open and not reasons else None)
    return card


def _done(request: HttpRequest, worker: Worker, card: VacancyCard, form: AnswerForm) -> str:
    """Do what the form asks; give what to say about it, or nothing when the form is wrong."""
    signed: dict[str, Any] = {"by": account_of(request), "at": timezone.now()}
    if "withdraw" in request.POST:
        actions.withdraw_application(application=found(card.said), **signed)
        return _("Goed: je reactie is weg.")
    if not form.is_valid():
        return ""
    actions.apply_for_vacancy(
        worker=worker,
        vacancy=card.vacancy,
        form=EngagementForm(form.cleaned_data["form"]),
        words=form.cleaned_data["words"],
        **signed,
    )
    return _("Je reactie is verstuurd. Je krijgt altijd antwoord.")
