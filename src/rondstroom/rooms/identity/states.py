"""What an account may be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKind(models.TextChoices):
    """The desk somebody sits at."""

    PLANNER = "planner", _("roosteraar")
    COORDINATOR = "coordinator", _("regiocoördinator")
    HR = "hr", _("personeelszaken")
    FINANCE = "finance", _("salarisadministratie")
    BOARD = "board", _("bestuur")
    HIRER = "hirer", _("inhuur")
    ADMINISTRATOR = "administrator", _("beheerder")
    SYSTEM = "system", _("gekoppeld systeem")


REGION_WIDE = frozenset(
    {RoleKind.COORDINATOR, RoleKind.FINANCE, RoleKind.BOARD, RoleKind.ADMINISTRATOR}
)
"""Roles that may be held without an organisation: for the whole region."""


RESOURCES = {
    "shifts": _("diensten"),
    "workers": _("zorgmedewerkers"),
    "availability": _("beschikbaarheid"),
    "eligibility": _("wie wat mag werken"),
    "requests": _("aanvragen"),
    "offers": _("voorgelegde diensten"),
    "assignments": _("inzet"),
    "rosters": _("roosters"),
    "vacancies": _("vacatures"),
    "webhooks": _("berichten aan je systeem"),
}
"""What a connected system may be let into, each for reading and for writing."""

READ_ONLY = frozenset({"workers", "eligibility", "rosters", "vacancies"})
SCOPES: tuple[str, ...] = tuple(
    f"{resource}:{what}"
    for resource in RESOURCES
    for what in ("read", "write")
    if what == "read" or resource not in READ_ONLY
)
"""Every right a key can have; writing holds reading in it."""

EVENTS = {
    "demand.shift.created": "shift.created",
    "demand.shift.changed": "shift.changed",
    "demand.shift.published": "shift.published",
    "demand.shift.withdrawn": "shift.withdrawn",
    "demand.shift.cancelled": "shift.cancelled",
    "demand.vacancy.posted": "vacancy.posted",
    "demand.vacancy.filled": "vacancy.filled",
    "demand.vacancy.withdrawn": "vacancy.withdrawn",
    "rosters.assignment.made": "assignment.made",
    "rosters.assignment.cancelled": "assignment.cancelled",
    "rosters.assignment.handed-over": "assignment.cancelled",
    "rosters.roster.published": "roster.published",
    "matching.request.made": "request.made",
    "matching.request.accepted": "request.accepted",
    "matching.request.declined": "request.declined",
    "matching.request.withdrawn": "request.withdrawn",
}
"""The journal's events that systems may hear of, under the name that they know."""


class DeliveryState(models.TextChoices):
    """Where a message to a system is. Dead: tried too often; a person looks at it."""

    WAITING = "waiting", _("wacht")
    ARRIVED = "arrived", _("aangekomen")
    DEAD = "dead", _("opgegeven")
