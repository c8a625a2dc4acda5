"""Who may work what, and why not."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema

from rondstroom.api.access import reads
from rondstroom.api.resources import own
from rondstroom.api.values.people import (
    CandidateOut,
    CandidatesOut,
    EligibilityOut,
    reasons_of,
)
from rondstroom.api.values.plain import Id, Number
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.queries import Candidate

router = Router(tags=["eligibility"])


class Pair(Schema):
    """A worker and a shift."""

    worker: Number
    shift: Number


@router.get("/eligibility", response=EligibilityOut)
@reads("eligibility:read")
def eligibility(request: HttpRequest, pair: Query[Pair]) -> Any:
    """Tell whether a worker may work a shift, with every reason why not and the way out."""
    shift = own.shift(request, pair.shift)
    worker = own.candidate(request, pair.worker, timezone.localdate(shift.starts_at))
    found = queries.eligibility(worker, shift, timezone.now())
    return EligibilityOut(
        worker=worker.pk,
        shift=shift.pk,
        ok=found.ok,
        reasons=reasons_of(found.reasons),
        warnings=reasons_of(found.warnings),
        tier=found.tier,
        travel_minutes=found.travel_minutes,
        times_here=found.times_here,
        wish=found.wish,
        owed_minutes=found.owed_minutes,
    )


@router.get("/shifts/{shift_id}/candidates", response=CandidatesOut)
@reads("eligibility:read")
def candidates(request: HttpRequest, shift_id: Id) -> Any:
    """Give who could work a shift, best first, with the reasons of the ranking."""
    found = queries.candidates(own.shift(request, shift_id), timezone.now())
    return CandidatesOut(
        eligible=[_candidate(one) for one in found.eligible],
        almost=[_candidate(one) for one in found.almost],
        others=found.others,
    )


def _candidate(one: Candidate) -> CandidateOut:
    return CandidateOut(
        worker=one.worker_id,
        name=one.name,
        functions=list(one.functions),
        is_own=one.is_own,
        why=list(one.why),
        asked=one.asked,
        missing=reasons_of(one.missing),
    )
