"""Telling what the hours were: once, again, at the same time, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.contracts import make_supplier
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.races import race
from factories.rosters import raw_assignment
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from people import Cast
from rondstroom.rooms.contracts.actions import set_supplier
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.queries import ties_of
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import actions, permissions, queries
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.states import Deviation, HoursKind, HoursState

QUARTER = timedelta(minutes=15)


def events(row: Hours) -> list[str]:
    """Give what the journal says about hours."""
    return [line.event for line in journal.entries_about(f"hours:{row.pk}")]


def test_a_worker_says_it_was_as_planned(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one)
    assert row.state == HoursState.REGISTERED
    assert (row.lender_id, row.borrower_id) == (cast.de_linde.pk, cast.de_linde.pk)
    version = queries.current_version(row)
    assert queries.said_in(version) == queries.planned(one)
    assert version.minutes == 480
    assert row.answer_due_at == NOW + timedelta(days=5)
    assert events(row) == ["settlement.hours.registered"]
    one.refresh_from_db()
    assert one.state == AssignmentState.WORKED


def test_who_works_elsewhere_is_lent_by_the_employer(cast: Cast) -> None:
    row = make_hours(make_worked(cast.joke, cast.vlinder))
    assert (row.lender_id, row.borrower_id) == (cast.rijnzicht.pk, cast.de_linde.pk)
    assert row.form == "reserve"


def test_worked_hours_can_no_longer_be_cancelled(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    make_hours(one)
    with pytest.raises(rosters.UnableToCancel):
        rosters.cancel(assignment=one, by=cast.pia, at=NOW)


def test_only_confirmed_assignments_become_worked(cast: Cast) -> None:
    done = make_worked(cast.niels, cast.vlinder)
    off = make_worked(cast.sanne, cast.vlinder, function="Helpende")
    Assignment.objects.filter(pk=off.pk).update(state=AssignmentState.CANCELLED)
    asked = {"assignment_ids": [done.pk, off.pk]}
    assert rosters.mark_worked(**asked, **signed()) == 1
    assert rosters.mark_worked(**asked, **signed()) == 0


def test_saying_the_same_twice_changes_nothing(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    first, second = make_hours(one), make_hours(one)
    assert first.pk == second.pk
    assert HoursVersion.objects.count() == 1
    assert events(first) == ["settlement.hours.registered"]


def test_other_times_need_a_reason_from_the_list(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    longer = replace(queries.planned(one), ends_at=one.ends_at + QUARTER)
    with pytest.raises(actions.UnableToRegister) as refused:
        make_hours(one, longer)
    assert refused.value.code == "reason"
    row = make_hours(one, replace(longer, deviation=Deviation.CARE))
    assert queries.current_version(row).minutes == 495


def test_a_reason_without_a_difference_is_refused(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    with pytest.raises(actions.UnableToRegister, match="geen reden"):
        make_hours(one, replace(queries.planned(one), deviation=Deviation.CARE))
    absent = replace(queries.planned(one), kind=HoursKind.ABSENT, deviation=Deviation.CARE)
    with pytest.raises(actions.UnableToRegister, match="geen reden"):
        make_hours(one, absent)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends_at": -timedelta(hours=9)}, "einde ligt niet na het begin"),
        ({"starts_at": -timedelta(hours=5)}, "ver buiten"),
        ({"ends_at": timedelta(hours=5)}, "ver buiten"),
    ],
)
def test_times_that_cannot_be_are_refused(
    cast: Cast, change: dict[str, timedelta], words: str
) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    plan = queries.planned(one)
    moved = {name: getattr(plan, name) + by for name, by in change.items()}
    with pytest.raises(actions.UnableToRegister, match=words):
        make_hours(one, replace(plan, deviation=Deviation.CARE, **moved))


@pytest.mark.parametrize("minutes", [510, -1])
def test_a_break_as_long_as_the_shift_is_refused(cast: Cast, minutes: int) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    said = replace(queries.planned(one), break_minutes=minutes, deviation=Deviation.NO_BREAK)
    with pytest.raises(actions.UnableToRegister, match="pauze"):
        make_hours(one, said)


def test_a_shift_that_is_not_over_cannot_be_told(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder, day=MONDAY)
    with pytest.raises(actions.UnableToRegister, match="nog niet voorbij"):
        make_hours(one)


@pytest.mark.parametrize(
    ("state", "words"),
    [(AssignmentState.CANCELLED, "geannuleerd"), (AssignmentState.PLANNED, "concept")],
)
def test_a_shift_nobody_was_on_has_no_hours(cast: Cast, state: str, words: str) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    one.state = state
    one.save()
    with pytest.raises(actions.UnableToRegister, match=words):
        make_hours(one)


def test_only_the_planner_says_that_a_shift_was_called_off(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    off = replace(queries.planned(one), kind=HoursKind.CALLED_OFF)
    with pytest.raises(actions.UnableToRegister, match="roosteraar"):
        make_hours(one, off)
    row = make_hours(one, off, by=cast.pia)
    assert queries.current_version(row).kind == HoursKind.CALLED_OFF
    one.refresh_from_db()
    assert one.state == AssignmentState.CONFIRMED


@pytest.mark.parametrize("who", ["bas", "coen", "petra", "otto"])
def test_nobody_else_tells_the_hours(cast: Cast, who: str) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    assert not permissions.may_register(getattr(cast, who), one)
    with pytest.raises(actions.UnableToRegister, match="niet van jou"):
        make_hours(one, by=getattr(cast, who))
    row = make_hours(one)
    assert not permissions.may_correct(getattr(cast, who), row)
    with pytest.raises(actions.UnableToRegister, match="niet van jou"):
        make_hours(one, by=getattr(cast, who))


def test_the_same_hours_at_two_places_are_refused_without_saying_where(cast: Cast) -> None:
    make_hours(make_worked(cast.fatima, cast.wijkteam, function="VP6", rest_hours=0))
    here = make_worked(cast.fatima, cast.vlinder, start="15:30", end="22:00", function="VP4")
    early = replace(
        queries.planned(here), starts_at=here.starts_at - QUARTER, deviation=Deviation.HANDOVER
    )
    with pytest.raises(actions.UnableToRegister) as refused:
        make_hours(here, early)
    assert refused.value.code == "overlap"
    assert "Molenpoort" not in str(refused.value)


def test_a_correction_is_a_new_version_and_needs_a_new_yes(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_approved(one, cast.pia)
    assert row.state == HoursState.APPROVED
    longer = replace(
        queries.planned(one), ends_at=one.ends_at + QUARTER, deviation=Deviation.HANDOVER
    )
    row = actions.register_hours(assignment=one, said=longer, by=cast.pia, at=NOW, seen=1)
    assert (row.version, row.state, row.approved_at) == (2, HoursState.REGISTERED, None)
    assert [version.number for version in queries.versions_of(row.pk)] == [2, 1]
    assert events(row)[-1] == "settlement.hours.corrected"


def test_who_looked_at_an_older_version_is_told_so(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    make_hours(one)
    longer = replace(queries.planned(one), ends_at=one.ends_at + QUARTER, deviation=Deviation.CARE)
    with pytest.raises(actions.UnableToRegister) as refused:
        make_hours(one, longer)
    assert refused.value.code == "changed"


def test_without_an_employer_hours_are_nobodys(cast: Cast) -> None:
    stray = make_worker("Zonder", organisation=cast.de_linde)
    stray.engagements.update(ends_on=LAST_WEEK)
    one = make_worked(stray, cast.vlinder)
    assert queries.ties_for([one]) == {}
    with pytest.raises(actions.UnableToRegister, match="geen werkgever"):
        make_hours(one)


def test_what_is_over_stays_on_the_list_until_it_is_told(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    make_worked(cast.niels, cast.vlinder, day=MONDAY)
    assert queries.to_register(cast.niels.pk, NOW) == [one]
    assert list(queries.never_registered([cast.de_linde.pk], NOW)) == [one]
    assert not queries.never_registered([cast.molenpoort.pk], NOW)
    row = make_hours(one)
    assert queries.to_register(cast.niels.pk, NOW) == []
    assert not queries.never_registered([cast.de_linde.pk], NOW)
    assert list(queries.hours_of_worker(cast.niels.pk)) == [row]
    assert queries.hours_of_assignment(one.pk) == queries.hours(row.pk) == row
    assert [v.hours_id for v in queries.worked_around(cast.niels.pk, one.starts_at, one.ends_at)]


def test_the_database_keeps_one_of_each(cast: Cast) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    version = queries.current_version(row)
    version.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Hours.objects.filter(pk=row.pk).update(state=HoursState.APPROVED)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_taps_at_once_are_one_registration() -> None:
    signed()
    worker = make_worker("Aylin")
    one = raw_assignment(worker, make_shift(day=LAST_WEEK))
    one = Assignment.objects.select_related("worker__account", "shift__organisation").get(pk=one.pk)
    raced = race([lambda: make_hours(one)] * 8)
    assert len({row.pk for row in raced.answers}) == 1
    assert HoursVersion.objects.count() == 1


def test_hours_keep_from_whom_somebody_was_hired(cast: Cast) -> None:
    supplier = make_supplier(cast.de_linde)
    worker = make_worker("Hanna", organisation=cast.de_linde, form=EngagementForm.AGENCY)
    (engagement,) = ties_of([worker.pk])[worker.pk]
    set_supplier(engagement=engagement, supplier=supplier, **signed())
    row = make_hours(make_worked(worker, cast.vlinder), by=cast.pia)
    assert (row.form, row.supplier) == (EngagementForm.AGENCY, supplier.name)
    assert row.lender_id == row.borrower_id == cast.de_linde.pk


def test_own_people_come_from_no_supplier(cast: Cast) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    assert row.supplier == ""
