"""The inbox: what one was told, and what somebody waits for."""

from __future__ import annotations

from django.contrib import messages as toasts
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.messages import actions, permissions, queries
from rondstroom.web.components.guard import account_of, found, requires, signed_in
from rondstroom.web.inbox.links import href_of

PER_PAGE = 30


@require_safe
@requires(signed_in)
def inbox(request: HttpRequest) -> HttpResponse:
    """Show everything, newest first, and on top what still waits for an answer."""
    account, now = account_of(request), timezone.now()
    page = Paginator(queries.inbox(account), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "waiting": queries.unanswered(account, now),
        "has_unread": any(one.read_at is None for one in page),
    }
    return render(request, "inbox/inbox.html", context)


@require_safe
@requires(signed_in)
def message(request: HttpRequest, message_id: int) -> HttpResponse:
    """Show one message, with the way to what it is about; that it is opened is remembered."""
    account = account_of(request)
    one = queries.message(message_id)
    one = found(one if one and permissions.may_read(account, one) else None)
    if request.method == "GET" and one.read_at is None:
        actions.mark_read(account=account, message=one, by=account, at=timezone.now())
    return render(request, "inbox/message.html", {"one": one, "href": href_of(one)})


@require_POST
@requires(signed_in)
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    account = account_of(request)
    actions.mark_read(account=account, by=account, at=timezone.now())
    toasts.success(request, _("Alles staat op gelezen."))
    return redirect("inbox:inbox")
