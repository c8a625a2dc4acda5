"""Who may sit at this desk: HR and administrators, each for the own organisations only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import permissions
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import account_of, found, requires

_DESK = (RoleKind.HR, RoleKind.ADMINISTRATOR)


def sits_here(account: Any) -> bool:
    """Tell whether the account checks evidence for any organisation at all."""
    return any(role.kind in _DESK for role in identity.roles_of(account))


for_hr = requires(
    sits_here,
    _("Deze werkplek is voor wie bewijzen controleert: personeelszaken en beheerders."),
)


def organisations_of(request: HttpRequest) -> list[Any]:
    """Give the organisations for which this reader checks, by name."""
    every = organisations.all_organisations()
    return [row for row in every if permissions.may_verify(request.user, row.pk)]


def chosen_organisation(request: HttpRequest) -> Any:
    """Give the organisation named in the address, or the first that the reader checks for."""
    mine = organisations_of(request)
    asked = request.GET.get("organisation") or request.POST.get("organisation")
    return found(next((row for row in mine if not asked or str(row.pk) == asked), None))


def claim(request: HttpRequest, claim_id: int) -> Any:
    """Give a claim at an own organisation, to read."""
    row = skills.claim(claim_id)
    may = row is not None and permissions.may_verify(account_of(request), row.organisation_id)
    return found(row if may else None)


def claim_to_answer(request: HttpRequest, claim_id: int) -> Any:
    """Give a claim that this reader may answer: at an own organisation, and not the own one."""
    row = skills.claim(claim_id)
    may = row is not None and permissions.may_answer_claim(account_of(request), row)
    return found(row if may else None)


def share(request: HttpRequest, share_id: int) -> Any:
    """Give a passport that a worker shares with an own organisation today; else it is not there."""
    row = skills.share(share_id)
    may = row is not None and permissions.may_read_share(
        account_of(request), row, timezone.localdate()
    )
    return found(row if may else None)


def file(request: HttpRequest, worker_id: int) -> tuple[Any, Any]:
    """Give a worker and the organisation for which this reader may read the file."""
    return _worker_at(request, worker_id, permissions.may_read_file)


def file_to_write(request: HttpRequest, worker_id: int) -> tuple[Any, Any]:
    """Give a worker and the organisation for which this reader may write: never in one's own."""
    return _worker_at(request, worker_id, permissions.may_record_proof)


def engagement_to_write(request: HttpRequest, engagement_id: int) -> Any:
    """Give an engagement at an organisation of this desk; never the reader's own."""
    account, row = account_of(request), people.engagement(engagement_id)
    may = (
        row is not None
        and row.organisation in organisations_of(request)
        and people_permissions.may_change_engagement(account, row.organisation_id)
        and not people_permissions.is_self(account, row.worker_id)
    )
    return found(row if may else None)


def _worker_at(request: HttpRequest, worker_id: int, may: Any) -> tuple[Any, Any]:
    worker, today = found(people.worker(worker_id)), timezone.localdate()
    asked = request.GET.get("organisation") or request.POST.get("organisation")
    for house in organisations_of(request):
        if asked and str(house.pk) != asked:
            continue
        if may(account_of(request), worker.pk, house.pk, today):
            return worker, house
    return found(None), None
