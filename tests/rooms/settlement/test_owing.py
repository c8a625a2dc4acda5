"""A call that is taken back too late is paid all the same, and nobody has to type it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.rosters import raw_assignment
from factories.settlement import make_approved, make_hours
from flexpool.contracts.calls.contract import HoursAgreement
from flexpool.contracts.calls.contract import HoursKind as FixedAs
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.people.actions import agree_times
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.queries import is_absent
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.states import HoursKind, HoursState


@pytest.fixture
def mira(cast: Cast) -> Worker:
    """Give somebody on call at De Linde."""
    return make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)


def placed(worker: Worker, team: Any, days: int = 1, **shift: Any) -> Assignment:
    """Put a worker on a shift so many days after Sunday."""
    day = MONDAY + timedelta(days=days - 1)
    return raw_assignment(worker, make_shift(team, day=day, **shift))


def owed() -> list[tuple[str, str, int]]:
    """Give what stands among the hours: who employs, what became of it, and the minutes."""
    rows = Hours.objects.order_by("pk")
    found = [(row.lender.name, queries.current_version(row)) for row in rows]
    return [(lender, version.kind, version.minutes) for lender, version in found]


@pytest.mark.parametrize(
    ("form", "days", "is_owed"),
    [
        (EngagementForm.ON_CALL, 1, True),
        (EngagementForm.MIN_MAX, 1, True),
        (EngagementForm.ON_CALL, 5, False),
        (EngagementForm.PERMANENT, 1, False),
        (EngagementForm.RESERVE, 1, False),
    ],
)
def test_only_calls_taken_back_within_the_term(
    cast: Cast, form: EngagementForm, days: int, is_owed: bool
) -> None:
    row = placed(make_worker("Mira", organisation=cast.de_linde, form=form), cast.vlinder, days)
    for _twice in range(2):
        rosters.cancel(assignment=row, by=cast.pia, at=NOW)
    assert owed() == ([("De Linde", "called_off", 480)] if is_owed else [])


@pytest.mark.parametrize(("seconds", "is_owed"), [(0, False), (1, True)])
def test_the_term_is_four_days_to_the_second(
    cast: Cast, mira: Worker, seconds: int, is_owed: bool
) -> None:
    row = placed(mira, cast.vlinder, 10)
    at = row.starts_at - timedelta(days=4) + timedelta(seconds=seconds)
    rosters.cancel(assignment=row, by=cast.pia, at=at)
    assert bool(owed()) is is_owed


def test_a_shift_that_lapses_is_owed_once(cast: Cast, mira: Worker) -> None:
    row = placed(mira, cast.vlinder)
    demand.cancel_shift(shift=row.shift, reason="Geen cliënten", by=cast.pia, at=NOW)
    actions.owe_called_off(assignment_id=row.pk, was="confirmed", by=cast.pia, at=NOW)
    assert owed() == [("De Linde", "called_off", 480)]
    assert HoursVersion.objects.get().made_by == "Pia"


def test_whoever_takes_it_back_is_absent_or_saw_a_concept_is_owed_nothing(
    cast: Cast, mira: Worker
) -> None:
    own = placed(mira, cast.vlinder)
    account: Any = mira.account
    cast.de_linde.cancel_term_hours = 1
    cast.de_linde.save()
    rosters.cancel(assignment=own, by=account, at=NOW)
    concept = raw_assignment(mira, make_shift(cast.vlinder), state=AssignmentState.PLANNED)
    rosters.cancel(assignment=concept, by=cast.pia, at=NOW)
    placed(mira, cast.vlinder)
    days = {"starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=1)}
    matching.replace_absent(worker=mira, organisation=cast.de_linde, **days, by=cast.pia, at=NOW)
    assert is_absent(mira.pk, MONDAY) and not is_absent(mira.pk, days["ends_on"])
    assert Assignment.objects.exclude(state=AssignmentState.CANCELLED).count() == 0
    assert owed() == []


def test_nobody_knows_an_employer_or_the_day_so_nothing_breaks(cast: Cast, mira: Worker) -> None:
    row = placed(mira, cast.vlinder)
    mira.engagements.all().delete()
    rosters.cancel(assignment=row, by=cast.pia, at=NOW)
    assert owed() == []
    actions.owe_called_off(assignment_id=0, was="confirmed", **signed())


def test_both_sides_agree_and_the_worker_hears_of_it(cast: Cast) -> None:
    mira = make_worker(
        "Mira",
        organisation=cast.molenpoort,
        form=EngagementForm.ON_CALL,
        willing_for=[cast.de_linde],
    )
    rosters.cancel(assignment=placed(mira, cast.vlinder), by=cast.pia, at=NOW)
    assert owed() == [("Molenpoort", "called_off", 480)]
    (row,) = queries.to_approve([cast.de_linde.pk])
    row = actions.approve_hours(hours=row, version=1, by=cast.pia, at=NOW)
    assert row.state == HoursState.HALF_APPROVED
    row = actions.approve_hours(hours=row, version=1, by=cast.bas, at=NOW)
    assert row.state == HoursState.APPROVED
    told = Message.objects.get(subject="hours")
    assert "ma 23 nov" in told.title
    assert "De Linde" in told.text


def test_unpredictable_times_are_a_call_too(cast: Cast) -> None:
    row = placed(cast.niels, cast.vlinder)
    agree_times(engagement=cast.niels.engagements.get(), times=[], **signed())
    rosters.cancel(assignment=row, by=cast.pia, at=NOW)
    assert owed() == [("De Linde", "called_off", 480)]


def test_a_short_call_is_owed_for_three_hours(cast: Cast, mira: Worker) -> None:
    row = placed(mira, cast.vlinder, start="09:00", end="10:00", break_minutes=0)
    rosters.cancel(assignment=row, by=cast.pia, at=NOW)
    assert queries.topped_up_minutes(HoursVersion.objects.get()) == 120


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        ("07:00", "15:30", ("absent", 0)),
        ("08:00", "16:00", ("called_off", 60)),
        ("06:00", "14:00", ("called_off", 90)),
        ("16:00", "20:00", ("called_off", 480)),
    ],
)
def test_hours_that_are_worked_after_all_are_not_owed_as_well(
    cast: Cast, mira: Worker, start: str, end: str, left: tuple[str, int]
) -> None:
    rosters.cancel(assignment=placed(mira, cast.vlinder), by=cast.pia, at=NOW)
    other = placed(mira, cast.vlinder, start=start, end=end)
    actions.register_hours(
        assignment=other,
        said=queries.planned(other),
        by=account_of(mira),
        at=other.ends_at,
    )
    version = queries.current_version(Hours.objects.earliest("pk"))
    assert (version.kind, version.minutes) == left


def test_what_was_agreed_opens_again_when_it_is_worked_after_all(cast: Cast, mira: Worker) -> None:
    row = placed(mira, cast.vlinder, days=-6)
    rosters.cancel(assignment=row, by=cast.pia, at=row.starts_at)
    kept = Hours.objects.get()
    actions.approve_hours(hours=kept, version=1, by=cast.pia, at=NOW)
    make_approved(placed(mira, cast.vlinder, days=-6), cast.pia)
    kept.refresh_from_db()
    assert (kept.state, kept.version) == (HoursState.REGISTERED, 2)
    assert queries.current_version(kept).kind == HoursKind.ABSENT


def test_a_correction_to_worked_takes_them_off_too(cast: Cast, mira: Worker) -> None:
    off = placed(mira, cast.vlinder, days=-6)
    other = placed(mira, cast.vlinder, days=-5)
    row = make_hours(other)
    rosters.cancel(assignment=off, by=cast.pia, at=off.starts_at)
    said = queries.planned(other)
    assert make_hours(other, said).version == row.version
    assert owed()[-1] == ("De Linde", "called_off", 480)


def account_of(worker: Worker) -> Account:
    """Give the account of a worker that has one."""
    account = worker.account
    assert account is not None
    return account


def test_what_is_owed_and_what_is_left_of_it(cast: Cast, mira: Worker) -> None:
    row = placed(mira, cast.vlinder)
    fixed, call = HoursAgreement(), HoursAgreement(kind=FixedAs.ZERO)
    assert not queries.is_owed(row, fixed, NOW)
    assert queries.is_owed(row, call, NOW)
    assert not queries.is_owed(row, call, NOW - timedelta(days=1200))
    rosters.cancel(assignment=row, by=cast.pia, at=NOW)
    version = HoursVersion.objects.get()
    assert queries.still_owed(version, queries.planned(row)).kind == HoursKind.ABSENT
