"""Reading what was decided for a shift."""

from __future__ import annotations

from django.db.models import QuerySet

from rondstroom.rooms.matching.models import Decision


def decisions_of(shift_id: int) -> QuerySet[Decision]:
    """Give what was decided for a shift, the last first."""
    return Decision.objects.filter(shift_id=shift_id).order_by("-pk")


def decision(decision_id: int) -> Decision | None:
    """Give one decision with its shift."""
    rows = Decision.objects.select_related("shift__team__location", "shift__organisation")
    return rows.filter(pk=decision_id).first()
