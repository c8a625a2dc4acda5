"""Whether a planner agrees first when people of a team swap."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import Team

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def set_swap_rule(*, team: Team, needs_approval: bool, by: Account, at: datetime) -> Team:
    """Lay down whether a planner agrees first when people of a team swap shifts.

    Journal: `organisations.team.swap-rule`.
    """
    row = Team.objects.select_for_update().get(pk=team.pk)
    if row.swaps_need_approval == needs_approval:
        return row
    row.swaps_need_approval = needs_approval
    row.save(update_fields=["swaps_need_approval"])
    journal.record(
        event="organisations.team.swap-rule",
        by=by,
        at=at,
        subject=f"team:{row.pk}",
        organisation_id=row.location.organisation_id,
        name=row.name,
        needs_approval=needs_approval,
    )
    return row
