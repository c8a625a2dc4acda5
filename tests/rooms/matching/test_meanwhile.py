"""A sign-up is judged under the lock: what changed since the page was read counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.skills.models import Proof

pytestmark = pytest.mark.django_db
MOST_QUERIES_TO_SIGN_UP = 18
MOST_QUERIES_TO_REFUSE = 10


@pytest.fixture
def night(cast: Cast) -> Shift:
    """Give a night at PG Vlinder that is booked at once, as pages read it."""
    made = make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT, places=2)
    found = demand.shift(made.pk)
    assert found is not None
    return found


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Give the list of what happens after somebody clicked and before the lock is there."""
    happens: list[Any] = []
    locked = demand.locked_shift

    def then(shift_id: int) -> Any:
        while happens:
            happens.pop()()
        return locked(shift_id)

    monkeypatch.setattr(demand, "locked_shift", then)
    return happens


def refused(worker: Worker, shift: Shift) -> set[str]:
    """Give the rules by which somebody is refused who was judged to be welcome."""
    assert queries.eligibility(worker, shift, NOW).ok
    with pytest.raises(actions.UnableToSignUp) as raised:
        actions.sign_up(worker=worker, shift=shift, **signed())
    assert not Assignment.objects.filter(worker=worker, shift=shift).exists()
    return {reason.rule for reason in raised.value.reasons}


def test_work_taken_meanwhile_counts(cast: Cast, night: Shift, meanwhile: list[Any]) -> None:
    other = make_night_shift(cast.vlinder)
    meanwhile.append(lambda: rosters.assign(worker=cast.niels, shift=other, **signed()))
    assert refused(cast.niels, night) == {"matching.already-assigned"}


def test_work_declared_meanwhile_counts(cast: Cast, night: Shift, meanwhile: list[Any]) -> None:
    early = {"starts_at": moment(MONDAY, "14:00"), "ends_at": moment(MONDAY, "22:00")}
    meanwhile.append(lambda: people.declare_work(worker=cast.niels, **early, **signed()))
    assert "worktime.daily-rest" in refused(cast.niels, night)


def test_a_proof_withdrawn_meanwhile_counts(cast: Cast, night: Shift, meanwhile: list[Any]) -> None:
    seen = Proof.objects.filter(worker=cast.niels, kind="conduct")
    meanwhile.append(lambda: seen.update(withdrawn_on=NOW.date()))
    assert refused(cast.niels, night) == {"gate.conduct"}


def test_a_shift_that_asks_more_meanwhile_is_judged_so(
    cast: Cast, night: Shift, meanwhile: list[Any]
) -> None:
    other = make_function("IC-vpk")
    meanwhile.append(lambda: Shift.objects.filter(pk=night.pk).update(function=other))
    assert "gate.diploma" in refused(cast.niels, night)


def test_a_competence_asked_meanwhile_is_judged_too(
    cast: Cast, night: Shift, meanwhile: list[Any]
) -> None:
    skill = make_skill("beademing")
    meanwhile.append(lambda: Shift.objects.get(pk=night.pk).skills.add(skill))
    assert refused(cast.niels, night) == {"gate.skill"}


def test_a_shift_that_is_cancelled_meanwhile_says_so(
    cast: Cast, night: Shift, meanwhile: list[Any]
) -> None:
    meanwhile.append(lambda: Shift.objects.filter(pk=night.pk).update(state="cancelled"))
    assert refused(cast.niels, night) == {"matching.not-published"}


@pytest.mark.parametrize(
    ("read", "became", "outcome"),
    [("instant", "request", "requested"), ("request", "instant", "booked")],
)
def test_the_kind_of_sign_up_of_the_moment_holds(
    cast: Cast, night: Shift, read: str, became: str, outcome: str
) -> None:
    night.sign_up = read
    Shift.objects.filter(pk=night.pk).update(sign_up=became)
    made = actions.sign_up(worker=cast.niels, shift=night, **signed())
    assert made.outcome == outcome


def test_who_asked_and_was_rostered_by_hand_is_booked(cast: Cast, night: Shift) -> None:
    Shift.objects.filter(pk=night.pk).update(sign_up=SignUp.REQUEST)
    actions.sign_up(worker=cast.niels, shift=night, **signed())
    made = rosters.assign(worker=cast.niels, shift=night, **signed())
    again = actions.sign_up(worker=cast.niels, shift=night, **signed())
    assert (again.outcome, again.assignment) == ("booked", made)


