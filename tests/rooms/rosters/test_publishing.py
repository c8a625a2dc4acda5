"""Publishing a roster; assignments that follow their shift; who may see and do what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.people import make_worker
from factories.rosters import raw_assignment
from flexpool.staffing import Shift as LawShift
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.models import Assignment, RosterPeriod
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    """Give a carer of PG Vlinder."""
    return make_worker("Anna", team=cast.vlinder)


def plan(worker: Worker, shift: Shift, **how: object) -> Assignment:
    """Put somebody on a shift as planned."""
    planned = {"state": AssignmentState.PLANNED, **signed(), **how}
    return actions.assign(worker=worker, shift=shift, **planned)  # type: ignore[arg-type]  # tests pass what the action takes


def publish(cast: Cast) -> RosterPeriod:
    """Publish the week of PG Vlinder."""
    return actions.publish_roster(
        team=cast.vlinder, starts_on=MONDAY, ends_on=SUNDAY, by=cast.pia, at=NOW
    )


def test_publishing_confirms_the_teams_week_and_nothing_else(cast: Cast, anna: Worker) -> None:
    mine = plan(anna, make_shift(cast.vlinder))
    next_week = plan(anna, make_shift(cast.vlinder, day=SUNDAY + timedelta(days=1)))
    other_team = plan(cast.fatima, make_shift(cast.wijkteam))
    period = publish(cast)
    assert period.published_at == NOW
    assert queries.is_published(cast.vlinder.pk, SUNDAY)
    assert not queries.is_published(cast.vlinder.pk, SUNDAY + timedelta(days=1))
    states = dict(Assignment.objects.values_list("pk", "state"))
    assert states == {
        mine.pk: AssignmentState.CONFIRMED,
        next_week.pk: AssignmentState.PLANNED,
        other_team.pk: AssignmentState.PLANNED,
    }


def test_it_stands_in_the_journal_with_each_assignment(cast: Cast, anna: Worker) -> None:
    row = plan(anna, make_shift(cast.vlinder))
    publish(cast)
    team = journal.entries_about(f"team:{cast.vlinder.pk}")
    assert team.get(event="rosters.roster.published").data["assignments"] == 1
    confirmed = journal.entries_about(f"shift:{row.shift_id}").last()
    assert confirmed is not None
    assert (confirmed.event, confirmed.worker_id) == ("rosters.assignment.confirmed", anna.pk)


def test_publishing_again_confirms_what_came_since(cast: Cast, anna: Worker) -> None:
    publish(cast)
    row = plan(anna, make_shift(cast.vlinder))
    publish(cast)
    row.refresh_from_db()
    assert row.state == AssignmentState.CONFIRMED


def test_a_breach_is_refused_with_person_moment_and_rule(cast: Cast, anna: Worker) -> None:
    raw_assignment(anna, make_shift(cast.vlinder, start="14:30", end="23:30"), rest_hours=0)
    row = raw_assignment(
        anna,
        make_shift(cast.vlinder, day=TUESDAY, start="05:00", end="12:00"),
        state=AssignmentState.PLANNED,
    )
    with pytest.raises(actions.UnableToPublish, match="Anna") as refused:
        publish(cast)
    assert "11 uur" in str(refused.value)
    assert "ATW 5:3" in str(refused.value)
    assert {name for name, _finding in refused.value.findings} == {"Anna"}
    row.refresh_from_db()
    assert row.state == AssignmentState.PLANNED
    assert not RosterPeriod.objects.exists()


def test_what_a_planner_set_aside_with_a_reason_does_not_refuse(cast: Cast, anna: Worker) -> None:
    plan(anna, make_shift(cast.vlinder, start="14:30", end="23:30"))
    early = make_shift(cast.vlinder, day=TUESDAY, start="07:00", end="15:30")
    plan(anna, early, override_reason="griepgolf")
    assert queries.findings_of_team(cast.vlinder.pk, MONDAY, SUNDAY)
    assert publish(cast).pk


def test_the_law_looks_at_work_elsewhere_too(cast: Cast) -> None:
    raw_assignment(
        cast.fatima,
        make_shift(cast.wijkteam, function="VP6", start="14:30", end="23:30"),
        rest_hours=0,
    )
    raw_assignment(
        cast.fatima,
        make_shift(cast.vlinder, day=TUESDAY, start="05:00", end="12:00"),
        state=AssignmentState.PLANNED,
    )
    with pytest.raises(actions.UnableToPublish, match="Fatima") as refused:
        publish(cast)
    assert "Molenpoort" not in str(refused.value)


def test_a_week_that_ends_before_it_begins_is_refused(cast: Cast) -> None:
    with pytest.raises(actions.UnableToPublish, match="laatste dag"):
        actions.publish_roster(
            team=cast.vlinder, starts_on=SUNDAY, ends_on=MONDAY, by=cast.pia, at=NOW
        )


# ------------------------------------------------------------------ following the shift


def test_an_assignment_moves_with_its_shift(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder)
    row = plan(anna, shift)
    later = period(MONDAY, "08:00", "16:30")
    demand.change_shift(
        shift=shift, starts_at=later.starts_at, ends_at=later.ends_at, by=cast.pia, at=NOW
    )
    row.refresh_from_db()
    assert (row.starts_at, row.ends_at) == (later.starts_at, later.ends_at)
    assert row.blocked_until == later.ends_at + timedelta(hours=11)
    assert row.state == AssignmentState.PLANNED


def test_a_change_that_somebody_may_not_work_is_refused_whole(cast: Cast, anna: Worker) -> None:
    late = make_shift(cast.vlinder, start="14:30", end="22:30")
    early = make_shift(cast.vlinder, day=TUESDAY, start="10:00", end="18:00")
    rows = [plan(anna, late), plan(anna, early)]
    sooner = period(TUESDAY, "05:00", "13:00")
    with pytest.raises(actions.UnableToFollow, match="Anna"):
        demand.change_shift(
            shift=early, starts_at=sooner.starts_at, ends_at=sooner.ends_at, by=cast.pia, at=NOW
        )
    before = early.starts_at
    early.refresh_from_db()
    assert early.starts_at == before
    for row in rows:
        untouched = Assignment.objects.get(pk=row.pk)
        assert untouched.state == AssignmentState.PLANNED


def test_asking_another_function_judges_the_gate_again(cast: Cast, anna: Worker) -> None:
    from factories.skills import make_function

    shift = make_shift(cast.vlinder)
    plan(anna, shift)
    with pytest.raises(actions.UnableToFollow, match="diploma"):
        demand.change_shift(shift=shift, function=make_function("VP6"), by=cast.pia, at=NOW)


def test_other_words_move_nobody(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder)
    plan(anna, shift)
    demand.change_shift(shift=shift, remarks="sleutel bij de balie", by=cast.pia, at=NOW)
    events = [entry.event for entry in journal.entries_about(f"shift:{shift.pk}")]
    assert "rosters.assignment.moved" not in events


def test_taken_places_stay_and_freed_places_close_up(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder, places=3)
    first = plan(anna, shift)
    for name in ("Bram", "Chris"):
        plan(make_worker(name, team=cast.vlinder), shift)
    with pytest.raises(demand.UnableToChangeShift, match="meer dan 2 mensen"):
        demand.change_shift(shift=shift, places=2, by=cast.pia, at=NOW)
    actions.cancel(assignment=first, by=cast.pia, at=NOW)
    demand.change_shift(shift=shift, places=2, by=cast.pia, at=NOW)
    on = queries.assignments_of_shifts([shift.pk])[shift.pk]
    assert [row.place for row in on] == [1, 2]


def test_a_lapsed_shift_frees_everybody_and_says_why(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder)
    row = plan(anna, shift)
    demand.cancel_shift(shift=shift, reason="verbouwing", by=cast.pia, at=NOW)
    row.refresh_from_db()
    assert row.state == AssignmentState.CANCELLED
    entry = journal.entries_about(f"shift:{shift.pk}").get(event="rosters.assignment.lapsed")
    assert (entry.worker_id, entry.data["reason"]) == (anna.pk, "verbouwing")


# ------------------------------------------------------------------ who may


def test_who_may_see_a_roster(cast: Cast) -> None:
    seen = [
        account
        for account in (cast.pia, cast.bas, cast.coen, cast.petra, cast.otto, AnonymousUser())
        if permissions.may_see_roster(account, cast.vlinder)  # type: ignore[arg-type]  # a stranger asks too
    ]
    assert seen == [cast.pia, cast.coen]


def test_who_may_assign(cast: Cast) -> None:
    may = [
        account
        for account in (cast.pia, cast.bas, cast.coen, cast.petra, cast.otto, AnonymousUser())
        if permissions.may_assign(account, cast.de_linde.pk)  # type: ignore[arg-type]  # a stranger asks too
    ]
    assert may == [cast.pia]


def test_who_may_cancel_and_until_when(cast: Cast) -> None:
    row = plan(cast.niels, make_night_shift(cast.vlinder))
    term = row.starts_at - timedelta(hours=cast.de_linde.cancel_term_hours)
    late = term + timedelta(seconds=1)
    assert permissions.may_cancel(cast.niels.account, row, term)
    assert not permissions.may_cancel(cast.niels.account, row, late)
    assert permissions.may_cancel(cast.pia, row, late)
    for account in (cast.bas, cast.coen, cast.sanne.account, cast.otto):
        assert not permissions.may_cancel(account, row, NOW)


def test_the_look_ups_that_screens_use(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder, places=2)
    row = plan(anna, shift)
    assert queries.assignment(row.pk) == row
    assert queries.assignment(row.pk + 1) is None
    week = (shift.starts_at, shift.starts_at + timedelta(days=7))
    assert list(queries.assignments_of_worker(anna.pk, *week)) == [row]
    assert queries.times_worked_at([anna.pk], [cast.vlinder.pk]) == {(anna.pk, cast.vlinder.pk): 1}
    evening = period(MONDAY, "16:00", "22:30")
    records = queries.work_records([anna.pk, cast.niels.pk], evening)
    long_day = {
        pk: bool(records[pk].findings_if_added(LawShift(evening)))
        for pk in (anna.pk, cast.niels.pk)
    }
    assert long_day == {anna.pk: True, cast.niels.pk: False}


def test_full_drafts_are_published_with_the_roster_and_others_stay(
    cast: Cast, anna: Worker
) -> None:
    """Afterwards no button asks to publish what everybody was told already."""
    draft = {"state": "draft"}
    full = make_shift(cast.vlinder, **draft)
    half = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2), places=2, **draft)
    empty = make_shift(cast.vlinder, day=MONDAY + timedelta(days=4), **draft)
    elsewhere = make_shift(cast.wijkteam, day=MONDAY + timedelta(days=4), **draft)
    for shift in (full, half):
        plan(anna, shift)
    publish(cast)
    states = dict(Shift.objects.values_list("pk", "state"))
    assert states[full.pk] == "published"
    assert {states[one.pk] for one in (half, empty, elsewhere)} == {"draft"}
    publish(cast)
    assert dict(Shift.objects.values_list("pk", "state")) == states
