"""Who works from the pool until when, and where somebody goes who leaves it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import WentTo
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access

YEAR, SOON = timedelta(days=365), timedelta(days=180)


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **more
    )


class BeginForm(forms.Form):
    """Who begins, and from when until when."""

    worker: forms.Field = forms.ModelChoiceField(
        None, label=gettext_lazy("Wie"), empty_label=gettext_lazy("kies iemand")
    )
    starts_on = _day(gettext_lazy("Eerste dag"))
    ends_on = _day(
        gettext_lazy("Tot"),
        required=False,
        help_text=gettext_lazy("Leeg: zo lang als kan, samen hoogstens twee jaar."),
    )

    def __init__(self, house: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        worker: Any = self.fields["worker"]
        worker.queryset = people.workers_of_organisation(house.pk, timezone.localdate())
        worker.label_from_instance = lambda row: row.name


class LeftForm(forms.Form):
    """When somebody left, and where to."""

    left_on = _day(gettext_lazy("Sinds"))
    went_to = forms.ChoiceField(label=gettext_lazy("Waarheen"), choices=WentTo.choices)
    employer: forms.Field = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Bij wie"),
        required=False,
        empty_label="–",
        help_text=gettext_lazy("Alleen bij een organisatie in de regio."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        employer: Any = self.fields["employer"]
        employer.queryset = organisations.all_organisations()
        employer.label_from_instance = lambda row: row.name


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def pool(request: HttpRequest) -> HttpResponse:
    """Show who works from the pool, and let somebody begin."""
    house = access.chosen_organisation(request)
    form = BeginForm(house, request.POST or None, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _begun(request, house, form):
        return redirect(_here(house))
    return _page(request, house, form, status=422 if request.method == "POST" else 200)


@require_POST
@access.for_hr
def left(request: HttpRequest, term_id: int) -> HttpResponse:
    """Keep where somebody went who left the pool."""
    house = access.chosen_organisation(request)
    row = found(people.pool_term(term_id))
    row = found(row if row.organisation_id == house.pk else None)
    form = LeftForm(request.POST)
    if form.is_valid():
        try:
            told = form.cleaned_data
            signed: dict[str, Any] = {"by": account_of(request), "at": timezone.now()}
            actions.leave_pool(term=row, **told, **signed)
        except UnableToAct as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal))
        else:
            words = {"name": row.worker.name}
            messages.success(request, _("Opgeschreven waar %(name)s nu werkt.") % words)
            return redirect(_here(house))
    begin = BeginForm(house, initial={"starts_on": timezone.localdate()})
    return _page(request, house, begin, leaving={row.pk: form}, status=422)


def _page(
    request: HttpRequest,
    house: Any,
    form: BeginForm,
    leaving: dict[int, LeftForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    today, known = timezone.localdate(), leaving or {}
    rows = [
        (one, known.get(one.pk) or LeftForm(auto_id=f"{one.pk}-%s", initial={"left_on": today}))
        for one in people.pool_terms_of([house.pk])
    ]
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": rows,
        "form": form,
        "gone": people.left_pool([house.pk], today - YEAR),
        "open_term": next(iter(known), None),
        "today": today,
        "soon": today + SOON,
    }
    return render(request, "hr/pool.html", context, status=status)


def _begun(request: HttpRequest, house: Any, form: BeginForm) -> bool:
    told = form.cleaned_data
    signed: dict[str, Any] = {"by": account_of(request), "at": timezone.now()}
    try:
        row = actions.begin_pool_term(organisation=house, **told, **signed)
    except UnableToAct as refusal:
        form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal))
        return False
    words = {"name": row.worker.name}
    messages.success(request, _("%(name)s werkt vanuit de pool. De datum staat in beeld.") % words)
    return True


def _here(house: Any) -> str:
    return f"{reverse('hr:pool')}?organisation={house.pk}"
