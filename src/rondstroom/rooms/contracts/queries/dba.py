"""Files on labour relations: who is self-employed at an organisation, and what was reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from flexpool.contracts.calendar import months_later
from rondstroom.rooms.contracts.models import RelationReview
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker

LOOK_AGAIN_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Relation:
    """A self-employed person at an organisation, and the last version of the file."""

    worker: Worker
    engagement: Engagement
    last: RelationReview | None
    on: date

    @property
    def is_old(self) -> bool:
        """Whether the file was looked at longer ago than a year."""
        last = self.last
        return (
            last is not None
            and months_later(timezone.localdate(last.at), LOOK_AGAIN_MONTHS) <= self.on
        )


def relations_of(organisation_id: int, on: date) -> list[Relation]:
    """Give the self-employed people of an organisation on a day, by name; four queries."""
    found = [
        (worker, tie)
        for worker in people.workers_of_organisation(organisation_id, on)
        for tie in worker.engagements.all()
        if tie.organisation_id == organisation_id and tie.form == EngagementForm.SELF_EMPLOYED
    ]
    last = _last([tie.pk for _worker, tie in found])
    return [Relation(worker, tie, last.get(tie.pk), on) for worker, tie in found]


def reviews_of(engagement_id: int) -> QuerySet[RelationReview]:
    """Give every version of a file, newest first."""
    rows = RelationReview.objects.filter(engagement_id=engagement_id)
    return rows.select_related("by").order_by("-version")


def latest_version(engagement_id: int) -> int:
    """Give the number of the last version; 0 when there is none."""
    rows = RelationReview.objects.filter(engagement_id=engagement_id)
    return rows.order_by("-version").values_list("version", flat=True).first() or 0


def _last(engagement_ids: Sequence[int]) -> dict[int, RelationReview]:
    rows = RelationReview.objects.filter(engagement_id__in=engagement_ids).select_related("by")
    return {one.engagement_id: one for one in rows.order_by("version")}
