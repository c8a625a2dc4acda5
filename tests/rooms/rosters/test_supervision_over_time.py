"""Whatever the order: who is supervised or learns beside stands there proven, or is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.people import make_worker
from factories.skills import make_proof
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.rosters.queries.gating import coming
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import Level, ProofKind, SupervisedBy, WithdrawalReason

pytestmark = pytest.mark.django_db

WHO = ("learner", "supervisor", "third")
LIVING = [AssignmentState.PLANNED, AssignmentState.CONFIRMED]
STEPS = some.lists(
    some.tuples(
        some.sampled_from(
            [
                *("assign", "assign", "cancel", "train", "move", "night"),
                *("supervised", "strictly", "independent", "supervises"),
                *("unskill", "skill", "uncertify", "certify"),
            ]
        ),
        some.sampled_from(WHO),
        some.integers(0, 1),
    ),
    min_size=3,
    max_size=12,
)


@dataclass(frozen=True)
class Stage:
    """Three carers, of whom one learns wound care, and two nights that ask it."""

    people: dict[str, Worker]
    shifts: list[Shift]


def stage() -> Stage:
    team = make_team()
    people = {name: make_worker(name.title(), team=team, with_account=False) for name in WHO}
    for name, worker in people.items():
        level = {"level": Level.SUPERVISED, "supervised_by": SupervisedBy.INDEPENDENT}
        make_proof(worker, ProofKind.SKILL, skill="wond", **(level if name == "learner" else {}))
    shifts = [
        make_shift(
            team,
            day=MONDAY + timedelta(days=2 * number),
            start="23:00",
            end="07:00",
            skills=["wond"],
            places=3,
        )
        for number in range(2)
    ]
    return Stage(people, shifts)


@given(steps=STEPS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_supervised_and_learning_stand_proven_or_named(steps: list[tuple[str, str, int]]) -> None:
    with transaction.atomic():
        here = stage()
        for what, who, number in steps:
            try:
                with transaction.atomic():
                    _do(what, here.people[who], here.shifts[number])
            except (UnableToAct, Proof.DoesNotExist, Assignment.DoesNotExist):
                pass
            _holds()
        transaction.set_rollback(True)


LEVELS = {
    "supervised": (Level.SUPERVISED, SupervisedBy.INDEPENDENT),
    "strictly": (Level.SUPERVISED, SupervisedBy.SUPERVISES),
    "independent": (Level.INDEPENDENT, ""),
    "supervises": (Level.SUPERVISES, ""),
}


def _do(what: str, worker: Worker, shift: Shift) -> None:
    if what in LEVELS:
        level, by = LEVELS[what]
        house = shift.organisation
        skills.set_level(
            proof=_proof(worker, ProofKind.SKILL),
            organisation=house,
            level=level,
            supervised_by=by,
            **signed(),
        )
    elif what in {"unskill", "uncertify"}:
        kind = ProofKind.SKILL if what == "unskill" else ProofKind.CONDUCT
        reason = WithdrawalReason.REVOKED
        skills.withdraw_proof(proof=_proof(worker, kind), reason=reason, **signed())
    elif what == "skill":
        make_proof(worker, ProofKind.SKILL, skill="wond")
    elif what == "certify":
        make_proof(worker, ProofKind.CONDUCT)
    else:
        _place(what, worker, shift)


def _place(what: str, worker: Worker, shift: Shift) -> None:
    if what == "assign":
        actions.assign(worker=worker, shift=shift, **signed())
    elif what == "cancel":
        for row in Assignment.objects.filter(worker=worker, state__in=LIVING):
            actions.cancel(assignment=row, **signed())
    elif what == "train":
        buddy = Assignment.objects.filter(shift=shift, state__in=LIVING).exclude(worker=worker)
        chosen = buddy.order_by("pk").first()
        if chosen is not None:
            actions.place_in_training(worker=worker, shift=shift, buddy=chosen, **signed())
    elif what == "move":
        shift.refresh_from_db()
        later = timedelta(minutes=30)
        demand.change_shift(
            shift=shift,
            starts_at=shift.starts_at + later,
            ends_at=shift.ends_at + later,
            **signed(),
        )
    else:
        actions.recheck_gate(**signed())


def _proof(worker: Worker, kind: ProofKind) -> Proof:
    found = Proof.objects.filter(worker=worker, kind=kind, withdrawn_on=None).order_by("pk").last()
    if found is None:
        raise Proof.DoesNotExist
    return found


def _holds() -> None:
    """Every coming assignment passes the gate, or exactly one open task names it; no other does."""
    rows = GateTask.objects.filter(closed_at__isnull=True).values_list("assignment_id", flat=True)
    failing = [one.assignment.pk for one in queries.standing(coming(NOW), NOW) if one.blocks]
    assert sorted(rows) == sorted(failing)


def test_the_stage_is_not_empty() -> None:
    here = stage()
    with pytest.raises(actions.UnableToAssign):
        _do("assign", here.people["learner"], here.shifts[0])
    for who in ("supervisor", "learner"):
        _do("assign", here.people[who], here.shifts[0])
    _holds()
    _do("cancel", here.people["supervisor"], here.shifts[0])
    assert GateTask.objects.filter(closed_at=None).count() == 1
    _holds()
    _do("independent", here.people["learner"], here.shifts[0])
    assert not GateTask.objects.filter(closed_at=None).exists()
