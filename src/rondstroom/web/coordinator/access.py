"""Who may sit at this desk: the coordinator of the region, who sees what is published anywhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters import permissions as roster_permissions
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import found, requires

for_coordinator = requires(
    permissions.may_see_region,
    _("Deze werkplek is voor de regiocoördinator. Een beheerder van de regio geeft die rol."),
)

for_planning = requires(
    roster_permissions.may_plan_region,
    _("Deze werkplek is voor de regiocoördinator. Een beheerder van de regio geeft die rol."),
)


def chosen_organisation(request: HttpRequest, every: list[Any]) -> Any | None:
    """Give the organisation named in the address, or None for all of them."""
    asked = request.GET.get("organisation")
    return found(next((one for one in every if str(one.pk) == asked), None)) if asked else None


def chosen_function(request: HttpRequest, every: list[Any]) -> Any | None:
    """Give the function named by its code in the address, or None for all of them."""
    asked = request.GET.get("function")
    return found(next((one for one in every if one.code == asked), None)) if asked else None


def every_organisation() -> list[Any]:
    """Give the organisations of the region, by name."""
    return list(organisations.all_organisations())


def every_function() -> list[Any]:
    """Give every function, by name."""
    return list(skills.functions())
