"""What desks read of rosters: whose work, at which organisation, and what keeps it unpublished."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db
WEEK = (NOW, NOW + timedelta(days=8))


def test_work_at_both_employers_is_seen_together_and_cancelled_work_is_not(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    at_home = make_shift(cast.wijkteam, function="VP6")
    elsewhere = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2), function="VP6")
    gone = make_shift(cast.vlinder, day=MONDAY + timedelta(days=4), function="VP6")
    for shift in (elsewhere, at_home, gone):
        made = actions.assign(worker=cast.fatima, shift=shift, **signed())
    actions.cancel(assignment=made, **signed() | {"by": cast.pia})
    night = actions.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    with django_assert_max_num_queries(1):
        everything = list(queries.assignments_of_workers([cast.fatima.pk, cast.niels.pk], *WEEK))
        places = [one.shift.organisation.name for one in everything]
    assert places == ["Molenpoort", "De Linde", "De Linde"]
    hers = list(queries.assignments_of_worker(cast.fatima.pk, *WEEK))
    assert [one.shift for one in hers] == [at_home, elsewhere]
    assert everything == [hers[0], night, hers[1]]


def test_work_that_only_touches_the_period_is_seen(cast: Cast) -> None:
    actions.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    tuesday = period(MONDAY + timedelta(days=1), "06:00", "07:00")
    found = queries.assignments_of_workers([cast.niels.pk], tuesday.starts_at, tuesday.ends_at)
    assert len(found) == 1
    later = period(MONDAY + timedelta(days=1), "07:15", "08:00")
    assert not queries.assignments_of_workers([cast.niels.pk], later.starts_at, later.ends_at)


def test_what_breaks_the_law_is_named_with_who_and_what_a_planner_set_aside_is_not(
    cast: Cast,
) -> None:
    too_long = make_shift(cast.vlinder, start="07:00", end="21:00", break_minutes=60)
    days = (MONDAY, MONDAY + timedelta(days=6))
    made = raw_assignment(cast.niels, too_long)
    found = queries.breaches_of_team(cast.vlinder.pk, *days)
    assert [name for name, _finding in found] == ["Niels"] * len(found) != []
    actions.cancel(assignment=made, **signed() | {"by": cast.pia})
    actions.assign(
        worker=cast.niels,
        shift=too_long,
        state=AssignmentState.PLANNED,
        override_reason="met Niels besproken",
        **signed(),
    )
    assert queries.findings_of_team(cast.vlinder.pk, *days)
    assert queries.breaches_of_team(cast.vlinder.pk, *days) == []


def test_runs_stand_newest_first_and_only_those_of_the_organisation(cast: Cast) -> None:
    make_shift(cast.vlinder)
    asked = {"starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=6), "seconds": 1}
    older = actions.ask_for_plan(
        organisation=cast.de_linde, team=cast.vlinder, **asked, **signed() | {"by": cast.pia}
    )
    actions.stop_plan(run=older, **signed() | {"by": cast.pia})
    make_shift(cast.wijkteam)
    other = actions.ask_for_plan(
        organisation=cast.molenpoort, team=cast.wijkteam, **asked, **signed() | {"by": cast.bas}
    )
    assert list(queries.runs_of(cast.de_linde.pk)) == [older]
    assert list(queries.runs_of(cast.molenpoort.pk)) == [other]
    assert not queries.runs_of(cast.rijnzicht.pk).exists()


def test_what_has_ended_is_found_by_its_end_and_a_concept_is_not(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    made = actions.assign(worker=cast.niels, shift=shift, **signed())
    raw_assignment(cast.sanne, make_shift(cast.vlinder), state=AssignmentState.PLANNED)
    end, hour = shift.ends_at, timedelta(hours=1)
    ours, theirs = [cast.de_linde.pk], [cast.molenpoort.pk]
    assert list(queries.ended_assignments(ours, end - hour, end)) == [made]
    assert not queries.ended_assignments(ours, end, end + hour)
    assert not queries.ended_assignments(ours, end - 2 * hour, end - hour)
    assert not queries.ended_assignments(theirs, end - hour, end)


def test_planned_assignments_are_those_that_nobody_knows_of(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    row = actions.assign(worker=cast.niels, shift=night, state=AssignmentState.PLANNED, **signed())
    span = night.starts_at, night.ends_at
    assert list(queries.planned_assignments([cast.de_linde.pk], *span)) == [row]
    assert not queries.planned_assignments([cast.molenpoort.pk], *span)
    assert not queries.planned_assignments([cast.de_linde.pk], night.ends_at, night.ends_at)
    Assignment.objects.update(state=AssignmentState.CONFIRMED)
    assert not queries.planned_assignments([cast.de_linde.pk], *span)
