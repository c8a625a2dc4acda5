"""Complaint 21, the planner's half: who calls in is replaced in one step, and that can be undone.

Complaint 10 (too many cancellations) and 1 (more planner work): one button does all of it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.states import CascadeState
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as people_queries
from rondstroom.rooms.people.models import Absence
from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.django_db
ONE_DAY = timedelta(days=1)


@pytest.fixture
def night(cast: Cast) -> Assignment:
    """Niels on a night at PG Vlinder, with a colleague who could stand in."""
    make_worker("Tess", team=cast.vlinder)
    shift = make_night_shift(cast.vlinder)
    return rosters.assign(worker=cast.niels, shift=shift, **signed())


def text(answer: Any) -> str:
    """Give a page as text with single spaces."""
    return " ".join(answer.content.decode().split())


def report(pia: Client, row: Assignment, **form: str) -> Any:
    """Press the button."""
    return pia.post(reverse("planner:absent", args=[row.pk]), form, follow=True)


def test_sick_in_one_step(pia: Client, night: Assignment, cast: Cast) -> None:
    page = text(report(pia, night))
    assert "Niels is afwezig. 1 dienst staat open." in page
    assert "0 van 1 bezet" in page
    night.refresh_from_db()
    assert night.state == "cancelled"
    cascade = Cascade.objects.get()
    assert (cascade.state, cascade.shift_id) == (CascadeState.RUNNING, night.shift_id)
    asked = {one.worker.name for one in cascade.offers.all()}
    assert "Tess" in asked
    assert "Niels" not in asked  # who is absent is not asked for the own shift
    assert not queries.eligibility(cast.niels, night.shift, NOW).ok


def test_no_reason_is_kept_anywhere(pia: Client, night: Assignment) -> None:
    report(pia, night, reason="griep")
    assert {one.name for one in Absence._meta.fields} == {
        "id",
        "worker",
        "organisation",
        "starts_on",
        "ends_on",
        "reported_at",
        "withdrawn_at",
    }
    assert not [line for line in Entry.objects.all() if "griep" in str(line.data)]


def test_undo_puts_everything_back(pia: Client, night: Assignment) -> None:
    report(pia, night)
    answer = pia.post(reverse("planner:undo"), follow=True)
    assert "Ongedaan gemaakt" in text(answer)
    (back,) = roster.assignments_of_shifts([night.shift_id])[night.shift_id]
    assert (back.worker.name, back.state) == ("Niels", "confirmed")
    assert Cascade.objects.get().state == CascadeState.STOPPED
    assert Absence.objects.get().withdrawn_at is not None
    assert people_queries.can_work([back.worker_id], MONDAY, MONDAY + ONE_DAY)[back.worker_id]


def test_undo_refuses_whole_when_somebody_else_has_the_place(
    pia: Client, night: Assignment
) -> None:
    report(pia, night)
    tess = next(one.worker for one in Cascade.objects.get().offers.all())
    actions.book_on_behalf(worker=tess, shift=night.shift, override_reason="Valt in", **signed())
    assert "Ongedaan maken kan niet meer." in text(pia.post(reverse("planner:undo"), follow=True))
    assert Absence.objects.get().withdrawn_at is None


def test_more_days_free_more_shifts_and_twice_is_once(
    pia: Client, night: Assignment, cast: Cast
) -> None:
    later = make_night_shift(cast.vlinder, day=MONDAY + 2 * ONE_DAY)
    after = make_night_shift(cast.vlinder, day=MONDAY + 9 * ONE_DAY)
    for shift in (later, after):
        rosters.assign(worker=cast.niels, shift=shift, **signed())
    until = str(MONDAY + 3 * ONE_DAY)
    seen = pia.get(reverse("planner:absent", args=[night.pk]), {"last_on": until})
    assert text(seen).count("PG Vlinder</li>") == 2
    assert not Absence.objects.exists()
    assert "2 diensten staan open" in text(report(pia, night, last_on=until))
    report(pia, night, last_on=until)
    assert Absence.objects.count() == 1
    assert Cascade.objects.count() == 2
    assert roster.filled_places([after.pk])[after.pk] == 1


@pytest.mark.parametrize("last_on", ["2026-11-01", "2028-01-01", "morgen"])
def test_days_that_cannot_be_are_said(last_on: str, pia: Client, night: Assignment) -> None:
    assert "Kijk dit na" in text(report(pia, night, last_on=last_on))
    assert not Absence.objects.exists()


def test_work_at_another_organisation_stays_and_that_one_reads_no_absence(cast: Cast) -> None:
    there = make_shift(cast.wijkteam, function="VP6")
    held = rosters.assign(worker=cast.fatima, shift=there, **signed())
    done = actions.replace_absent(
        worker=cast.fatima,
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + ONE_DAY,
        **signed(),
    )
    assert done.freed == ()
    held.refresh_from_db()
    assert held.state == "confirmed"
    other = make_shift(cast.wijkteam, start="16:00", end="22:00", function="VP6")
    against = queries.eligibility(cast.fatima, other, NOW).reasons
    assert "Kan dan niet." in {one.text for one in against}
    assert not any("afwezig" in one.text.lower() for one in against)


def test_being_absent_looks_like_a_no(cast: Cast) -> None:
    people.report_absence(
        worker=cast.fatima,
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + 2 * ONE_DAY,
        **signed(),
    )
    said = people_queries.can_work([cast.fatima.pk], MONDAY, MONDAY + 9 * ONE_DAY)
    assert len(said[cast.fatima.pk]) == 6
    assert set(said[cast.fatima.pk].values()) == {Wish.UNAVAILABLE}
    assert people_queries.availability_of(cast.fatima.pk, MONDAY, MONDAY + ONE_DAY) == {}


def test_an_absence_runs_forward(cast: Cast) -> None:
    with pytest.raises(people.UnableToReportAbsence):
        people.report_absence(
            worker=cast.niels,
            organisation=cast.de_linde,
            starts_on=MONDAY,
            ends_on=MONDAY,
            **signed(),
        )


def test_what_is_freed_is_seen_before_taken_back_and_given_back(
    night: Assignment, cast: Cast
) -> None:
    where = {"worker_id": cast.niels.pk, "organisation_id": cast.de_linde.pk}
    days = {"starts_on": MONDAY, "ends_on": MONDAY + ONE_DAY}
    assert [one.pk for one in queries.freed_by_absence(**where, **days, at=NOW)] == [night.pk]
    assert queries.freed_by_absence(**where, **days, at=NOW + 9 * ONE_DAY) == []
    assert roster.shifts_left(**where, **days) == []
    done = actions.replace_absent(worker=cast.niels, organisation=cast.de_linde, **days, **signed())
    assert roster.shifts_left(**where, **days) == [night.shift_id]
    actions.take_back_absence(absence=done.absence, freed=done.freed, **signed())
    assert roster.filled_places([night.shift_id])[night.shift_id] == 1


def test_taking_back_an_absence_twice_is_once(cast: Cast) -> None:
    days = {"starts_on": MONDAY, "ends_on": MONDAY + ONE_DAY}
    row = people.report_absence(worker=cast.niels, organisation=cast.de_linde, **days, **signed())
    for minutes in (1, 2):
        later = signed() | {"at": NOW + timedelta(minutes=minutes)}
        people.withdraw_absence(absence=row, **later)
    row.refresh_from_db()
    assert row.withdrawn_at == NOW + timedelta(minutes=1)
    found = people_queries.absence(row.pk)
    assert found is not None
    assert found.worker == cast.niels
