"""Places in training beside a shift: over and above the cover, beside somebody who can do it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from factories.skills import make_policy
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as shifts
from rondstroom.rooms.demand.actions import UnableToTrain
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions import (
    UnableToAccompany,
    UnableToAssign,
    UnableToPlaceInTraining,
)
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db
DAYS = Period(moment(MONDAY, "00:00"), moment(MONDAY + timedelta(days=7), "00:00"))


@pytest.fixture
def night(cast: Cast) -> Shift:
    """A night for a carer at PG Vlinder."""
    return make_night_shift(cast.vlinder)


@pytest.fixture
def qualified(cast: Cast, night: Shift) -> Assignment:
    """Niels works it."""
    return actions.assign(worker=cast.niels, shift=night, **signed())


@pytest.fixture
def learner(cast: Cast) -> Worker:
    """Lot has no diploma, no skill, and starts at De Linde."""
    return make_worker("Lot", function="VIG", team=cast.vlinder, without="diploma")


def learn(worker: Worker, shift: Shift, buddy: Assignment) -> Assignment:
    return actions.place_in_training(worker=worker, shift=shift, buddy=buddy, **signed())


def test_complaint_17_in_training_next_to_a_qualified_person(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    """Coordinators ask for an "in training" place next to a qualified person."""
    with pytest.raises(UnableToAssign):
        actions.assign(worker=learner, shift=make_night_shift(cast.vlinder), **signed())
    made = learn(learner, night, qualified)
    assert (made.shift.beside, made.buddy) == (night, qualified)
    assert queries.buddy_of(made) == qualified
    assert queries.filled_places([night.pk])[night.pk] == 1
    assert [row.worker.name for row in queries.learners_beside([night.pk])[night.pk]] == ["Lot"]
    assert (made.starts_at, made.ends_at) == (night.starts_at, night.ends_at)


def test_it_counts_for_no_cover_and_stands_in_no_list(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    before = queries.cover_of_organisations([cast.de_linde.pk], DAYS)
    place = learn(learner, night, qualified).shift
    assert queries.cover_of_organisations([cast.de_linde.pk], DAYS) == before
    listed = shifts.open_shifts(DAYS.starts_at, DAYS.ends_at, [cast.de_linde.pk])
    assert [one.pk for one in listed] == [night.pk]
    week = shifts.shifts_of_team(cast.vlinder.pk, DAYS.starts_at, DAYS.ends_at)
    assert {one.pk for one in week} == {night.pk, place.pk}
    assert [one.pk for one in shifts.without_training(week)] == [night.pk]
    (slot,) = shifts.slots_in_week(cast.vlinder.pk, MONDAY)
    assert slot.places == 1


@pytest.mark.parametrize("kind", ["identity", "right_to_work", "conduct", "past_work"])
def test_the_rest_of_the_gate_holds(
    kind: str, cast: Cast, night: Shift, qualified: Assignment
) -> None:
    lacking = make_worker("Kim", function="Helpende", team=cast.vlinder, without=kind)
    with pytest.raises(UnableToAssign) as refused:
        learn(lacking, night, qualified)
    assert refused.value.code == "gate"
    assert not Shift.objects.filter(beside=night).exists()


def test_the_induction_is_what_one_comes_for(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    make_policy(cast.de_linde, asks_induction=True)
    made = learn(learner, night, qualified)
    actions.recheck_gate(**signed())
    assert not GateTask.objects.filter(assignment=made, closed_at=None).exists()
    assert GateTask.objects.filter(assignment=qualified, closed_at=None).exists()


def test_the_gate_is_judged_over_time_too(
    night: Shift, qualified: Assignment, learner: Worker
) -> None:
    made = learn(learner, night, qualified)
    proof = Proof.objects.get(worker=learner, kind=ProofKind.CONDUCT)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    assert GateTask.objects.get(assignment=made, closed_at=None).rules == ["gate.conduct"]


def test_working_time_law_holds_for_who_learns(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), start="07:30", end="15:00")
    other = actions.assign(worker=cast.fatima, shift=early, **signed())
    learn(learner, night, qualified)
    with pytest.raises(UnableToAssign):
        learn(learner, early, other)


def test_a_colleague_has_one_learner_at_a_time(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    first = learn(learner, night, qualified)
    mia = make_worker("Mia", function="Helpende", team=cast.vlinder)
    with pytest.raises(UnableToAccompany, match="loopt al iemand mee"):
        learn(mia, night, qualified)
    actions.cancel(assignment=first, **signed())
    assert learn(mia, night, qualified).buddy == qualified


def test_only_beside_somebody_who_works_it(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    day = make_shift(cast.vlinder)
    other = actions.assign(worker=cast.fatima, shift=day, **signed())
    for buddy in (other, Assignment(pk=0, worker=cast.niels)):
        with pytest.raises(UnableToPlaceInTraining, match="zelf werkt"):
            learn(learner, night, buddy)
    with pytest.raises(UnableToPlaceInTraining):
        learn(cast.niels, night, qualified)


def test_who_learns_teaches_nobody(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    made = learn(learner, night, qualified)
    mia = make_worker("Mia", function="Helpende", team=cast.vlinder)
    with pytest.raises(UnableToTrain, match="niemand meelopen"):
        learn(mia, made.shift, made)
    with pytest.raises(UnableToAccompany):
        actions.choose_buddy(assignment=qualified, buddy=made, **signed())


@pytest.mark.parametrize("end", ["cancelled", "moved", "left"])
def test_the_place_follows_its_neighbour_and_ends_with_its_learner(
    end: str, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    made = learn(learner, night, qualified)
    hour = timedelta(hours=1)
    if end == "cancelled":
        demand.cancel_shift(shift=night, reason="vervalt", **signed())
    elif end == "moved":
        times = {"starts_at": night.starts_at - hour, "ends_at": night.ends_at - hour}
        demand.change_shift(shift=night, **times, **signed())
    else:
        actions.cancel(assignment=made, **signed())
    made.refresh_from_db()
    place = Shift.objects.get(pk=made.shift_id)
    if end == "moved":
        assert made.starts_at == place.starts_at == night.starts_at
        assert queries.buddy_of(made) == Assignment.objects.get(pk=qualified.pk)
    else:
        assert (made.state, place.state) == ("cancelled", "cancelled")


def test_without_the_colleague_somebody_must_choose_another(
    cast: Cast, night: Shift, qualified: Assignment, learner: Worker
) -> None:
    made = learn(learner, night, qualified)
    houses = [cast.de_linde.pk]
    assert queries.unaccompanied(houses, NOW) == []
    actions.cancel(assignment=qualified, **signed())
    assert [row.pk for row in queries.unaccompanied(houses, NOW)] == [made.pk]
    assert queries.unaccompanied([cast.molenpoort.pk], NOW) == []
    again = actions.assign(worker=cast.fatima, shift=night, override_reason="nood", **signed())
    actions.choose_buddy(assignment=made, buddy=again, **signed())
    assert queries.unaccompanied(houses, NOW) == []


def test_no_place_beside_what_lapsed(night: Shift) -> None:
    demand.cancel_shift(shift=night, reason="vervalt", **signed())
    with pytest.raises(UnableToTrain):
        demand.open_training_place(shift=night, **signed())


def test_many_are_read_in_one_query(
    night: Shift, qualified: Assignment, learner: Worker, django_assert_num_queries: Any
) -> None:
    learn(learner, night, qualified)
    with django_assert_num_queries(1):
        found = queries.learners_beside([night.pk, 0])
        assert [row.buddy.worker.name for row in found[night.pk] if row.buddy] == ["Niels"]
    assert found[0] == []
