"""The pages of the finance desk: all functions and teams, one function, and the Excel file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.organisations import actions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.graphs import graph_of
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access, comparing, workbook
from rondstroom.web.finance.estimate import Estimate, example_figures
from rondstroom.web.finance.overview import bars_of, overview_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@access.for_finance
def costs(request: HttpRequest) -> HttpResponse:
    """Show what is hired today per function and team, against people of one's own."""
    organisation = access.chosen_organisation(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "overview": overview_of(organisation.pk, timezone.now()),
    }
    return render(request, "finance/costs.html", context)


@require_safe
@access.for_finance
def export(request: HttpRequest) -> HttpResponse:
    """Give the same as an Excel file, with the figures it was reckoned with."""
    organisation = access.chosen_organisation(request)
    kept = organisations.cost_estimates_of(organisation.pk)
    content = workbook.workbook_of(overview_of(organisation.pk, timezone.now()), kept)
    answer = HttpResponse(content, content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="kosten-{timezone.localdate()}.xlsx"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def function(request: HttpRequest, code: str) -> HttpResponse:
    """Show one function: its figures, and what it costs to employ or to hire over the months."""
    organisation, one = access.chosen_organisation(request), access.function(code)
    kept = organisations.cost_estimates_of(organisation.pk).get(code)
    begun = {**example_figures(), **(kept or {})}
    form = Estimate(request.POST if request.method == "POST" else begun)
    is_right = form.is_valid()
    if request.method == "POST" and is_right:
        _keep(request, organisation, one, form)
        where = reverse("finance:function", args=[code])
        return redirect(f"{where}?organisation={organisation.pk}")
    year = timezone.localdate().year
    found = comparing.compared_with(form.cleaned_data, year) if is_right else None
    context = {
        "organisation": organisation,
        "function": one,
        "form": form,
        "is_example": kept is None,
        **(_shown(found) if found else {}),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "finance/function.html", context, status=status)


def _keep(request: HttpRequest, organisation: Any, function: Any, form: Estimate) -> None:
    """Keep the figures as they were typed."""
    actions.keep_cost_estimate(
        organisation=organisation,
        function_code=function.code,
        figures={name: request.POST.get(name, "").strip() for name in form.fields},
        by=account_of(request),
        at=timezone.now(),
    )
    messages.success(request, _("Bewaard voor %(function)s.") % {"function": function.name})


def _shown(found: comparing.Compared) -> dict[str, Any]:
    """Give what the page says about a comparison."""
    if found.result is None:
        return {"compared": found}
    result = found.result
    lines = [(_("in dienst"), result.lasting.cumulative)]
    lines += [(one.price.offer.name, one.cost.cumulative) for one in result.hires]
    months = range(1, len(result.lasting.cumulative) + 1)
    return {
        "compared": found,
        "result": result,
        "bars": bars_of(found),
        "saved": graph_of(
            [
                (month, (min(costs[month - 1] for _n, costs in lines[1:]) - spent) / 100)
                for month, spent in zip(months, result.lasting.cumulative, strict=True)
            ]
        ),
        "names": [name for name, _costs in lines],
        "years": [
            (month, [costs[month - 1] for _name, costs in lines])
            for month in months
            if month % 6 == 0 or month == len(months)
        ],
    }
