"""Signals about a competence: what may be said of which deployment, who answers, for how long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment, Signal
from rondstroom.rooms.rosters.queries.acquaintance import colleagues_on
from rondstroom.rooms.rosters.queries.evaluating import MAY_TELL
from rondstroom.rooms.rosters.states import AssignmentState, SignalSide
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, ProofKind, SupervisedBy

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Proof, Skill

_WITH = ("assignment__worker", "assignment__shift__team__location", "skill", "organisation")
_WORKED = frozenset({AssignmentState.CONFIRMED, AssignmentState.WORKED})


def signal(signal_id: int) -> Signal | None:
    """Give one signal with all that is named in it."""
    return Signal.objects.select_related(*_WITH).filter(pk=signal_id).first()


def signals_waiting(organisation_ids: Iterable[int]) -> QuerySet[Signal]:
    """Give what waits for an answer of HR, the first that is due on top."""
    rows = Signal.objects.filter(organisation_id__in=list(organisation_ids), outcome="")
    return rows.select_related(*_WITH).order_by("due_at", "pk")


def signals_of_worker(worker_id: int) -> QuerySet[Signal]:
    """Give the worker what was said of the own work and what came of it, the newest first."""
    rows = Signal.objects.filter(assignment__worker_id=worker_id)
    return rows.select_related(*_WITH).order_by("-given_at", "-pk")


def signal_owner(assignment: Assignment) -> int:
    """Give which organisation's HR answers: where the worker is employed, here first."""
    day = assignment.starts_at.astimezone(AMSTERDAM).date()
    houses = [one.organisation_id for one in people.engagements_of(assignment.worker_id, day)]
    here: int = assignment.shift.organisation_id
    return here if here in houses or not houses else houses[0]


def takes_signals(organisation_id: int, on: date) -> bool:
    """Say whether an organisation takes signals: from the day on which its council consented."""
    since = skills.policy_of(organisation_id).signals_from
    return since is not None and since <= on


def may_still_signal(assignment: Assignment, at: datetime) -> bool:
    """Say whether a deployment is over, not long ago, and its employer takes signals."""
    if assignment.state not in _WORKED:
        return False
    if not assignment.ends_at <= at <= assignment.ends_at + MAY_TELL:
        return False
    return takes_signals(signal_owner(assignment), at.astimezone(AMSTERDAM).date())


def signal_skills(
    assignment: Assignment, side: SignalSide, at: datetime, giver_id: int | None = None
) -> list[Skill]:
    """Give the competences that the shift asked, of which this side may still say something.

    `giver_id` is the worker who says it: a supervisor only about what was supervised. None when
    it is too early, too late, or the employer takes no signals.
    """
    if not may_still_signal(assignment, at):
        return []
    told = Signal.objects.filter(assignment_id=assignment.pk, side=side)
    left = assignment.shift.skills.exclude(pk__in=told.values("skill_id")).order_by("name")
    if side != SignalSide.SUPERVISOR:
        return list(left)
    supervised = _supervised_in(assignment, giver_id or 0)
    return [one for one in left if one.pk in supervised]


def supervised_on(assignment: Assignment, at: datetime) -> list[tuple[Assignment, list[Skill]]]:
    """Give whom somebody supervised on a shift that is over, with what there is left to say of."""
    if not assignment.ends_at <= at:
        return []
    side, giver = SignalSide.SUPERVISOR, assignment.worker_id
    there = colleagues_on(assignment.shift, giver)
    found = [(one, signal_skills(one, side, at, giver)) for one in there]
    return [(one, left) for one, left in found if left]


def _supervised_in(assignment: Assignment, giver_id: int) -> set[int]:
    """Give what a worker did there under supervision that the giver may supervise."""
    there = {one.worker_id for one in colleagues_on(assignment.shift, assignment.worker_id)}
    if giver_id not in there:
        return set()
    proofs = skills.proofs_of([assignment.worker_id, giver_id])
    learned, given = _levels(proofs[assignment.worker_id]), _levels(proofs[giver_id])
    return {
        skill_id
        for skill_id, proof in learned.items()
        if proof.level == Level.SUPERVISED
        and (by := given.get(skill_id)) is not None
        and by.level != Level.SUPERVISED
        and (proof.supervised_by == SupervisedBy.INDEPENDENT or by.level == Level.SUPERVISES)
    }


def _levels(proofs: Iterable[Proof]) -> dict[int, Proof]:
    """Give the last word about each competence."""
    found: dict[int, Proof] = {}
    for one in sorted(proofs, key=lambda one: (one.valid_from, one.pk)):
        if one.kind == ProofKind.SKILL and one.skill_id is not None:
            found[one.skill_id] = one
    return found


def signals_to_forget(at: datetime) -> QuerySet[Signal]:
    """Give what was answered, or never was, longer ago than it is kept."""
    weeks = int(
        lookup("verification.retention.signal_weeks", at.astimezone(AMSTERDAM).date()).value
    )
    before = at - timedelta(weeks=weeks)
    return Signal.objects.filter(
        Q(answered_at__lt=before) | Q(answered_at__isnull=True, due_at__lt=before)
    )
