"""Telling the hours on a phone: two taps, otherwise a short form; own shifts only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.moments import MONDAY, NOW
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from flexpool.periods import local
from people import Cast
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.states import Deviation, HoursKind, HoursState
from rondstroom.web.components.hours.form import nearest

ADDRESSES = {"shift_hours": "/", "as_planned": "/as-planned/", "hours_say": "/say/"}


def night(cast: Cast) -> Any:
    return make_worked(cast.niels, cast.vlinder, start="23:00", end="07:15")


def told(**changes: Any) -> dict[str, Any]:
    """Give the form as it stands for the night, with something changed."""
    form = {
        "kind": "worked",
        "starts": "23:00",
        "ends": "07:15",
        "break_minutes": "30",
        "deviation": "",
        "seen": "0",
    }
    return form | changes


def test_two_taps(cast: Cast, sign_in: Any) -> None:
    one, client = night(cast), sign_in(cast.niels.account)
    page = client.get("/worker/hours/").content.decode()
    assert "Zo was het" in page
    assert "23:00 – di 07:15" in page
    answer = client.post(reverse("worker:as_planned", args=[one.pk]), follow=True)
    assert "zijn doorgegeven" in answer.content.decode()
    assert queries.said_in(HoursVersion.objects.get()) == queries.planned(one)
    client.post(reverse("worker:as_planned", args=[one.pk]))
    assert HoursVersion.objects.count() == 1
    page = client.get("/worker/hours/").content.decode()
    assert "Zo was het" not in page
    assert "Je hebt alle uren doorgegeven" in page
    assert "ingediend" in page


def test_nobody_with_nothing_reads_what_comes(cast: Cast, sign_in: Any) -> None:
    assert "Nog geen uren" in sign_in(cast.ruud.account).get("/worker/hours/").content.decode()


def test_it_was_longer_because_of_the_care(cast: Cast, sign_in: Any) -> None:
    one, client = night(cast), sign_in(cast.niels.account)
    address = reverse("worker:shift_hours", args=[one.pk])
    assert 'value="07:15"' in client.get(address).content.decode()
    answer = client.post(address, told(ends="07:45"))
    assert answer.status_code == 422
    assert "Kies waarom" in answer.content.decode()
    assert client.post(address, told(ends="07:45", deviation="care")).status_code == 302
    assert HoursVersion.objects.get().ends_at == one.ends_at + timedelta(minutes=30)


def test_who_did_not_work_says_no_more_than_that(cast: Cast, sign_in: Any) -> None:
    one, client = night(cast), sign_in(cast.niels.account)
    client.post(reverse("worker:shift_hours", args=[one.pk]), told(kind="absent", deviation="care"))
    version = HoursVersion.objects.get()
    assert (version.kind, version.minutes, version.deviation) == (HoursKind.ABSENT, 0, "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": "25:00"},
        {"break_minutes": "-5"},
        {"break_minutes": "veel"},
        {"kind": "called_off"},
        {"deviation": "ziek"},
        {"seen": ""},
    ],
)
def test_bad_input_is_told_and_nothing_is_kept(
    cast: Cast, sign_in: Any, wrong: dict[str, str]
) -> None:
    one, client = night(cast), sign_in(cast.niels.account)
    answer = client.post(reverse("worker:shift_hours", args=[one.pk]), told(**wrong))
    assert answer.status_code == 422
    assert not Hours.objects.exists()


def test_a_correction_after_agreement_says_so(cast: Cast, sign_in: Any) -> None:
    one = night(cast)
    row = make_approved(one, cast.pia)
    client = sign_in(cast.niels.account)
    address = reverse("worker:shift_hours", args=[one.pk])
    page = client.get(address).content.decode()
    assert "al akkoord" in page
    assert "akkoord van Pia" in page
    client.post(address, told(ends="07:00", deviation="done_earlier", seen="1"))
    row.refresh_from_db()
    assert (row.version, row.state) == (2, HoursState.REGISTERED)
    stale = client.post(address, told(ends="06:00", deviation="done_earlier", seen="1"))
    assert "net al opgegeven" in stale.content.decode()


def test_the_worker_answers_in_the_discussion(cast: Cast, sign_in: Any) -> None:
    one, client = night(cast), sign_in(cast.niels.account)
    say = reverse("worker:hours_say", args=[one.pk])
    assert "Geef eerst je uren door" in client.post(say, follow=True).content.decode()
    row = make_hours(one)
    actions.dispute_hours(hours=row, text="Pauze gehad?", by=cast.pia, at=NOW)
    page = client.post(say, {"text": "Nee, te druk."}, follow=True).content.decode()
    assert "Pauze gehad?" in page
    assert "Nee, te druk." in page
    assert "Schrijf op" in client.post(say, {"text": " "}, follow=True).content.decode()


@pytest.mark.parametrize("name", ADDRESSES)
def test_hours_of_others_do_not_exist(cast: Cast, sign_in: Any, name: str) -> None:
    one = night(cast)
    client = sign_in(cast.sanne.account)
    address = reverse(f"worker:{name}", args=[one.pk])
    assert address == f"/worker/hours/{one.pk}{ADDRESSES[name]}"
    assert client.post(address, told()).status_code == 404
    assert not Hours.objects.exists()


@pytest.mark.parametrize("who", ["pia", "petra", "coen", "otto"])
def test_who_is_no_worker_reads_why_not(cast: Cast, sign_in: Any, who: str) -> None:
    answer = sign_in(getattr(cast, who)).get("/worker/hours/")
    assert answer.status_code == 403


def test_a_stranger_goes_to_the_door(cast: Cast, stranger: Client) -> None:
    one = night(cast)
    for path in ("/worker/hours/", reverse("worker:shift_hours", args=[one.pk])):
        assert "/accounts/login/" in stranger.get(path).headers["Location"]


def test_the_list_asks_few_things_of_the_database(
    cast: Cast, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        day = LAST_WEEK + timedelta(days=number)
        make_hours(make_worked(cast.niels, cast.vlinder, day=day, start="23:00", end="07:00"))
    make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=4))
    client = sign_in(cast.niels.account)
    with django_assert_max_num_queries(8):
        client.get("/worker/hours/")


@pytest.mark.parametrize(
    ("wall_clock", "planned", "found"),
    [
        (time(7, 30), local(2026, 11, 24, 7, 15), local(2026, 11, 24, 7, 30)),
        (time(23, 45), local(2026, 11, 24, 0, 15), local(2026, 11, 23, 23, 45)),
        (time(0, 10), local(2026, 11, 23, 23, 50), local(2026, 11, 24, 0, 10)),
        # The clock shows 02:30 twice; the planned one of the two is kept.
        (time(2, 30), local(2026, 10, 25, 2, 30, fold=1), local(2026, 10, 25, 2, 30, fold=1)),
    ],
)
def test_the_time_on_the_wall_is_the_nearest(
    wall_clock: time, planned: datetime, found: datetime
) -> None:
    assert nearest(wall_clock, planned) == found


def test_a_shift_to_come_is_not_asked_for(cast: Cast, sign_in: Any) -> None:
    one = make_worked(cast.niels, cast.vlinder, day=MONDAY)
    client = sign_in(cast.niels.account)
    assert "Zo was het" not in client.get("/worker/hours/").content.decode()
    said = client.post(reverse("worker:as_planned", args=[one.pk]), follow=True)
    assert "nog niet voorbij" in said.content.decode()


def test_said_of_a_form_is_what_stands_there(cast: Cast) -> None:
    one = night(cast)
    longer = replace(
        queries.planned(one), ends_at=one.ends_at + timedelta(hours=1), deviation=Deviation.CARE
    )
    row = make_hours(one, longer)
    assert queries.said_in(queries.current_version(row)) == longer


@pytest.mark.parametrize(("form", "reads"), [("on_call", "krijgt deze uren"), ("", "ging niet")])
def test_a_shift_called_off_has_nothing_to_fill_in(
    cast: Cast, sign_in: Any, form: str, reads: str
) -> None:
    if form:
        cast.niels.engagements.update(form=form)
    one = make_worked(cast.niels, cast.vlinder, day=MONDAY)
    rosters.cancel(assignment=one, by=cast.pia, at=NOW)
    client = sign_in(cast.niels.account)
    page = client.get(reverse("worker:shift_hours", args=[one.pk])).content.decode()
    assert reads in page
    assert 'name="starts"' not in page
    assert ("te laat afgezegd" in client.get("/worker/hours/").content.decode()) is bool(form)
