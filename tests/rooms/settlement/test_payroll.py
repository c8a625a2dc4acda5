"""What payroll takes in: the parts of agreed shifts of one's own people, and nothing of absence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import make_planner
from factories.moments import NOW
from factories.people import make_engagement, make_worker
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_lending, make_worked
from people import Cast
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.states import HoursKind, PayPart

AFTER = LAST_WEEK + timedelta(days=7)


def told(house: Any) -> list[tuple[str, int | None, Fraction | None]]:
    return [
        (str(one.part), one.minutes, one.share)
        for one in queries.paid_parts(house, LAST_WEEK, AFTER)
    ]


def test_a_night_is_worked_and_has_its_allowances(cast: Cast) -> None:
    make_approved(
        make_worked(cast.niels, cast.vlinder, start="23:00", end="07:15"),
        cast.pia,
    )
    (whole, *irregular) = told(cast.de_linde)
    assert whole == (PayPart.WORKED, 465, None)
    assert {part for part, _minutes, _share in irregular} == {PayPart.IRREGULAR}
    assert sum(minutes or 0 for _part, minutes, _share in irregular) <= 465
    assert all(share for _part, _minutes, share in irregular)
    (one, *_rest) = queries.paid_parts(cast.de_linde, LAST_WEEK, AFTER)
    assert one.personnel_number == cast.niels.engagements.get().personnel_number


def test_an_allowance_without_a_source_is_not_guessed(cast: Cast) -> None:
    cast.de_linde.branch = Branch.GP
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    assert told(cast.de_linde) == [
        (PayPart.WORKED, 480, None),
        (PayPart.IRREGULAR, None, None),
    ]


def test_a_short_call_is_topped_up(cast: Cast) -> None:
    worker = make_worker("Kees", team=cast.vlinder, form=EngagementForm.ON_CALL)
    row = make_worked(worker, cast.vlinder, start="09:00", end="11:00", break_minutes=0)
    make_approved(row, cast.pia)
    assert told(cast.de_linde)[:2] == [
        (PayPart.WORKED, 120, None),
        (PayPart.TOPPED_UP, 60, None),
    ]


@pytest.mark.parametrize(
    ("kind", "parts"), [(HoursKind.ABSENT, []), (HoursKind.CALLED_OFF, [PayPart.CALLED_OFF])]
)
def test_who_did_not_come_is_not_there(cast: Cast, kind: HoursKind, parts: list[PayPart]) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one, replace(queries.planned(one), kind=kind), by=cast.pia)
    actions.approve_hours(hours=row, version=1, by=cast.pia, at=NOW)
    assert [part for part, _minutes, share in told(cast.de_linde) if share is None] == parts


def test_the_employer_gets_lent_work_and_the_borrower_does_not(cast: Cast) -> None:
    make_lending(cast.rijnzicht, cast.de_linde)
    make_approved(
        make_worked(cast.joke, cast.vlinder), cast.pia, make_planner(cast.rijnzicht, "Roos")
    )
    assert told(cast.de_linde) == []
    assert told(cast.rijnzicht)[0] == (PayPart.WORKED, 480, None)
    assert queries.paid_parts(cast.rijnzicht, AFTER, AFTER + timedelta(days=7)) == []
    assert [one.hours.worker_id for one in queries.agreed_versions(LAST_WEEK, AFTER)] == [
        cast.joke.pk
    ]


def test_agencies_pay_their_own_and_what_waits_is_counted(cast: Cast) -> None:
    hired = make_worker("Bo", organisation=cast.de_linde, form=EngagementForm.AGENCY)
    make_approved(make_worked(hired, cast.vlinder), cast.pia)
    make_hours(make_worked(cast.niels, cast.vlinder))
    assert told(cast.de_linde) == []
    assert queries.waits_for_payroll(cast.de_linde, LAST_WEEK, AFTER) == 1


def test_the_number_is_that_of_the_contract_of_the_day(cast: Cast) -> None:
    first = cast.niels.engagements.get()
    first.ends_on = LAST_WEEK + timedelta(days=1)
    first.save()
    since = {"starts_on": first.ends_on, "personnel_number": "second"}
    make_engagement(cast.niels, cast.de_linde, **since)
    for days in (0, 2):
        day = LAST_WEEK + timedelta(days=days)
        make_approved(make_worked(cast.niels, cast.vlinder, day=day), cast.pia)
    with CaptureQueriesContext(connection) as asked:
        rows = queries.paid_parts(cast.de_linde, LAST_WEEK, AFTER)
    numbers = [one.personnel_number for one in rows if one.part == PayPart.WORKED]
    assert numbers == [first.personnel_number, "second"]
    assert len(asked) == 2
