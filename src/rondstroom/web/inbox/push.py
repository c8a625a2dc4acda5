"""A browser says where it can be reached, or that it no longer wants to be."""

from __future__ import annotations

from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.messages import actions
from rondstroom.web.components.guard import account_of, requires, signed_in


@require_POST
@requires(signed_in)
def subscribe(request: HttpRequest) -> HttpResponse:
    """Keep or forget the address of this browser."""
    account, now = account_of(request), timezone.now()
    if request.POST.get("do") == "off":
        actions.forget_push_address(account=account, by=account, at=now)
        toasts.success(request, _("Je krijgt geen meldingen meer op je telefoon of computer."))
        return redirect("inbox:preferences")
    try:
        endpoint = request.POST.get("endpoint", "")
        actions.keep_push_address(account=account, endpoint=endpoint, by=account, at=now)
    except actions.UnableToPrefer as refusal:
        toasts.error(request, str(refusal))
    else:
        toasts.success(request, _("Meldingen staan aan op dit apparaat."))
    return redirect("inbox:preferences")
