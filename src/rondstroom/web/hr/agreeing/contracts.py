"""Who was taken on and has no contract yet: one form each, with what was advertised."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions, queries
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access


class ContractForm(forms.Form):
    """The two things that the vacancy does not say."""

    marks_optional = False
    personnel_number = forms.CharField(label=gettext_lazy("Personeelsnummer"), max_length=40)
    starts_on = forms.DateField(
        label=gettext_lazy("Eerste dag"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def contracts(request: HttpRequest) -> HttpResponse:
    """Show who was taken on without a contract so far; on sending, write one down."""
    house = access.chosen_organisation(request)
    mine = account_of(request).pk
    rows = [
        one
        for one in queries.contracts_to_make([house.pk])
        if one.worker.account_id != mine  # nobody writes the own contract
    ]
    wrong: dict[int, ContractForm] = {}
    if request.method == "POST":
        asked = request.POST.get("application", "")
        row = found(next((one for one in rows if str(one.pk) == asked), None))
        form = ContractForm(request.POST, auto_id=f"{row.pk}-%s")
        if form.is_valid() and _made(request, row, form):
            return redirect(f"{reverse('hr:contracts')}?organisation={house.pk}")
        wrong[row.pk] = form
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": [(one, wrong.get(one.pk) or _empty(one)) for one in rows],
    }
    return render(request, "hr/contracts.html", context, status=422 if wrong else 200)


def _empty(row: Any) -> ContractForm:
    first = max(row.vacancy.starts_on, timezone.localdate())
    return ContractForm(auto_id=f"{row.pk}-%s", initial={"starts_on": first})


def _made(request: HttpRequest, row: Any, form: ContractForm) -> bool:
    signed: dict[str, Any] = {"by": account_of(request), "at": timezone.now()}
    try:
        actions.make_contract(application=row, **form.cleaned_data, **signed)
    except UnableToAct as refusal:
        form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal))
        return False
    words = {"name": row.worker.name, "organisation": row.vacancy.organisation.name}
    messages.success(request, _("Het contract van %(name)s staat vast.") % words)
    return True
