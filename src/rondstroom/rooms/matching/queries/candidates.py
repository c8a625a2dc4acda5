"""Who could work this shift: eligible people in order, then those who miss little."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.contracts.work_code.code import WorkCode
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.matching.queries.answers import Candidate, Candidates
from rondstroom.rooms.matching.queries.requests import asked_for
from rondstroom.rooms.matching.queries.weighed import Weighed, weigh_everybody, with_all_work
from rondstroom.rooms.matching.queries.weighing import answer
from rondstroom.rooms.rosters.queries import placement, work_code
from rondstroom.rooms.rosters.queries.placement import POOL, ShiftFacts, from_agreement
from rondstroom.rooms.rosters.queries.placement.ranking import in_words

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

MOST_SHOWN = 60
"""So many who pass everything but the law are judged by the law and shown; the rest is counted."""
MOST_ALMOST = 30
FEW = 2
"""Who misses at most so many things is almost a candidate."""


def candidates(shift: Shift, at: datetime) -> Candidates:
    """Give everybody of the pool for a shift, ranked, with reasons; queries do not grow.

    Whether the shift is full or open yet is left aside: a planner sees that. People of partners
    are only looked at when they said to want to work here.
    """
    facts = placement.facts_of_shift(shift)
    weighed = sorted(weigh_everybody(facts, at), key=lambda one: one.place)
    passing = [one for one in weighed if not one.blocking]
    missing = [one for one in weighed if 0 < one.blocking <= FEW]
    missing.sort(key=lambda one: one.blocking)
    shown = [*passing[:MOST_SHOWN], *missing[:MOST_ALMOST]]
    asked = asked_for(shift.pk)
    code = contracts.work_code_on(facts.starts_on, facts.organisation_id)
    judged = [_with_code(one, facts, code) for one in with_all_work(shown, facts)]
    found = [_candidate(one, facts, asked) for one in judged]
    eligible = [one for one in found if one.eligibility.ok]
    almost = [one for one in found if 0 < len(one.missing) <= FEW]
    return Candidates(
        eligible,
        sorted(almost, key=lambda one: len(one.missing)),
        others=len(weighed) - len(eligible) - len(almost),
    )


def _with_code(one: Weighed, shift: ShiftFacts, code: WorkCode | None) -> Weighed:
    """Add what the work code of the house says: to know, never to keep somebody out."""
    if code is None:
        return one
    found = work_code.share_after(code, one.judge.worker, shift)
    return replace(one, reasons=one.reasons + tuple(map(from_agreement, found)))


def _candidate(one: Weighed, shift: ShiftFacts, asked: dict[int, str]) -> Candidate:
    """Give what a planner may see."""
    held = {
        proof.function.code
        for proof in one.judge.worker.proofs
        if proof.function is not None
        and proof.valid_from <= shift.starts_on
        and (proof.valid_through is None or shift.starts_on <= proof.valid_through)
    }
    return Candidate(
        worker_id=one.worker.pk,
        name=one.worker.name,
        functions=tuple(sorted(held)),
        is_own=one.numbers.tier != POOL,
        eligibility=answer(one.reasons, one.numbers),
        why=in_words(one.numbers, one.worker.travel_mode),
        ranked=one.ranked,
        asked=asked.get(one.worker.pk, ""),
    )
