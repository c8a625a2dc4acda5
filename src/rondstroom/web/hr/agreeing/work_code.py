"""The work code of an organisation, and how work is really shared out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.contracts import queries
from rondstroom.web.components.work_code import page, report
from rondstroom.web.hr import access


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def work_code(request: HttpRequest) -> HttpResponse:
    """Show the versions and draw up a new one."""
    house = access.chosen_organisation(request)
    context = page.shown(request, list(queries.work_codes_of(organisation_id=house.pk)))
    if request.method == "POST" and page.propose(request, context["form"], organisation=house):
        return redirect(f"{reverse('hr:work_code')}?organisation={house.pk}")
    context |= {"organisation": house, "organisations": access.organisations_of(request)}
    context |= {"decide_url": "hr:work_code_decide", "bound_by": page.bound_by(house.pk)}
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/work_code.html", context, status=status)


@require_POST
@access.for_hr
def decide(request: HttpRequest, code_id: int) -> HttpResponse:
    """Be the second pair of eyes, or say no."""
    house = access.chosen_organisation(request)
    page.decide(request, code_id, organisation_id=house.pk)
    return redirect(f"{reverse('hr:work_code')}?organisation={house.pk}")


@require_safe
@access.for_hr
def shared_out(request: HttpRequest) -> HttpResponse:
    """Show how work is shared out over the forms of contract here, or give it as a file."""
    house = access.chosen_organisation(request)
    asked = report.asked(request, [house])
    if asked.kind:
        return report.file(asked)
    context = {"organisation": house, "organisations": access.organisations_of(request)}
    return render(request, "hr/shared_out.html", context | report.shown(asked))
