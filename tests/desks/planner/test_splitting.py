"""Cutting and copying a shift at the planner's desk, and taking a change back."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.web.planner.shifts.splitting import moment_within

UNDO = reverse("planner:undo")


def split(browser: Client, shift: Shift, **form: str) -> str:
    """Cut a shift at eleven, and give what was said."""
    where = reverse("planner:shift_split", args=[shift.pk])
    return said(browser.post(where, {"cut": "11:00", "keep": "first"} | form))


def test_the_page_proposes_the_middle_and_names_who_is_on_it(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder, source_key="D17")
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    page = pia.get(reverse("planner:shift_split", args=[shift.pk]))
    assert 'value="11:00"' in page.content.decode()
    text = text_of(page)
    assert "Op deze dienst: Niels" in text
    assert "In je eigen systeem heet hij D17" in text


def test_nobody_is_asked_about_who_stays_where_nobody_is(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder, source_key="desk:0123456789abcdef")
    text = text_of(pia.get(reverse("planner:shift_split", args=[shift.pk])))
    assert "Wie erop staat" not in text
    assert "eigen systeem" not in text


def test_who_keeps_which_part_must_be_said_where_somebody_is(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    where = reverse("planner:shift_split", args=[shift.pk])
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    assert pia.post(where, {"cut": "11:00"}).status_code == 422
    assert Shift.objects.count() == 1
    assert "hoeft niet" not in text_of(pia.get(where))


def test_a_shift_is_cut_and_one_undo_makes_it_whole(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    told = split(pia, shift)
    assert told == "De dienst is in tweeën: ma 23 nov, 07:00 – 11:00 en ma 23 nov, 11:00 – 15:30."
    assert "Ongedaan gemaakt" in said(pia.post(UNDO))
    shift.refresh_from_db()
    assert shift.ends_at == moment(MONDAY, "15:30")
    assert Shift.objects.exclude(state="cancelled").count() == 1
    assert Assignment.objects.exclude(state="cancelled").get().ends_at == shift.ends_at


def test_undo_is_refused_once_somebody_is_on_the_other_part(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    split(pia, shift)
    other = Shift.objects.exclude(pk=shift.pk).get()
    rosters.assign(worker=cast.niels, shift=other, **signed())
    assert "Op het andere deel staat nu iemand" in said(pia.post(UNDO))
    assert Shift.objects.exclude(state="cancelled").count() == 2


@pytest.mark.parametrize("clock", ["06:00", "23:00", "", "elf uur", "07:00"])
def test_a_time_outside_the_shift_is_told_at_the_field(clock: str, pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    page = pia.post(reverse("planner:shift_split", args=[shift.pk]), {"cut": clock})
    assert page.status_code == 422
    assert "Kijk dit na Knip om:" in text_of(page)
    assert Shift.objects.count() == 1


def test_a_refusal_of_the_room_is_told(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    cast.niels.proofs.all().delete()
    form = {"cut": "11:00", "keep": "first"}
    page = pia.post(reverse("planner:shift_split", args=[shift.pk]), form)
    assert "Niels staat op deze dienst en kan zo niet" in text_of(page)


@pytest.mark.parametrize(
    ("day", "clock", "found"),
    [
        (MONDAY, "23:30", "23 23:30"),
        (MONDAY, "03:00", "24 03:00"),
        (MONDAY, "07:15", ""),
        (date(2027, 3, 27), "02:30", ""),  # the clock skips it
        (date(2026, 10, 24), "02:30", "25 02:30"),  # the first of two
    ],
)
def test_a_time_is_the_first_moment_within_the_shift(
    day: date, clock: str, found: str, cast: Cast
) -> None:
    night = make_night_shift(cast.vlinder, day=day)
    at = moment_within(night, time.fromisoformat(clock))
    assert (f"{at:%d %H:%M}" if at else "") == found


def test_a_copy_begins_with_what_the_shift_has(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder, places=3, remarks="Sleutel bij de receptie")
    page = pia.get(reverse("planner:shift", args=[shift.pk]))
    assert f"?copy={shift.pk}" in page.content.decode()
    form = pia.get(f"{reverse('planner:shift_new')}?copy={shift.pk}").context["form"]
    asked = {name: value for name, value in form.initial.items() if value is not None}
    asked |= {"starts": "07:00", "ends": "15:30", "day": (MONDAY + timedelta(days=1)).isoformat()}
    pia.post(f"{reverse('planner:shift_new')}?copy={shift.pk}", {**asked, "publish": "yes"})
    made = Shift.objects.exclude(pk=shift.pk).get()
    assert (made.places, made.remarks, made.function) == (3, shift.remarks, shift.function)
    assert made.starts_at == shift.starts_at + timedelta(days=1)


def test_nobody_copies_or_cuts_a_shift_of_another_organisation(bas: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    assert bas.get(f"{reverse('planner:shift_new')}?copy={shift.pk}").status_code == 404
    assert bas.post(reverse("planner:shift_split", args=[shift.pk])).status_code == 404
    assert (
        sign_in(cast.otto).get(reverse("planner:shift_split", args=[shift.pk])).status_code == 403
    )


def test_a_changed_shift_is_changed_back_by_undo(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder, skills=["insuline"], remarks="oud")
    where = reverse("planner:shift_edit", args=[shift.pk])
    asked = {name: value for name, value in pia.get(where).context["form"].initial.items() if value}
    asked |= {"starts": "08:00", "ends": "15:30", "function": "", "skills": [], "remarks": "nieuw"}
    pia.post(where, asked)
    shift.refresh_from_db()
    assert (shift.remarks, shift.function, shift.skills.count()) == ("nieuw", None, 0)
    assert shift.starts_at == moment(MONDAY, "08:00")
    assert "Ongedaan gemaakt" in said(pia.post(UNDO))
    shift.refresh_from_db()
    assert shift.starts_at == moment(MONDAY, "07:00")
    assert shift.remarks == "oud"
    assert shift.function is not None
    assert [one.code for one in shift.skills.all()] == ["insuline"]


def test_an_edit_that_changes_nothing_is_no_step_to_undo(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    where = reverse("planner:shift_edit", args=[shift.pk])
    asked = {name: value for name, value in pia.get(where).context["form"].initial.items() if value}
    pia.post(where, asked | {"starts": "07:00", "ends": "15:30"})
    assert said(pia.post(UNDO)) == "Er is niets om ongedaan te maken."
