"""What workers elsewhere complain of, each with a test named after it.

The numbers are those of the list of complaints that the project keeps. What planners complain of
stands in the planner's test_complaints.py; 13 (a reminder) in test_news.py, 20 in test_races.py.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.rosters import actions as rosters

AVAILABILITY = "/worker/availability/"


def text_of(answer: Any) -> str:
    """Give the words of a page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def names(shift: Any) -> list[str]:
    """Give who may work a shift."""
    return [one.name for one in matching.candidates(shift, NOW).eligible]


def test_05_four_weeks_of_availability_are_said_with_one_form(cast: Cast, sign_in: Any) -> None:
    """Entering availability was laborious: a pattern is one form, and a copy is another."""
    client = sign_in(cast.fatima.account)
    asked = {"do": "pattern", "weekday": ["1", "3"], "part": ["evening"], "wish": "available"}
    answer = client.post(f"{AVAILABILITY}?from=2026-11-23", asked, follow=True)
    assert "Bewaard: 8 dagdelen." in text_of(answer)


def test_05_what_is_said_counts_for_the_planner_at_once(cast: Cast, sign_in: Any) -> None:
    """It was rarely real time: here the next question knows it."""
    tess = make_worker("Tess", team=cast.vlinder)
    shift = make_shift(cast.vlinder)
    assert "Tess" in names(shift)
    form = {f"{MONDAY.isoformat()}-day": "unavailable", "do": "save"}
    sign_in(tess.account).post(AVAILABILITY, form)
    assert "Tess" not in names(shift)


@pytest.mark.parametrize("how", ["cancelled", "withdrawn", "filled"])
def test_05_nobody_chases_a_shift_that_is_not_there(how: str, cast: Cast, sign_in: Any) -> None:
    tess = make_worker("Tess", team=cast.vlinder)
    client = sign_in(tess.account)
    shift = make_night_shift(cast.vlinder)
    assert "23:00" in text_of(client.get("/worker/"))
    if how == "cancelled":
        demand.cancel_shift(shift=shift, reason="bewoner verhuisd", **signed())
    elif how == "withdrawn":
        demand.withdraw_shift(shift=shift, **signed())
    else:
        rosters.assign(worker=cast.niels, shift=shift, **signed())
    assert "23:00" not in text_of(client.get("/worker/"))
    late = client.post(f"/worker/shifts/{shift.pk}/sign-up/", follow=True)
    told = "Deze dienst is vol." if how == "filled" else "Deze dienst is er niet meer"
    assert late.status_code == (409 if how == "filled" else 404)
    assert told in text_of(late)
    assert not matching.requests_of(tess.pk)


def test_05_two_empty_months_drop_nobody(cast: Cast, sign_in: Any) -> None:
    """Who worked last in August is asked as before, and sees what is open."""
    tess = make_worker("Tess", team=cast.vlinder)
    long_ago = make_shift(cast.vlinder, day=MONDAY - timedelta(days=90))
    rosters.assign(worker=tess, shift=long_ago, override_reason="toen", **signed())
    shift = make_shift(cast.vlinder)
    assert "Tess" in names(shift)
    assert "PG Vlinder" in text_of(sign_in(tess.account).get("/worker/"))


def test_11_the_list_holds_only_what_i_may_do(cast: Cast, sign_in: Any) -> None:
    """A list, not a grid; what I may not do is counted, and stands on a page of its own."""
    make_night_shift(cast.vlinder)  # Niels works nights only
    make_shift(cast.vlinder, start="07:15")  # by day: not for him
    make_shift(cast.intensive_care, start="07:45", function="IC-vpk")  # nor this
    client = sign_in(cast.niels.account)
    page = client.get("/worker/")
    assert "<table" not in page.content.decode()
    assert "23:00" in text_of(page)
    assert "07:15 –" not in text_of(page)
    assert "07:45 –" not in text_of(page)
    others = text_of(client.get("/worker/others/"))
    assert "07:15 –" in others


def test_11_every_shift_of_the_list_can_be_signed_up_for(cast: Cast, sign_in: Any) -> None:
    """What is shown is what may be done: no button of the list is refused."""
    for day in range(3):
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3 * day))
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=3 * day), function="VP6")
    client = sign_in(cast.niels.account)
    shown = sorted(
        set(re.findall(r"/worker/shifts/(\d+)/", client.get("/worker/").content.decode()))
    )
    assert len(shown) == 3
    for shift_id in shown:
        client.post(f"/worker/shifts/{shift_id}/sign-up/")
    asked = {str(one.shift_id) for one in matching.requests_of(cast.niels.pk)}
    assert asked == set(shown)


def test_13_the_feed_is_not_the_only_way_to_be_reminded(cast: Cast, sign_in: Any) -> None:
    """A reminder comes by itself; the worker chooses how, on one page."""
    page = text_of(sign_in(cast.niels.account).get("/messages/preferences/"))
    assert "herinnering" in page.lower()
    assert "mail" in page.lower()


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        (MONDAY, "23:00 +0100", "07:15 +0100"),
        (MONDAY.replace(2026, 10, 24), "23:00 +0200", "07:15 +0100"),
        (MONDAY.replace(2027, 3, 27), "23:00 +0100", "07:15 +0200"),
    ],
    ids=["winter", "clock goes back", "clock goes forward"],
)
def test_14_the_calendar_shows_the_time_on_the_wall(
    day: Any, starts: str, ends: str, cast: Cast, stranger: Client, sign_in: Any
) -> None:
    """iCal showed wrong times where no time zone was given: ours spells the zone out."""
    shift = make_night_shift(cast.vlinder, day=day)
    row = rosters.assign(worker=cast.niels, shift=shift, override_reason="nood", **signed())
    key = people.make_calendar_key(worker=cast.niels, **signed())
    one = sign_in(cast.niels.account).get(f"/worker/assignments/{row.pk}/shift.ics")
    texts = [one.content]
    if day == MONDAY:
        texts.append(stranger.get(f"/worker/calendar/{key}.ics").content)
    for text in texts:
        calendar = Calendar.from_ical(text)
        [zone] = calendar.walk("VTIMEZONE")
        [event] = calendar.walk("VEVENT")
        spelled = zone.to_tz()
        shown = [event[name].dt.astimezone(spelled) for name in ("dtstart", "dtend")]
        assert [f"{moment:%H:%M %z}" for moment in shown] == [starts, ends]