def told_when_full(worker: Worker, shift: Shift) -> actions.UnableToSignUp:
    """Give what somebody hears who comes too late."""
    with pytest.raises(actions.UnableToSignUp) as raised:
        actions.sign_up(worker=worker, shift=shift, **signed())
    assert raised.value.code == "matching.full"
    return raised.value


def test_who_comes_too_late_waits_for_no_lock_and_hears_as_much(
    cast: Cast, night: Shift, meanwhile: list[Any]
) -> None:
    Shift.objects.filter(pk=night.pk).update(places=1)
    other = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3))
    meanwhile.append(lambda: rosters.assign(worker=cast.niels, shift=night, **signed()))
    under_lock = told_when_full(cast.fatima, night)
    assert meanwhile == []
    rosters.assign(worker=cast.niels, shift=night, **signed())  # the lock let go, and that with it
    meanwhile.append(lambda: pytest.fail("locked for nothing"))
    night.places = 1
    before = told_when_full(cast.fatima, night)
    assert (before.reasons, before.alternatives) == (under_lock.reasons, under_lock.alternatives)
    assert str(before) == str(under_lock)
    assert before.alternatives == (other.pk,)
    assert before.may_wait


def test_a_place_that_was_added_since_the_page_was_read_is_given(cast: Cast, night: Shift) -> None:
    rosters.assign(worker=cast.niels, shift=night, **signed())
    night.places = 1  # as it was when the page was read
    made = actions.sign_up(worker=cast.fatima, shift=night, **signed())
    assert made.outcome == "booked"


def test_what_else_stands_against_a_full_shift_is_told_too(cast: Cast, night: Shift) -> None:
    Shift.objects.filter(pk=night.pk).update(places=1)
    night.places = 1
    rosters.assign(worker=cast.niels, shift=night, **signed())
    seen = Proof.objects.filter(worker=cast.fatima, kind="conduct")
    seen.update(withdrawn_on=NOW.date())
    told = told_when_full(cast.fatima, night)
    assert {reason.rule for reason in told.reasons} == {"matching.full", "gate.conduct"}
    assert not told.may_wait


def test_a_full_shift_long_past_is_refused_without_others(cast: Cast, night: Shift) -> None:
    Shift.objects.filter(pk=night.pk).update(places=1)
    night.places = 1
    rosters.assign(worker=cast.niels, shift=night, **signed())
    later = NOW + timedelta(days=30)
    with pytest.raises(actions.UnableToSignUp) as raised:
        actions.sign_up(worker=cast.fatima, shift=night, by=signed()["by"], at=later)
    assert {"matching.past", "matching.full"} <= {one.rule for one in raised.value.reasons}
    assert raised.value.alternatives == ()


def test_how_it_stands_is_one_question(cast: Cast, night: Shift) -> None:
    assert queries.standing_on(cast.niels.pk, night.pk) == (None, [])
    made = rosters.assign(worker=cast.niels, shift=night, **signed())
    Shift.objects.filter(pk=night.pk).update(sign_up=SignUp.REQUEST)
    asked_for = actions.sign_up(worker=cast.fatima, shift=night, **signed()).request
    assert queries.standing_on(cast.fatima.pk, night.pk) == (asked_for, [made])
    assert asked(lambda: queries.standing_on(cast.fatima.pk, night.pk)) == 1


def test_a_shift_known_already_is_judged_the_same(cast: Cast, night: Shift) -> None:
    facts = placement.facts_of_shift(night)
    assert asked(lambda: queries.judged_on(cast.niels, facts, NOW)) <= 3
    answer, _judge = queries.judged_on(cast.niels, facts, NOW, alone=True)
    assert answer == queries.judged(cast.niels, night, NOW, alone=True)[0]


def asked(question: Any) -> int:
    assert connection.features.supports_json_field  # once per process this is found out by asking
    with CaptureQueriesContext(connection) as seen:
        question()
    return len(seen)


def test_signing_up_takes_few_queries(cast: Cast, night: Shift) -> None:
    by = {"by": cast.niels.account, "at": NOW}

    def sign_up() -> None:
        assert actions.sign_up(worker=cast.niels, shift=night, **by).assignment is not None

    assert asked(sign_up) <= MOST_QUERIES_TO_SIGN_UP


def test_being_too_late_takes_fewer(cast: Cast, night: Shift) -> None:
    by = {"by": cast.fatima.account, "at": NOW}
    Shift.objects.filter(pk=night.pk).update(places=1)
    actions.sign_up(worker=cast.niels, shift=night, **signed())

    def sign_up() -> None:
        with pytest.raises(actions.UnableToSignUp):
            actions.sign_up(worker=cast.fatima, shift=night, **by)

    assert asked(sign_up) <= MOST_QUERIES_TO_REFUSE
