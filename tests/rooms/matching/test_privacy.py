"""What a planner at B learns of the people of A: name, function, proof state; nothing else."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)
SECRETS = ("De Linde", "Vlinder", "Rijnzicht", "@", "6881", "permanent", "vast", "youth", "1234")


@pytest.fixture
def noor(cast: Cast) -> Worker:
    """Give a carer of A who is willing to work at B, with much that is nobody's business there."""
    return make_worker(
        "Noor",
        team=cast.vlinder,
        willing_for=[cast.molenpoort],
        home_pc4="6881",
        form=EngagementForm.PERMANENT,
        minutes_per_week=1234,
        youth_until=None,
    )


def seen_by_b(cast: Cast, worker: Worker, **shift: object) -> queries.Candidate:
    """Give what a planner at B gets to see of a worker for a shift there."""
    found = queries.candidates(make_shift(cast.wijkteam, **shift), NOW)
    (one,) = [one for one in [*found.eligible, *found.almost] if one.worker_id == worker.pk]
    return one


def test_an_eligible_candidate_shows_name_function_and_numbers(cast: Cast, noor: Worker) -> None:
    seen = seen_by_b(cast, noor)
    assert set(asdict(seen)) == {
        "worker_id",
        "name",
        "functions",
        "is_own",
        "eligibility",
        "why",
        "ranked",
        "asked",
    }
    assert (seen.name, seen.functions, seen.is_own) == ("Noor", ("VIG",), False)
    assert seen.eligibility.owed_minutes == 0


@pytest.mark.parametrize(
    ("start", "end"), [("07:00", "15:30"), ("15:00", "23:00"), ("23:00", "07:15")]
)
def test_whatever_work_at_a_stands_in_the_way_a_is_not_named(
    cast: Cast, noor: Worker, start: str, end: str
) -> None:
    at_a = make_shift(cast.vlinder, start=start, end=end)
    rosters.assign(worker=noor, shift=at_a, **signed())
    for shift in (
        {"start": start, "end": end},
        {"day": TUESDAY, "start": "07:00", "end": "15:00"},
        {"start": "05:00", "end": "07:00", "break_minutes": 0},
    ):
        shown = repr(seen_by_b(cast, noor, **shift))
        assert not [secret for secret in SECRETS if secret in shown]


def test_the_refusal_that_b_reads_does_not_name_a(cast: Cast, noor: Worker) -> None:
    rosters.assign(worker=noor, shift=make_night_shift(cast.vlinder), **signed())
    with pytest.raises(actions.UnableToSignUp) as refused:
        actions.book_on_behalf(
            worker=noor,
            shift=make_shift(cast.wijkteam, day=TUESDAY, start="08:00", end="16:00"),
            by=cast.bas,
            at=NOW,
        )
    assert "elders" in str(refused.value)
    assert not [secret for secret in SECRETS if secret in str(refused.value)]


def test_declared_work_elsewhere_is_work_elsewhere(cast: Cast, noor: Worker) -> None:
    people.declare_work(
        worker=noor,
        starts_at=moment(MONDAY, "18:00"),
        ends_at=moment(MONDAY, "22:00"),
        **signed(),
    )
    shown = seen_by_b(cast, noor, start="07:00", end="17:00", break_minutes=45)
    assert any("Werk elders telt mee" in reason.text for reason in shown.missing)


def test_who_did_not_ask_to_work_at_b_is_not_shown_at_b(cast: Cast) -> None:
    make_worker("Onwillig", team=cast.vlinder)
    found = queries.candidates(make_shift(cast.wijkteam), NOW)
    assert "Onwillig" not in repr(found)


def test_who_withdraws_willingness_is_no_longer_shown(cast: Cast, noor: Worker) -> None:
    shift = make_shift(cast.wijkteam)
    assert "Noor" in repr(queries.candidates(shift, NOW))
    people.set_willingness(worker=noor, organisations=[], **signed())
    assert "Noor" not in repr(queries.candidates(shift, NOW))


def test_the_list_and_the_permission_agree_on_who_may_be_seen(cast: Cast, noor: Worker) -> None:
    make_worker("Onwillig", team=cast.vlinder)
    found = queries.candidates(make_shift(cast.wijkteam), NOW)
    for one in [*found.eligible, *found.almost]:
        assert people_permissions.may_see_as_candidate(
            cast.bas, one.worker_id, cast.molenpoort.pk, MONDAY
        )


def test_requests_show_b_only_what_was_asked_of_b(cast: Cast, noor: Worker) -> None:
    asked_at_a = make_shift(cast.vlinder)
    asked_at_b = make_shift(cast.wijkteam, day=TUESDAY)
    for shift in (asked_at_a, asked_at_b):
        actions.sign_up(worker=noor, shift=shift, by=noor.account, at=NOW)
    at_b = queries.requests_waiting(cast.molenpoort.pk)
    assert [request.shift_id for request in at_b] == [asked_at_b.pk]
