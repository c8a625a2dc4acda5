"""Who said no, or was not needed, is forgotten after a term; how many they were stays."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.models import Offer, Step
from rondstroom.rooms.matching.queries.cascade.reading import offers_to_forget

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def forget_offers(*, by: Account, at: datetime) -> int:
    """Delete offers that led to no shift and are past their term; give how many.

    Each ring keeps how many said what. Journal: `matching.offer.forgotten` with the number, when
    there was any; never of whom.
    """
    said: dict[int, Counter[str]] = {}
    ids = []
    for pk, step_id, state in offers_to_forget(at).values_list("pk", "step_id", "state"):
        ids.append(pk)
        said.setdefault(step_id, Counter())[state] += 1
    if not ids:
        return 0
    steps = list(Step.objects.select_for_update().filter(pk__in=said))
    for step in steps:
        step.forgotten = dict(Counter(step.forgotten) + said[step.pk])
    Step.objects.bulk_update(steps, ["forgotten"], batch_size=500)
    Offer.objects.filter(pk__in=ids).delete()
    journal.record(
        event="matching.offer.forgotten", by=by, at=at, subject="retention", count=len(ids)
    )
    return len(ids)
