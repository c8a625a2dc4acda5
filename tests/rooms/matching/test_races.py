"""Many at once on real connections: one place, one person, one answer each; on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_organisation, make_pool, make_postcodes, make_team
from factories.people import make_engagement, make_worker
from factories.races import Raced, race
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.organisations.models import Team
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CROWD = 200
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def team() -> Team:
    """Give a team of De Linde, which shares a pool with Molenpoort."""
    make_postcodes()
    make_pool(make_organisation("De Linde"), make_organisation("Molenpoort"))
    return make_team()


def crowd(team: Team, number: int = CROWD) -> list[Worker]:
    """Give many carers of the team."""
    return [make_worker(f"Zorg {one}", team=team, with_account=False) for one in range(number)]


def sign_ups(workers: Iterator[Worker] | list[Worker], shift: Shift) -> Raced:
    """Let all sign up for one shift at the same moment."""
    return race(
        [
            lambda worker=worker: actions.sign_up(worker=worker, shift=shift, **signed())
            for worker in workers
        ]
    )


def outcomes(raced: Raced) -> Counter[str]:
    """Count what came of it; anything but an answer for people shows by its own name."""
    return Counter(_outcome(answer) for answer in raced.answers)


def _outcome(answer: Any) -> str:
    if isinstance(answer, actions.SignedUp):
        return answer.outcome
    if isinstance(answer, actions.UnableToSignUp):
        return answer.code
    return "booked" if isinstance(answer, Assignment) else repr(answer)


def living() -> list[Assignment]:
    """Give what stands in the database."""
    return list(Assignment.objects.exclude(state=AssignmentState.CANCELLED).order_by("starts_at"))


def test_complaint_20_of_two_hundred_for_the_last_place_one_wins_and_all_get_an_answer(
    team: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    shift = make_night_shift(team, sign_up=SignUp.INSTANT)
    other = make_night_shift(team, day=MONDAY + timedelta(days=3), sign_up=SignUp.INSTANT)
    raced = sign_ups(crowd(team), shift)
    assert outcomes(raced) == {"booked": 1, "matching.full": CROWD - 1}
    assert len(living()) == 1
    refused = [one for one in raced.answers if isinstance(one, actions.UnableToSignUp)]
    assert all("vol" in str(one) for one in refused)
    assert all(one.alternatives == (other.pk,) for one in refused)
    assert all(one.may_wait for one in refused)
    with capsys.disabled():
        print("\n" + raced.told("the last place"))


def test_places_are_never_exceeded_and_none_stays_empty(team: Team) -> None:
    shift = make_night_shift(team, places=7, sign_up=SignUp.INSTANT)
    assert outcomes(sign_ups(crowd(team, 60), shift)) == {"booked": 7, "matching.full": 53}
    assert sorted(row.place for row in living()) == list(range(1, 8))


def test_two_hundred_for_twenty_shifts_fill_each_of_them_once(team: Team) -> None:
    day = [MONDAY + timedelta(days=one) for one in range(20)]
    shifts = [make_night_shift(team, day=one, sign_up=SignUp.INSTANT) for one in day]
    raced = race(
        [
            lambda worker=worker, shift=shifts[number % 20]: actions.sign_up(
                worker=worker, shift=shift, **signed()
            )
            for number, worker in enumerate(crowd(team))
        ]
    )
    assert outcomes(raced) == {"booked": 20, "matching.full": CROWD - 20}
    assert sorted(row.shift_id for row in living()) == sorted(one.pk for one in shifts)
    assert len({row.worker_id for row in living()}) == 20


def test_the_same_person_two_hundred_times_is_one_booking(team: Team) -> None:
    shift = make_night_shift(team, places=3, sign_up=SignUp.INSTANT)
    worker = make_worker("Dubbel", team=team)
    assert outcomes(sign_ups([worker] * CROWD, shift)) == {"booked": CROWD}
    assert len(living()) == 1


def test_the_same_request_many_times_is_one_request(team: Team) -> None:
    shift = make_night_shift(team)
    worker = make_worker("Dubbel", team=team)
    assert outcomes(sign_ups([worker] * 40, shift)) == {"requested": 40}
    assert Request.objects.count() == 1


def test_one_person_at_two_organisations_at_once_works_at_one(team: Team) -> None:
    elsewhere = make_team("Wijkteam", make_organisation("Molenpoort"))
    worker = make_worker("Fatima", team=team)
    make_engagement(worker, elsewhere.location.organisation, team=elsewhere)
    shifts = [
        make_shift(team, start="07:00", end="15:30", sign_up=SignUp.INSTANT),
        make_shift(elsewhere, start="15:00", end="23:00", sign_up=SignUp.INSTANT),
    ] * 10
    raced = race(
        [
            lambda shift=shift: actions.sign_up(worker=worker, shift=shift, **signed())
            for shift in shifts
        ]
    )
    assert outcomes(raced) == {"booked": 10, "matching.already-assigned": 10}
    assert len(living()) == 1


def test_two_shifts_with_nine_hours_between_are_granted_once_in_the_week(team: Team) -> None:
    # Two pairs, each with a rest of nine hours: the law lets one such rest in seven days.
    worker = make_worker("Kort", team=team)
    days = [MONDAY, TUESDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=3)]
    shifts = [
        make_shift(team, day=day, start=start, end=end, sign_up=SignUp.INSTANT)
        for day, start, end in [
            (days[0], "15:00", "22:00"),
            (days[1], "07:00", "13:00"),
            (days[2], "15:00", "22:00"),
            (days[3], "07:00", "13:00"),
        ]
    ]
    raced = race(
        [
            lambda shift=shift: rosters.assign(worker=worker, shift=shift, **signed())
            for shift in shifts
        ]
    )
    refused = [one for one in raced.answers if not isinstance(one, Assignment)]
    assert [one.code for one in refused] == ["rest"]
    assert len(living()) == 3


def test_a_rest_of_five_hours_is_never_granted(team: Team) -> None:
    worker = make_worker("Kort", team=team)
    shifts = [
        make_shift(team, start="14:00", end="23:00"),
        make_shift(team, day=TUESDAY, start="04:00", end="12:00"),
    ]
    raced = race(
        [
            lambda shift=shift: rosters.assign(worker=worker, shift=shift, **signed())
            for shift in shifts * 5
        ]
    )
    assert len(living()) == 1
    assert {type(one) for one in raced.answers} == {Assignment, rosters.UnableToAssign}


def test_cancelling_and_signing_up_at_once_leaves_no_place_doubly_given(team: Team) -> None:
    shift = make_night_shift(team, places=3, sign_up=SignUp.INSTANT)
    first = crowd(team, 3)
    booked = [actions.sign_up(worker=one, shift=shift, **signed()).assignment for one in first]
    others = [make_worker(f"Wacht {one}", team=team, with_account=False) for one in range(9)]
    for worker in others[:4]:
        actions.join_waiting_list(worker=worker, shift=shift, **signed())
    raced = race(
        [
            *[lambda row=row: rosters.cancel(assignment=row, **signed()) for row in booked],
            *[
                lambda worker=worker: actions.sign_up(worker=worker, shift=shift, **signed())
                for worker in others
            ],
        ]
    )
    errors = [
        one
        for one in raced.answers
        if isinstance(one, Exception) and not isinstance(one, actions.UnableToSignUp)
    ]
    assert errors == []
    assert sorted(row.place for row in living()) == [1, 2, 3]


def test_two_planners_accept_different_requests_for_the_last_place(team: Team) -> None:
    shift = make_night_shift(team)
    asked = [
        actions.sign_up(worker=worker, shift=shift, **signed()).request for worker in crowd(team, 8)
    ]
    raced = race(
        [
            lambda request=request: actions.accept_request(request=request, **signed())
            for request in asked
        ]
    )
    accepted = [one for one in raced.answers if isinstance(one, Request)]
    assert len(accepted) == 1
    assert {type(one) for one in raced.answers} == {Request, actions.UnableToAnswer}
    assert len(living()) == 1
    assert Counter(row.state for row in Request.objects.all()) == {"accepted": 1, "declined": 7}
    assert all(row.answered_at == NOW for row in Request.objects.all())
