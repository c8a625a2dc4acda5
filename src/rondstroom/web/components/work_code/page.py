"""Drawing up and deciding on a work code, as both desks do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.contracts.states import CodeState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.components.work_code.form import WorkCodeForm, begun
from rondstroom.web.components.work_code.words import sentences

if TYPE_CHECKING:
    from rondstroom.rooms.contracts.models import WorkCodeVersion


def shown(request: HttpRequest, versions: list[WorkCodeVersion]) -> dict[str, Any]:
    """Give the versions in words, and the form, that begins with the newest one."""
    newest = versions[0] if versions else None
    told = request.POST if request.method == "POST" else None
    first = begun(queries.rules_of(newest) if newest else None, newest.version if newest else 0)
    return {
        "versions": [
            (
                one,
                sentences(queries.rules_of(one)),
                one.state == CodeState.PROPOSED
                and permissions.may_decide_code(account_of(request), one),
            )
            for one in versions
        ],
        "form": WorkCodeForm(told, initial=first),
    }


def bound_by(organisation_id: int) -> list[tuple[WorkCodeVersion, list[str]]]:
    """Give the codes of pools that bind an organisation today, in words."""
    today = timezone.localdate()
    pools = organisations.pools_of(organisation_id, today)
    rows = [queries.holding_code(today, pool_id=one.pk) for one in pools]
    return [(one, sentences(queries.rules_of(one))) for one in rows if one is not None]


def propose(request: HttpRequest, form: WorkCodeForm, **whose: Any) -> bool:
    """Draw up what was filled in; what cannot be is said in the form."""
    if not form.is_valid():
        return False
    try:
        actions.propose_code(
            **whose,
            drawn=form.drawn,
            after=form.cleaned_data["after"],
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Opgesteld. Een collega keurt de werkcode goed."))
    return True


def decide(request: HttpRequest, code_id: int, *, organisation_id: int | None = None) -> Any:
    """Approve or decline a version of an organisation, or of a pool when none is given."""
    row = queries.work_code(code_id)
    found(row if row and row.organisation_id == organisation_id else None)
    assert row is not None
    approves = "yes" in request.POST
    action = actions.approve_code if approves else actions.decline_code
    done = _("Goedgekeurd. De werkcode geldt.") if approves else _("Afgewezen.")
    try:
        action(row=row, by=account_of(request), at=timezone.now())
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return row
