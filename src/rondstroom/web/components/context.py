"""What the frame of every page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.header.link import Link
from rondstroom.web.components.navigation import DESK_NAMES, DESKS, MORE

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

READER = "rondstroom.reader"
PLANNING = (RoleKind.PLANNER, RoleKind.ADMINISTRATOR)
CHECKING = (RoleKind.HR, RoleKind.ADMINISTRATOR)
FINANCE = (RoleKind.FINANCE, RoleKind.ADMINISTRATOR)
ONLY_FOR = {"planner:keys": RoleKind.ADMINISTRATOR}
"""Pages of a desk for one role among those who sit there."""


def remember_worker(request: HttpRequest, worker: Worker) -> None:
    """Keep who the reader is, so that the frame need not ask the database again."""
    request.META[READER] = worker


def desks_of(request: HttpRequest) -> list[str]:
    """Give the desks that the reader may sit at, the one to start with first."""
    desks = []
    if identity.organisations_where(request.user, *PLANNING):
        desks.append("planner")
    if organisations.may_see_region(request.user):
        desks.append("coordinator")
    if READER in request.META or people.worker_of(request.user) is not None:
        desks.append("worker")
    if any(role.kind == RoleKind.HIRER for role in identity.roles_of(request.user)):
        desks.append("hire")
    if any(role.kind in CHECKING for role in identity.roles_of(request.user)):
        desks.append("hr")
    if identity.organisations_where(request.user, *FINANCE):
        desks.append("finance")
    if any(role.kind == RoleKind.BOARD for role in identity.roles_of(request.user)):
        desks.append("board")
    return desks


def _may_follow(request: HttpRequest, link: Link) -> bool:
    """Tell whether a link leads somewhere for this reader: no door is shown that stays closed."""
    kind = ONLY_FOR.get(link.page)
    return kind is None or any(role.kind == kind for role in identity.roles_of(request.user))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the name of the place and the navigation of the desk that the page belongs to."""
    desks = desks_of(request) if hasattr(request, "user") else []
    match = request.resolver_match
    current = match.namespace if match and match.namespace in desks else next(iter(desks), "")
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.IS_DEMO,
        "desk": current,
        "navigation": DESKS.get(current, ()),
        "more_links": [link for link in MORE.get(current, ()) if _may_follow(request, link)],
        "current_page": match.view_name if match else "",
        "unread": messages.unread_count(request.user) if desks else 0,
        "other_desks": [(DESK_NAMES[desk], DESKS[desk][0]) for desk in desks if desk != current],
    }
