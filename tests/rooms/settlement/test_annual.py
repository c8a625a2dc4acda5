"""Balances of annual hours: four hours for each day of the year, 325 days before today."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_annual, make_engagement, make_worker
from factories.rosters import raw_assignment
from factories.settlement import LAST_WEEK, make_hours, make_lending, make_worked
from people import Cast
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import Deviation, HoursKind

DUE = 325 * 240


@pytest.fixture
def mees(cast: Cast) -> Worker:
    """Give somebody of PG Vlinder with annual hours."""
    worker = make_worker("Mees", team=cast.vlinder)
    make_annual(worker.engagements.get())
    return worker


def balance(worker: Worker, **asked: Any) -> Any:
    (found,) = queries.annual_balances(NOW, worker_ids=[worker.pk], **asked)
    return found.balance


def test_what_is_planned_worked_told_and_still_to_fill(cast: Cast, mees: Worker) -> None:
    assert balance(mees).so_far == -DUE
    make_worked(mees, cast.vlinder)
    one = make_worked(mees, cast.vlinder, day=LAST_WEEK + timedelta(days=2))
    raw_assignment(mees, make_shift(cast.vlinder, day=MONDAY))
    assert balance(mees).so_far == 2 * 480 - DUE
    later = replace(
        queries.planned(one), ends_at=one.ends_at + timedelta(hours=1), deviation=Deviation.CARE
    )
    make_hours(one, later)
    found = balance(mees)
    assert found.so_far == 2 * 480 + 60 - DUE
    assert found.to_fill == 1460 * 60 - 3 * 480 - 60
    assert found.forecast == found.so_far + 480 - 2 * 240


def test_who_did_not_come_worked_nothing(cast: Cast, mees: Worker) -> None:
    one = make_worked(mees, cast.vlinder)
    make_hours(one, replace(queries.planned(one), kind=HoursKind.ABSENT))
    assert balance(mees).so_far == -DUE


def test_absence_counts_as_the_average_but_not_on_days_worked(cast: Cast, mees: Worker) -> None:
    make_worked(mees, cast.vlinder)
    days = {"starts_on": LAST_WEEK, "ends_on": MONDAY + timedelta(days=3)}
    people.report_absence(worker=mees, organisation=cast.de_linde, **days, **signed())
    found = balance(mees)
    assert (found.spent.absent_days, found.spent.absent_days_ahead) == (5, 4)
    assert found.so_far == 480 + 5 * 240 - DUE
    assert found.forecast == found.so_far


def test_a_concept_is_for_planners_only(cast: Cast, mees: Worker) -> None:
    raw_assignment(mees, make_shift(cast.vlinder), state=AssignmentState.PLANNED)
    assert balance(mees).spent.planned == 480
    assert balance(mees, with_concepts=False).spent.planned == 0


def test_work_lent_elsewhere_counts_under_the_same_contract(cast: Cast, mees: Worker) -> None:
    make_lending(cast.de_linde, cast.molenpoort)
    make_worked(mees, cast.wijkteam)
    assert balance(mees).so_far == 480 - DUE
    assert queries.annual_balances(NOW, organisation_ids=[cast.molenpoort.pk]) == []


def test_two_contracts_in_one_year_each_count_their_own_days(cast: Cast, mees: Worker) -> None:
    first = mees.engagements.get()
    first.ends_on = LAST_WEEK + timedelta(days=1)
    first.save()
    since = {"starts_on": first.ends_on, "personnel_number": "second"}
    second = make_annual(make_engagement(mees, cast.de_linde, team=cast.vlinder, **since))
    make_worked(mees, cast.vlinder)
    later = make_worked(mees, cast.vlinder, day=LAST_WEEK + timedelta(days=2), end="13:00")
    found = {
        one.engagement.pk: one.balance.spent.worked
        for one in queries.annual_balances(NOW, worker_ids=[mees.pk])
    }
    assert found == {first.pk: 480, second.pk: queries.planned(later).elapsed - 30}


def test_a_shift_more_before_it_is_planned(cast: Cast, mees: Worker) -> None:
    shift = make_shift(cast.vlinder)
    found = queries.annual_after(shift, [mees.pk, cast.niels.pk], NOW)
    assert found.keys() == {mees.pk}
    assert found[mees.pk].forecast == 480 - DUE - 2 * 240
    next_year = make_shift(cast.vlinder, day=MONDAY + timedelta(days=60))
    assert queries.annual_after(next_year, [mees.pk], NOW) == {}
    elsewhere = make_shift(cast.wijkteam)
    assert queries.annual_after(elsewhere, [mees.pk], NOW) == {}


def test_queries_do_not_grow(cast: Cast, mees: Worker) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            queries.annual_balances(NOW, organisation_ids=[cast.de_linde.pk])
        return len(found)

    make_worked(mees, cast.vlinder)
    before = asked()
    for name in ("Anna", "Bram"):
        worker = make_worker(name, team=cast.vlinder)
        make_annual(worker.engagements.get())
        make_worked(worker, cast.vlinder)
    assert asked() == before
