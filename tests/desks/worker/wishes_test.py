"""Availability, travel, places, language and work elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.moments import MONDAY, moment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.models import Availability, DeclaredWork
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.web.worker.wishes import weeks

ADDRESS = "/worker/availability/"
TUESDAY = MONDAY + timedelta(days=1)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def said(cast: Cast, days: int = 35) -> dict[Any, Wish]:
    return people.availability_of(cast.fatima.pk, MONDAY, MONDAY + timedelta(days=days))


def test_four_weeks_are_shown_and_kept(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    page = text_of(client.get(ADDRESS))
    assert page.count('class="fold week"') == 4
    answer = client.post(ADDRESS, {"2026-11-24-evening": "available", "do": "save"}, follow=True)
    assert "Bewaard: 1 dagdeel." in text_of(answer)
    assert said(cast) == {(TUESDAY, DayPart.EVENING): Wish.AVAILABLE}


def test_saving_the_same_again_writes_nothing(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    form = {"2026-11-24-evening": "available", "do": "save"}
    client.post(ADDRESS, form)
    lines = Entry.objects.count()
    assert "Er was niets veranderd" in text_of(client.post(ADDRESS, form, follow=True))
    assert Entry.objects.count() == lines


def test_a_word_can_be_taken_back(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    client.post(ADDRESS, {"2026-11-24-night": "unavailable"})
    client.post(ADDRESS, {"2026-11-24-night": ""})
    assert said(cast) == {}


def test_every_tuesday_evening(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    asked = {"do": "pattern", "weekday": ["1"], "part": ["evening"], "wish": "available"}
    client.post(f"{ADDRESS}?from=2026-11-23", asked)
    assert set(said(cast)) == {(TUESDAY + timedelta(weeks=n), DayPart.EVENING) for n in range(4)}


@pytest.mark.parametrize("missing", ["weekday", "part"])
def test_a_pattern_needs_a_day_and_a_part(cast: Cast, sign_in: Any, missing: str) -> None:
    asked = {"do": "pattern", "weekday": ["1"], "part": ["day"], "wish": "available"}
    del asked[missing]
    answer = sign_in(cast.fatima.account).post(ADDRESS, asked)
    assert answer.status_code == 422
    assert "Kies minstens één dag" in text_of(answer)


def test_a_week_is_copied_forward(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    address = f"{ADDRESS}?from=2026-11-23"
    client.post(address, {"2026-11-24-day": "available", "2026-12-02-day": "unavailable"})
    client.post(address, {"do": "copy"})
    assert said(cast) == {
        (TUESDAY + timedelta(weeks=n), DayPart.DAY): Wish.AVAILABLE for n in range(4)
    }


def test_copying_keeps_what_was_just_chosen(cast: Cast, sign_in: Any) -> None:
    form = {"do": "copy", "2026-11-24-day": "available", "2026-12-02-night": "unavailable"}
    sign_in(cast.fatima.account).post(f"{ADDRESS}?from=2026-11-23", form)
    assert said(cast) == {
        (TUESDAY + timedelta(weeks=n), DayPart.DAY): Wish.AVAILABLE for n in range(4)
    }


@pytest.mark.parametrize("word", ["ziek", "AVAILABLE", "<b>"])
def test_a_word_that_is_not_offered_is_refused(cast: Cast, sign_in: Any, word: str) -> None:
    answer = sign_in(cast.fatima.account).post(ADDRESS, {"2026-11-24-day": word})
    assert answer.status_code == 400
    assert said(cast) == {}


def test_the_past_cannot_be_changed(cast: Cast, sign_in: Any) -> None:
    sign_in(cast.fatima.account).post(ADDRESS, {"2026-11-21-day": "available"})
    assert not Availability.objects.filter(worker=cast.fatima).exists()


@pytest.mark.parametrize("first", ["gisteren", "1990-01-01", "9999-12-31", ""])
def test_odd_weeks_are_survived(cast: Cast, sign_in: Any, first: str) -> None:
    assert sign_in(cast.fatima.account).get(ADDRESS, {"from": first}).status_code == 200


def test_only_the_own_availability_is_changed(cast: Cast, sign_in: Any) -> None:
    sign_in(cast.sanne.account).post(ADDRESS, {"2026-11-29-night": "available"})
    assert said(cast) == {}


def test_nobody_asks_why(cast: Cast, sign_in: Any) -> None:
    page = text_of(sign_in(cast.fatima.account).get(ADDRESS)).lower()
    assert "<textarea" not in page
    assert 'name="reason"' not in page


def test_the_weeks_of_a_form_are_named_by_day_and_part() -> None:
    shown = weeks.laid_out(MONDAY, TUESDAY, {(TUESDAY, DayPart.DAY): Wish.RATHER_NOT})
    assert [week.number for week in shown] == [48, 49, 50, 51]
    assert shown[0].days[0].is_over
    assert shown[0].days_left == 6
    assert shown[0].said == 1
    assert shown[0].days[1].parts[0].field == "2026-11-24-day"


def test_how_far_one_travels_is_kept(cast: Cast, sign_in: Any) -> None:
    form = {
        "do": "travel",
        "home_pc4": "6821 AB",
        "travel_mode": "car",
        "max_travel_minutes": "30",
    }
    answer = sign_in(cast.fatima.account).post("/worker/settings/", form, follow=True)
    assert "Bewaard hoe ver je wilt reizen" in text_of(answer)
    cast.fatima.refresh_from_db()
    assert (cast.fatima.home_pc4, cast.fatima.travel_mode) == ("6821", "car")


@pytest.mark.parametrize(
    "wrong",
    [{"home_pc4": "ABCD"}, {"max_travel_minutes": "9999"}, {"travel_mode": "paard"}],
)
def test_travel_that_cannot_be_is_said_at_the_field(
    cast: Cast, sign_in: Any, wrong: dict[str, str]
) -> None:
    form = {
        "do": "travel",
        "home_pc4": "6821",
        "travel_mode": "car",
        "max_travel_minutes": "30",
    }
    answer = sign_in(cast.fatima.account).post("/worker/settings/", {**form, **wrong})
    assert answer.status_code == 422
    assert set(answer.context["travel"].errors) == set(wrong)


def test_where_one_wants_to_work_is_kept(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    page = text_of(client.get("/worker/settings/"))
    assert "Molenpoort" in page
    assert "Zonder Pool" not in page
    client.post("/worker/settings/", {"do": "places", "organisations": [cast.molenpoort.pk]})
    assert people.willing_organisation_ids(cast.niels.pk) == {cast.molenpoort.pk}
    client.post("/worker/settings/", {"do": "places"})
    assert people.willing_organisation_ids(cast.niels.pk) == set()


def test_an_organisation_outside_the_pool_cannot_be_chosen(cast: Cast, sign_in: Any) -> None:
    form = {"do": "places", "organisations": [cast.zonder_pool.pk]}
    answer = sign_in(cast.niels.account).post("/worker/settings/", form)
    assert answer.status_code == 422
    assert people.willing_organisation_ids(cast.niels.pk) == set()


def test_the_language_is_kept_and_spoken(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    answer = client.post("/worker/settings/", {"do": "language", "language": "en"}, follow=True)
    assert 'lang="en"' in text_of(answer)
    refused = client.post("/worker/settings/", {"do": "language", "language": "xx"}, follow=True)
    assert refused.status_code == 200


def work(**changes: str) -> dict[str, str]:
    form = {"on": "2026-11-24", "starts": "23:00", "ends": "07:00", "break_minutes": "30"}
    return {**form, **changes}


def test_work_elsewhere_over_midnight_is_kept_once_and_taken_back(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    for _click in range(2):
        page = text_of(client.post("/worker/elsewhere/", work(), follow=True))
        assert "di 24 nov, 23:00 – wo 07:00" in page
    told = DeclaredWork.objects.get()
    assert told.starts_at == moment(TUESDAY, "23:00")
    assert told.ends_at == moment(TUESDAY + timedelta(days=1), "07:00")
    client.post(f"/worker/elsewhere/{told.pk}/withdraw/")
    assert not DeclaredWork.objects.exists()
    assert client.post(f"/worker/elsewhere/{told.pk}/withdraw/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "x"}, "on"),
        ({"on": "2036-01-01"}, "on"),
        ({"starts": "25:00"}, "starts"),
        ({"break_minutes": "-1"}, "break_minutes"),
        ({"starts": "08:00", "ends": "08:30", "break_minutes": "60"}, "__all__"),
    ],
)
def test_work_that_cannot_be_is_refused_at_the_field(
    cast: Cast, sign_in: Any, changes: dict[str, str], field: str
) -> None:
    answer = sign_in(cast.fatima.account).post("/worker/elsewhere/", work(**changes))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not DeclaredWork.objects.exists()


def test_nobody_takes_back_the_work_of_others(cast: Cast, sign_in: Any) -> None:
    sign_in(cast.fatima.account).post("/worker/elsewhere/", work())
    told = DeclaredWork.objects.get()
    answer = sign_in(cast.niels.account).post(f"/worker/elsewhere/{told.pk}/withdraw/")
    assert answer.status_code == 404
    assert DeclaredWork.objects.exists()


def test_every_other_tuesday_evening(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    address = f"{ADDRESS}?from=2026-11-23"
    assert "om de week, vanaf ma 30 nov" in text_of(client.get(address))
    asked = {"do": "pattern", "weekday": ["1"], "part": ["evening"], "wish": "available"}
    client.post(address, {**asked, "every": "2026-11-30", "far": "13"})
    week = timedelta(weeks=1)
    expected = {(TUESDAY + n * week, DayPart.EVENING) for n in range(1, 13, 2)}
    assert set(said(cast, 200)) == expected
    wrong = client.post(address, {**asked, "every": "2026-12-07"})
    assert wrong.status_code == 400


def test_a_pattern_leaves_exceptions_alone_when_asked(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.fatima.account)
    client.post(f"{ADDRESS}?from=2026-11-23", {"2026-12-01-evening": "unavailable"})
    asked = {"do": "pattern", "weekday": ["1"], "part": ["evening"], "wish": "available"}
    client.post(f"{ADDRESS}?from=2026-11-23", {**asked, "keep": "1"})
    exception = (TUESDAY + timedelta(weeks=1), DayPart.EVENING)
    assert said(cast)[exception] == Wish.UNAVAILABLE
    assert len(said(cast)) == 4
    client.post(f"{ADDRESS}?from=2026-11-23", asked)
    assert said(cast)[exception] == Wish.AVAILABLE


def test_more_hours_are_asked_for_and_the_desk_sees_it(cast: Cast, sign_in: Any) -> None:
    client, desk = sign_in(cast.niels.account), sign_in(cast.pia)
    assert "Je contract is samen 24 u" in text_of(client.get("/worker/more-hours/"))
    assert "Niemand vraagt meer uren" in text_of(desk.get("/planner/more-hours/"))
    answer = client.post("/worker/more-hours/", {"hours": "32", "more": "structural"}, follow=True)
    assert "Bewaard hoeveel je wilt werken." in text_of(answer)
    page = text_of(desk.get("/planner/more-hours/"))
    assert "Niels" in page
    assert "32 u" in page
    assert "Niels" not in text_of(sign_in(cast.bas).get("/planner/more-hours/"))
    client.post("/worker/more-hours/", {"more": "month"})
    assert "Alleen deze maand" in text_of(desk.get("/planner/more-hours/"))
    assert "staat er tot di 1 dec" in text_of(client.get("/worker/more-hours/"))


@pytest.mark.parametrize("form", [{"hours": "60", "more": ""}, {"hours": "x", "more": "maybe"}])
def test_hours_that_cannot_be_are_said_at_the_field(
    form: dict[str, str], cast: Cast, sign_in: Any, stranger: Any
) -> None:
    assert sign_in(cast.niels.account).post("/worker/more-hours/", form).status_code == 422
    assert sign_in(cast.otto).get("/worker/more-hours/").status_code == 403
    assert stranger.get("/worker/more-hours/").status_code == 302
