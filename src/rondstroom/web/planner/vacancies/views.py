"""The vacancies of the planner's organisations: the list, one of them, and a new one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.states import VacancyState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.more_hours.views import wanting_more
from rondstroom.web.planner.vacancies.forms import VacancyForm, filled_from

SHOWN = 100
YEAR = timedelta(days=365)


@planner
def vacancies(request: HttpRequest) -> HttpResponse:
    """Show what is open, with who waits, and what was filled in the last year by whom."""
    now, mine = timezone.now(), [one.pk for one in access.organisations_of(request)]
    rows = list(queries.vacancies_of(mine)[:SHOWN])
    waiting = list(matching.applications_waiting(mine))
    context = {
        "open": [one for one in rows if one.state == VacancyState.OPEN],
        "closed": [one for one in rows if one.state != VacancyState.OPEN],
        "waiting": waiting,
        "late": sum(one.answer_due_at < now for one in waiting),
        "now": now,
        "filled": sum(
            state[2]
            for states in queries.places_of_vacancies(mine, now - YEAR).values()
            for state in states.values()
        ),
        "from_pool": sum(matching.accepted_at(mine, now - YEAR).values()),
        "organisations": access.organisations_of(request),
    }
    return render(request, "planner/vacancies/list.html", context)


@planner
def vacancy_new(request: HttpRequest) -> HttpResponse:
    """Post a vacancy; the same form sent twice makes it once."""
    form = VacancyForm(request.POST or None, teams=access.teams_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            row = _posted(request, form)
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De vacature staat open voor de pool."))
            return redirect("planner:vacancy", row.pk)
    return _form_page(request, form, None)


def _posted(request: HttpRequest, form: VacancyForm) -> Any:
    values, key = form.values(), form.source_key
    house = values["team"].location.organisation_id
    known = queries.vacancies_by_source_key(house, [key]).get(key)
    return known or actions.post_vacancy(**values, source_key=key, **signed(request))


@planner
def vacancy_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Change an open vacancy; answers that are there stay."""
    row = access.vacancy(request, vacancy_id)
    teams = access.teams_of(request)
    form = VacancyForm(request.POST or None, teams=teams, initial=filled_from(row))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_vacancy(vacancy=row, **form.values(), **signed(request))
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De vacature is gewijzigd."))
            return redirect("planner:vacancy", row.pk)
    return _form_page(request, form, row)


def _form_page(request: HttpRequest, form: VacancyForm, row: Any) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "vacancy": row}
    return render(request, "planner/vacancies/form.html", context, status=status)


@planner
def vacancy(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Show one vacancy, who answered, and who wants more hours and would fit."""
    row = access.vacancy(request, vacancy_id)
    today = timezone.localdate()
    wanting = wanting_more({one.pk for one in access.organisations_of(request)}, today)
    by_wish = {one.wish.pk: one for one in wanting}
    fitting = matching.fitting_wishes([one.wish for one in wanting], [row], today)[row.pk]
    applications = list(matching.applications_to(row.pk))
    answered = {one.worker_id for one in applications}
    context = {
        "vacancy": row,
        "is_open": row.state == VacancyState.OPEN,
        "waiting": [one for one in applications if one.state == "applied"],
        "answered": [one for one in applications if one.state != "applied"],
        "fitting": [by_wish[one.pk] for one in fitting if one.worker_id not in answered],
        "now": timezone.now(),
    }
    return render(request, "planner/vacancies/one.html", context)
