"""A proposal for one shift as it is kept with a decision: rules, inputs, order, excluded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from rondstroom.rooms.matching.queries.ranking import CRITERIA_VERSION, Weights
from rondstroom.rooms.matching.queries.weighed import Weighed
from rondstroom.rooms.rosters.queries.placement import ShiftFacts

MOST_KEPT, MOST_KEPT_OUT = 60, 200
"""So many candidates in their order, and so many who were kept out; all are counted."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was put before a person: by which rules, from which inputs, in which order."""

    criteria_version: int
    weights: Weights
    inputs_hash: str
    candidates: list[dict[str, Any]]
    considered: int
    excluded: dict[str, int]
    kept_out: list[tuple[int, str]]


def proposal(shift: ShiftFacts, weights: Weights, found: Iterable[Weighed]) -> Proposal:
    """Put together what is kept of people weighed for a shift, with how many each rule kept out."""
    everybody = sorted(found, key=lambda one: one.place)
    fit = [one for one in everybody if not one.blocking]
    kept_out = [(one.worker.pk, one.first_reason) for one in everybody if one.blocking]
    return Proposal(
        criteria_version=CRITERIA_VERSION,
        weights=weights,
        inputs_hash=_hash(shift, weights, everybody),
        candidates=[_kept(one) for one in fit[:MOST_KEPT]],
        considered=len(everybody),
        excluded=dict(Counter(rule for _worker, rule in kept_out)),
        kept_out=kept_out[:MOST_KEPT_OUT],
    )


def _kept(one: Weighed) -> dict[str, Any]:
    """Give what is kept of a candidate: no name, the numbers, and what each came to."""
    return {
        "worker": one.worker.pk,
        "numbers": one.numbers_kept,
        "points": {part.criterion.key: part.points for part in one.ranked.parts},
        "total": one.ranked.total,
    }


def _hash(shift: ShiftFacts, weights: Weights, everybody: Iterable[Weighed]) -> str:
    """Give the same text for the same inputs, so that somebody can check that nothing changed."""
    inputs = {
        "criteria": CRITERIA_VERSION,
        "weights": dict(weights.values),
        "shift": [shift.shift_id, shift.starts_at.isoformat(), shift.ends_at.isoformat()],
        "people": sorted(
            [one.worker.pk, one.numbers_kept, one.first_reason if one.blocking else ""]
            for one in everybody
        ),
    }
    return sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()
