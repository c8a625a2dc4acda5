"""How a location is felt: only together, only from ten answers on, only in tens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.rosters.models import Assignment, Evaluated, Evaluation
from rondstroom.rooms.rosters.states import (
    EVALUATION_QUESTIONS,
    AssignmentState,
    EvaluationSide,
    Felt,
)

LEAST = 10
"""Fewer answers than this are never shown: one could tell whose they are."""
TENS = 10
LOOKED_BACK = timedelta(days=365)
MAY_TELL = timedelta(days=30)
"""So long after a shift one may still tell how it was."""
_WEIGHT = {Felt.YES: 2, Felt.PARTLY: 1, Felt.NO: 0}


@dataclass(frozen=True)
class FeltTogether:
    """How a location is felt by one side: per question and in all, from 0 to 100 in tens.

    `answers` is rounded down to tens, so that one answer more shows nothing.
    """

    answers: int
    score: int
    shares: dict[str, int]


def location_scores(
    location_ids: Iterable[int], at: datetime, side: EvaluationSide = EvaluationSide.WORKER
) -> dict[int, FeltTogether]:
    """Give how locations were felt in the last year; those with under ten answers are absent.

    One query. There is no such question about a worker: nothing is kept to answer it with.
    """
    rows = Evaluation.objects.filter(
        location_id__in=list(location_ids), side=side, month__gt=(at - LOOKED_BACK).date()
    )
    told: dict[int, list[dict[str, str]]] = defaultdict(list)
    for location_id, answers in rows.values_list("location_id", "answers"):
        told[location_id].append(answers)
    return {pk: _together(each, side) for pk, each in told.items() if len(each) >= LEAST}


def _together(told: list[dict[str, str]], side: EvaluationSide) -> FeltTogether:
    shares = {}
    for question in EVALUATION_QUESTIONS[side]:
        counted = Counter(one[question] for one in told)
        points = sum(_WEIGHT[Felt(answer)] * times for answer, times in counted.items())
        shares[question] = _in_tens(points / (2 * len(told)))
    score = _in_tens(sum(shares.values()) / len(shares) / 100)
    return FeltTogether(len(told) // TENS * TENS, score, shares)


def _in_tens(share: float) -> int:
    return int(share * TENS + 0.5) * TENS


def may_still_tell(assignment: Assignment, side: EvaluationSide, at: datetime) -> bool:
    """Say whether a side can tell how this deployment was: over, not long ago, not told yet."""
    worked = assignment.state in {AssignmentState.CONFIRMED, AssignmentState.WORKED}
    if not worked or not assignment.ends_at <= at <= assignment.ends_at + MAY_TELL:
        return False
    return not Evaluated.objects.filter(assignment_id=assignment.pk, side=side).exists()


def month_of(moment: datetime) -> date:
    """Give the first day of the month of a moment: all that is kept of when."""
    return moment.astimezone(AMSTERDAM).date().replace(day=1)
