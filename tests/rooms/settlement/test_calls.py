"""What a short call is topped up with: on-call contracts only, worked hours only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from factories.settlement import make_hours, make_worked
from people import Cast
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.models import Hours
from rondstroom.rooms.settlement.states import Deviation, HoursKind


@pytest.mark.parametrize(
    ("form", "minutes", "added"),
    [
        (EngagementForm.ON_CALL, 60, 120),
        (EngagementForm.ON_CALL, 180, 0),
        (EngagementForm.MIN_MAX, 90, 90),
        (EngagementForm.PERMANENT, 60, 0),
        (EngagementForm.RESERVE, 60, 0),
        (EngagementForm.AGENCY, 60, 0),
    ],
)
def test_a_short_call_is_paid_as_three_hours(
    cast: Cast, form: EngagementForm, minutes: int, added: int
) -> None:
    one = make_worked(cast.niels, cast.vlinder, break_minutes=0)
    short = replace(
        queries.planned(one),
        ends_at=one.starts_at + timedelta(minutes=minutes),
        deviation=Deviation.DONE_EARLIER,
    )
    row = make_hours(one, short)
    Hours.objects.filter(pk=row.pk).update(form=form)
    assert queries.topped_up_minutes(queries.current_version(row)) == added


def test_who_did_not_come_is_not_topped_up(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one, replace(queries.planned(one), kind=HoursKind.ABSENT))
    Hours.objects.filter(pk=row.pk).update(form=EngagementForm.ON_CALL)
    assert queries.topped_up_minutes(queries.current_version(row)) == 0
