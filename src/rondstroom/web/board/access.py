"""Who may sit at this desk: the board, of its own organisation or of the whole region."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import found, requires


def sits_here(account: Any) -> bool:
    """Tell whether the account is of the board of any organisation, or of the region."""
    return any(role.kind == RoleKind.BOARD for role in identity.roles_of(account))


for_board = requires(
    sits_here, _("Deze werkplek is voor het bestuur. Een beheerder geeft die rol.")
)


def organisations_of(request: HttpRequest) -> list[Any]:
    """Give the organisations whose figures this reader may see, by name."""
    every = organisations.all_organisations()
    return [row for row in every if permissions.may_see_figures(request.user, row.pk)]


def chosen_organisation(request: HttpRequest) -> Any:
    """Give the organisation named in the address, or the first that the reader may see."""
    mine = organisations_of(request)
    asked = request.GET.get("organisation")
    return found(next((row for row in mine if not asked or str(row.pk) == asked), None))
