"""Hours a year are agreed per engagement and year; days of absence are known without a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import MONDAY, SINCE
from factories.people import make_annual, make_engagement
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import AnnualAgreement
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db


def lines() -> list[dict[str, Any]]:
    rows = Entry.objects.filter(event="people.annual-hours.agreed").order_by("pk")
    return [one.data for one in rows]


def test_the_same_twice_is_once_and_a_correction_replaces(cast: Cast) -> None:
    tie = cast.niels.engagements.get()
    for plus in (40, 40, 30):
        make_annual(tie, plus=plus)
    assert AnnualAgreement.objects.get().plus_minutes == 1800
    assert [line["plus_minutes"] for line in lines()] == [2400, 1800]


def test_the_newest_up_to_the_year_holds(cast: Cast) -> None:
    tie = cast.niels.engagements.get()
    make_annual(tie, hours=1000, year=2026)
    make_annual(tie, hours=1200, year=2028)
    years = (date(2026, 5, 1), date(2027, 5, 1), date(2028, 5, 1))
    found = [queries.annual_engagements(day)[0][1].minutes / 60 for day in years]
    assert found == [1000, 1000, 1200]
    assert queries.annual_engagements(date(2025, 5, 1)) == []


def test_only_the_days_of_the_engagement_and_only_who_is_asked(cast: Cast) -> None:
    tie = make_engagement(
        cast.ruud, cast.de_linde, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1)
    )
    make_annual(tie)
    make_annual(cast.niels.engagements.get())
    both = queries.annual_engagements(MONDAY, organisation_ids=[cast.de_linde.pk])
    assert [one.worker.name for one, _hours in both] == ["Niels", "Ruud"]
    (_tie, hours), *none = queries.annual_engagements(MONDAY, worker_ids=[cast.ruud.pk])
    assert (hours.starts_on, hours.ends_on, none) == (tie.starts_on, tie.ends_on, [])
    assert queries.annual_engagements(MONDAY, organisation_ids=[cast.molenpoort.pk]) == []


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"minutes": 0}, "kan niet"),
        ({"minutes": 52 * 48 * 60 + 1}, "2496"),
        ({"plus_minutes": 60001}, "ruimte"),
        ({"minus_minutes": -1}, "ruimte"),
        ({"year": SINCE.year - 1}, "niet in dienst"),
    ],
)
def test_what_cannot_be(cast: Cast, told: dict[str, Any], says: str) -> None:
    usual = {"year": 2026, "minutes": 60000, "plus_minutes": 60, "minus_minutes": 60}
    with pytest.raises(actions.UnableToAgreeAnnualHours, match=says):
        actions.agree_annual_hours(
            engagement=cast.niels.engagements.get(), **usual | told, **signed()
        )
    assert lines() == []


@pytest.mark.parametrize(
    ("form", "may"),
    [
        (EngagementForm.ANNUAL, True),
        (EngagementForm.ON_CALL, False),
        (EngagementForm.AGENCY, False),
    ],
)
def test_which_contracts_may_have_them(cast: Cast, form: EngagementForm, may: bool) -> None:
    tie = make_engagement(cast.ruud, cast.de_linde, form=form)
    offered = queries.may_have_annual_hours(cast.de_linde.pk, MONDAY)
    assert (tie in offered) is may
    if may:
        assert make_annual(tie)
    else:
        with pytest.raises(actions.UnableToAgreeAnnualHours, match="zonder oproep"):
            make_annual(tie)


def test_days_of_absence_of_one_organisation(cast: Cast) -> None:
    days = {"starts_on": MONDAY - timedelta(days=2), "ends_on": MONDAY + timedelta(days=2)}
    actions.report_absence(worker=cast.fatima, organisation=cast.de_linde, **days, **signed())
    asked = ([cast.fatima.pk], [cast.de_linde.pk, cast.molenpoort.pk])
    found = queries.absent_days(*asked, MONDAY, MONDAY + timedelta(days=9))
    both = {MONDAY, MONDAY + timedelta(days=1)}
    assert found == {(cast.fatima.pk, cast.de_linde.pk): both}
    assert queries.absent_days([cast.fatima.pk], [cast.molenpoort.pk], MONDAY, MONDAY) == {}
