"""The work codes of the pools, and how work is shared out in the region."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.contracts import queries
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import found
from rondstroom.web.components.work_code import page, report
from rondstroom.web.coordinator import access
from rondstroom.web.coordinator.arranging.views import for_arranging


@require_safe
@for_arranging
def work_codes(request: HttpRequest) -> HttpResponse:
    """Show the pools, and which version holds today."""
    today = timezone.localdate()
    rows = [
        (pool, queries.holding_code(today, pool_id=pool.pk)) for pool in organisations.all_pools()
    ]
    return render(request, "coordinator/work_codes/list.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@for_arranging
def work_code(request: HttpRequest, pool_id: int) -> HttpResponse:
    """Show the versions of one pool and draw up a new one."""
    pool = found(organisations.pool(pool_id))
    context = page.shown(request, list(queries.work_codes_of(pool_id=pool.pk)))
    if request.method == "POST" and page.propose(request, context["form"], pool=pool):
        return redirect("coordinator:work_code", pool.pk)
    context |= {"pool": pool, "decide_url": "coordinator:work_code_decide"}
    status = 422 if request.method == "POST" else 200
    return render(request, "coordinator/work_codes/one.html", context, status=status)


@require_POST
@for_arranging
def decide(request: HttpRequest, code_id: int) -> HttpResponse:
    """Be the second pair of eyes, or say no."""
    row = page.decide(request, code_id)
    return redirect("coordinator:work_code", row.pool_id)


@require_safe
@for_arranging
def shared_out(request: HttpRequest) -> HttpResponse:
    """Show how work is shared out over the forms of contract in the region, or give a file."""
    asked = report.asked(request, access.every_organisation())
    if asked.kind:
        return report.file(asked)
    return render(request, "coordinator/work_codes/shared_out.html", report.shown(asked))
