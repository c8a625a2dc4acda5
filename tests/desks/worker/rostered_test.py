"""The own roster, and the calendar: right time zone, own secret, nothing of others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.integrations.calendars import Entry, calendar_of
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import CalendarKey
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def night(cast: Cast) -> Assignment:
    """Give Niels a night on Wednesday."""
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2), remarks="Sleutel links")
    return rosters.assign(worker=cast.niels, shift=shift, **signed())


def test_the_roster_shows_what_comes(cast: Cast, sign_in: Any, night: Assignment) -> None:
    page = text_of(sign_in(cast.niels.account).get("/worker/roster/"))
    assert "wo 25 nov, 23:00 – do 07:15" in page
    assert "bevestigd" in page
    assert page.count("month-item") == 1
    assert 'href="#month"' not in page


def test_a_long_list_has_a_way_to_the_month(cast: Cast, sign_in: Any, night: Assignment) -> None:
    """On a phone the month stands below the list: nobody has to scroll past ten shifts."""
    for days in (9, 16):
        shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=days))
        rosters.assign(worker=cast.niels, shift=shift, **signed())
    page = text_of(sign_in(cast.niels.account).get("/worker/roster/"))
    assert 'href="#month"' in page
    assert 'id="month"' in page


def test_a_concept_of_the_planner_is_not_shown(cast: Cast, sign_in: Any) -> None:
    shift = make_night_shift(cast.vlinder)
    concept = raw_assignment(cast.niels, shift, state=AssignmentState.PLANNED)
    client = sign_in(cast.niels.account)
    assert "Je staat nog nergens op" in text_of(client.get("/worker/roster/"))
    assert client.get(f"/worker/assignments/{concept.pk}/cancel/").status_code == 404
    assert client.get(f"/worker/assignments/{concept.pk}/shift.ics").status_code == 404


def test_another_month_and_a_month_that_is_none(
    cast: Cast, sign_in: Any, night: Assignment
) -> None:
    client = sign_in(cast.niels.account)
    assert "december 2026" in text_of(client.get("/worker/roster/?month=2026-12"))
    for bad in ("2026-13", "x", ""):
        assert "november 2026" in text_of(client.get(f"/worker/roster/?month={bad}"))


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_edges_of_time_are_survived(cast: Cast, sign_in: Any, month: str) -> None:
    assert sign_in(cast.niels.account).get(f"/worker/roster/?month={month}").status_code == 200


def test_the_link_is_shown_once_and_gives_the_calendar(
    cast: Cast, sign_in: Any, stranger: Client, night: Assignment
) -> None:
    client = sign_in(cast.niels.account)
    made = client.post("/worker/calendar/", {"do": "make"}, follow=True)
    address = made.context["address"]
    assert address not in text_of(client.get("/worker/calendar/"))
    answer = stranger.get(address)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "no-cache" in answer.headers["Cache-Control"]
    calendar = Calendar.from_ical(answer.content)
    [event] = calendar.walk("VEVENT")
    assert event["summary"] == "functie VIG, De Linde"
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event["dtstart"].dt == night.starts_at
    assert event["dtend"].dt == night.ends_at
    assert "Sleutel links" in event["description"]
    assert str(event["url"]).endswith(f"/worker/shifts/{night.shift_id}/")


def test_a_cancelled_shift_leaves_the_calendar(
    cast: Cast, stranger: Client, night: Assignment
) -> None:
    key = people.make_calendar_key(worker=cast.niels, **signed())
    rosters.cancel(assignment=night, **signed(), reason="")
    assert b"VEVENT" not in stranger.get(f"/worker/calendar/{key}.ics").content


def test_a_new_link_ends_the_old_one_and_stopping_ends_both(
    cast: Cast, sign_in: Any, stranger: Client
) -> None:
    old = people.make_calendar_key(worker=cast.niels, **signed())
    new = people.make_calendar_key(worker=cast.niels, **signed())
    assert stranger.get(f"/worker/calendar/{old}.ics").status_code == 404
    assert stranger.get(f"/worker/calendar/{new}.ics").status_code == 200
    client = sign_in(cast.niels.account)
    for _click in range(2):
        client.post("/worker/calendar/", {"do": "withdraw"})
    assert stranger.get(f"/worker/calendar/{new}.ics").status_code == 404


def test_the_secret_itself_is_not_kept(cast: Cast) -> None:
    key = people.make_calendar_key(worker=cast.niels, **signed())
    assert CalendarKey.objects.get().digest != key
    assert CalendarKey.digest_of(key) == CalendarKey.objects.get().digest


@pytest.mark.parametrize("key", ["x", "0", "a" * 500])
def test_a_guessed_secret_gives_nothing(db: None, stranger: Client, key: str) -> None:
    assert stranger.get(f"/worker/calendar/{key}.ics").status_code == 404


def test_one_shift_as_a_file(cast: Cast, sign_in: Any, night: Assignment) -> None:
    answer = sign_in(cast.niels.account).get(f"/worker/assignments/{night.pk}/shift.ics")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="dienst-2026-11-25.ics"'
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 1


def entry(**changes: Any) -> Entry:
    asked = period(MONDAY, "23:00", "07:15")
    values = {
        "key": "assignment-1",
        "starts_at": asked.starts_at,
        "ends_at": asked.ends_at,
        "title": "VIG, De Linde",
        "place": "De Linde",
        "notes": "",
        "link": "http://testserver/",
        "changed_at": NOW,
    }
    return Entry(**{**values, **changes})


def test_the_time_zone_is_spelled_out_by_rule() -> None:
    text = calendar_of("Mijn diensten", [entry()]).decode()
    assert "BEGIN:VTIMEZONE" in text
    assert "TZID:Europe/Amsterdam" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in text
    assert "DTSTART;TZID=Europe/Amsterdam:20261123T230000" in text
    assert "DTEND;TZID=Europe/Amsterdam:20261124T071500" in text


def test_the_stamp_is_in_utc_and_right() -> None:
    assert "DTSTAMP:20261122T110000Z" in calendar_of("x", [entry()]).decode()


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        (datetime(2026, 10, 24, 20, tzinfo=UTC), "20261024T220000"),  # before the clock goes back
        (datetime(2026, 10, 25, 7, tzinfo=UTC), "20261025T080000"),  # after it
        (datetime(2027, 3, 28, 5, tzinfo=UTC), "20270328T070000"),  # after it goes forward
    ],
)
def test_both_clock_changes_are_right(moment: datetime, local: str) -> None:
    text = calendar_of("x", [entry(starts_at=moment, ends_at=moment + timedelta(hours=8))]).decode()
    assert f"DTSTART;TZID=Europe/Amsterdam:{local}" in text


def test_the_rules_of_the_zone_give_the_same_moments_as_the_zone_itself() -> None:
    moment = datetime(2026, 7, 1, 6, tzinfo=UTC)
    calendar = Calendar.from_ical(calendar_of("x", [entry(starts_at=moment)]))
    [zone] = calendar.walk("VTIMEZONE")
    spelled = zone.to_tz()
    for month in range(1, 13):
        naive = datetime(2026, month, 15, 12)  # noqa: DTZ001  (the wall clock, to be placed)
        from_rules = naive.replace(tzinfo=spelled).utcoffset()
        assert from_rules == timedelta(hours=2 if 4 <= month <= 10 else 1)


def test_odd_characters_stay_what_they_are() -> None:
    odd = "Zuid, \\ links; Ünïcode\nregel 2"
    [event] = Calendar.from_ical(calendar_of("x", [entry(notes=odd)])).walk("VEVENT")
    assert str(event["description"]) == odd
