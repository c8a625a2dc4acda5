"""What every page of this desk shares: who may sit here, and the way back after a write."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from rondstroom.web.components.guard import requires
from rondstroom.web.planner import access

MOMENT = "rondstroom.moment"

planner = requires(
    access.sits_here,
    _("Deze werkplek is voor wie roostert: roosteraars en beheerders van een organisatie."),
)


def signed(request: HttpRequest) -> dict[str, Any]:
    """Give who writes and when, as every action takes them: `**signed(request)`.

    One form has one moment, however much it does: by that the log knows it as one action.
    """
    return {"by": request.user, "at": request.META.setdefault(MOMENT, timezone.now())}


def wants_part(request: HttpRequest) -> bool:
    """Tell whether htmx asks for the part beside the roster, not for a page of its own."""
    return bool(getattr(request, "htmx", False))


def way_back(request: HttpRequest) -> str:
    """Give the page of ours that the planner came from, or nothing."""
    # Within the week the drawer is fetched by htmx, which tells what page it stands on.
    htmx_page = getattr(getattr(request, "htmx", None), "current_url_abs_path", None)
    wanted = request.POST.get("next") or request.GET.get("next") or htmx_page or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}) else ""


def back(request: HttpRequest, otherwise: str = "planner:home", *numbers: int) -> HttpResponse:
    """Go back to where the planner came from, otherwise to the page named."""
    came_from = way_back(request)
    return redirect(came_from) if came_from else redirect(otherwise, *numbers)
