"""Keeping a proposal with what was decided on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.matching.models import Decision
from rondstroom.rooms.matching.queries.proposing import proposal
from rondstroom.rooms.matching.queries.ranking import weights_for
from rondstroom.rooms.matching.queries.weighed import Weighed
from rondstroom.rooms.matching.states import Decided
from rondstroom.rooms.rosters.queries.placement import ShiftFacts

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def keep_decision(
    *,
    shift: ShiftFacts,
    found: Iterable[Weighed],
    kind: Decided,
    chosen: int | None = None,
    by: Account,
    at: datetime,
) -> Decision:
    """Keep the order, the numbers, who was kept out by what, and what somebody chose.

    No line in the journal: what was decided writes its own, and this row stands beside it.
    """
    made = proposal(shift, weights_for(shift.organisation_id, shift.starts_on), found)
    return Decision.objects.create(
        shift_id=shift.shift_id,
        kind=kind,
        criteria_version=made.criteria_version,
        weights_version=made.weights.version,
        weights_of=made.weights.of,
        weights=dict(made.weights.values),
        inputs_hash=made.inputs_hash,
        candidates=made.candidates,
        considered=made.considered,
        excluded=made.excluded,
        kept_out=made.kept_out,
        chosen_worker_id=chosen,
        decided_by=by.name,
        decided_at=at,
    )
