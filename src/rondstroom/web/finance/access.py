"""Who may sit at this desk: finance and administrators, at their own organisations only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import found, requires

_DESK = (RoleKind.FINANCE, RoleKind.ADMINISTRATOR)


def sits_here(account: Any) -> bool:
    """Tell whether the account does the finances of any organisation at all."""
    return any(role.kind in _DESK for role in identity.roles_of(account))


for_finance = requires(
    sits_here, _("Deze werkplek is voor wie over het geld gaat: financiën en beheerders.")
)


def organisations_of(request: HttpRequest) -> list[Any]:
    """Give the organisations of which this reader may see the costs, by name."""
    every = organisations.all_organisations()
    return [row for row in every if permissions.may_see_costs(request.user, row.pk)]


def chosen_organisation(request: HttpRequest) -> Any:
    """Give the organisation named in the address, or the first that the reader may see."""
    mine = organisations_of(request)
    asked = request.GET.get("organisation") or request.POST.get("organisation")
    return found(next((row for row in mine if not asked or str(row.pk) == asked), None))


def function(code: str) -> Any:
    """Give a function by its code."""
    return found(next((row for row in skills.functions() if row.code == code), None))
