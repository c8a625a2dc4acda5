"""Agreeing to hours at the planner's desk: all at once, one by one, on behalf; own ones only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.identity import make_planner
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from people import Cast
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.models import Hours, HoursVersion
from rondstroom.rooms.settlement.states import Deviation, HoursKind, HoursState
from snapshot import once

BY_HOURS = {"shift_hours", "hours_approve", "hours_dispute", "hours_say"}
WRITES = {"hours_approve_many", "hours_approve", "hours_dispute", "hours_say"}
ALL = sorted({"hours", "hours_approve_many", "hours_new"} | BY_HOURS)


@pytest.fixture
@once
def things(cast: Cast) -> Mapping[str, int]:
    """Hours of Niels at De Linde, and a shift of Sanne without."""
    row = make_hours(make_worked(cast.niels, cast.vlinder, start="23:00", end="07:00"))
    silent = make_worked(cast.sanne, cast.vlinder, start="15:00", end="22:00", function="Helpende")
    return {"hours": row.pk, "assignment": silent.pk}


def address(name: str, things: Mapping[str, int]) -> str:
    if name in BY_HOURS:
        return reverse(f"planner:{name}", args=[things["hours"]])
    if name == "hours_new":
        return reverse("planner:hours_new", args=[things["assignment"]])
    return reverse(f"planner:{name}")


def ask(browser: Client, name: str, things: Mapping[str, int], **told: Any) -> Any:
    path = address(name, things)
    return browser.post(path, told) if name in WRITES else browser.get(path)


@pytest.mark.parametrize("name", ALL)
def test_a_stranger_goes_to_the_door(name: str, things: Mapping[str, int]) -> None:
    assert "/accounts/login/" in ask(Client(), name, things)["Location"]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("who", ["otto", "petra", "coen"])
def test_who_does_not_plan_reads_why_not(
    name: str, who: str, cast: Cast, things: Mapping[str, int]
) -> None:
    answer = ask(sign_in(getattr(cast, who)), name, things)
    assert answer.status_code == 403
    assert "Deze werkplek is voor wie roostert" in answer.content.decode()


@pytest.mark.parametrize("name", sorted(BY_HOURS | {"hours_new"}))
def test_the_planner_of_another_organisation_finds_nothing(
    name: str, bas: Client, things: Mapping[str, int]
) -> None:
    assert ask(bas, name, things, version="1").status_code == 404


def test_hours_of_others_cannot_be_ticked(bas: Client, things: Mapping[str, int]) -> None:
    answer = bas.post(reverse("planner:hours_approve_many"), {"seen": f"{things['hours']}:1"})
    assert answer.status_code == 404
    assert Hours.objects.get(pk=things["hours"]).state == HoursState.REGISTERED


def test_another_organisation_does_not_exist(bas: Client, cast: Cast) -> None:
    found = bas.get(reverse("planner:hours"), {"organisation": cast.de_linde.pk})
    assert found.status_code == 404


def test_the_list_of_one_tells_nothing_of_the_other(bas: Client, things: Mapping[str, int]) -> None:
    page = text_of(bas.get(reverse("planner:hours")))
    assert not [secret for secret in ("Vlinder", "Niels", "Sanne") if secret in page]
    assert "Niets wacht op jouw akkoord" in page


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_do_not_answer_to_a_look(name: str, pia: Client, things: Mapping[str, int]) -> None:
    assert pia.get(address(name, things)).status_code == 405


def test_the_list_shows_what_waits_and_what_nobody_told(
    pia: Client, things: Mapping[str, int]
) -> None:
    page = text_of(pia.get(reverse("planner:hours")))
    assert "Niels" in page
    assert "7 u 30" in page
    assert "1 dienst zonder uren" in page
    assert "Sanne" in page


def test_all_that_is_ticked_at_once(pia: Client, things: Mapping[str, int]) -> None:
    many = reverse("planner:hours_approve_many")
    assert "Vink eerst aan" in said(pia.post(many))
    answer = pia.post(many, {"seen": [f"{things['hours']}:1"]})
    assert said(answer) == "Akkoord met de uren van 1 dienst."
    assert Hours.objects.get(pk=things["hours"]).state == HoursState.APPROVED


@pytest.mark.parametrize("seen", ["x:1", "1:x", "1", "", "999999:1"])
def test_what_is_no_hours_is_not_found(seen: str, pia: Client, things: Mapping[str, int]) -> None:
    assert pia.post(reverse("planner:hours_approve_many"), {"seen": seen}).status_code == 404


def test_what_differs_is_not_ticked_and_says_why(pia: Client, cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    longer = replace(
        queries.planned(one), ends_at=one.ends_at + timedelta(minutes=30), deviation=Deviation.CARE
    )
    make_hours(one, longer)
    answer = pia.get(reverse("planner:hours"))
    assert "checked" not in answer.content.decode()
    assert "+30 minuten · de zorg liep uit" in text_of(answer)
    (row,) = answer.context["rows"]
    assert (row.more, row.is_different, row.is_lender) == (30, True, False)


def test_a_version_that_changed_is_not_agreed_to(
    pia: Client, cast: Cast, things: Mapping[str, int]
) -> None:
    answer = pia.post(address("hours_approve", things), {"version": "2"})
    assert "intussen veranderd" in said(answer)
    assert "Akkoord met de uren van Niels" in said(
        pia.post(address("hours_approve", things), {"version": "1"})
    )
    assert pia.post(address("hours_approve", things), {"version": "een"}).status_code == 404


def test_disagreeing_needs_words(pia: Client, things: Mapping[str, int]) -> None:
    assert "Schrijf op" in said(pia.post(address("hours_dispute", things)))
    told = pia.post(address("hours_dispute", things), {"text": "Klopt de pauze?"})
    assert "de uren wachten" in said(told)
    assert Hours.objects.get(pk=things["hours"]).state == HoursState.DISPUTED
    assert "bewaard" in said(pia.post(address("hours_say", things), {"text": "Nog iets"}))
    page = text_of(pia.get(address("shift_hours", things)))
    assert "Klopt de pauze?" in page
    assert "Nog iets" in page


def test_a_planner_tells_on_behalf_that_it_was_called_off(
    pia: Client, things: Mapping[str, int]
) -> None:
    path = address("hours_new", things)
    told = {"kind": "called_off", "starts": "15:00", "ends": "22:00", "break_minutes": "30"}
    assert pia.post(path, told).status_code == 422
    assert pia.post(path, told | {"seen": "0"}).status_code == 302
    assert HoursVersion.objects.latest("pk").kind == HoursKind.CALLED_OFF
    row = Hours.objects.latest("pk")
    assert pia.get(path)["Location"] == reverse("planner:shift_hours", args=[row.pk])


def test_a_correction_begins_anew(pia: Client, cast: Cast) -> None:
    row = make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    path = reverse("planner:shift_hours", args=[row.pk])
    assert "Na een correctie" in text_of(pia.get(path))
    told = {"kind": "worked", "starts": "07:00", "ends": "15:00", "break_minutes": "30"}
    wrong = pia.post(path, told | {"seen": "1"})
    assert wrong.status_code == 422
    assert "Kies waarom" in text_of(wrong)
    assert pia.post(path, told | {"seen": "1", "deviation": "mistake"}).status_code == 302
    row.refresh_from_db()
    assert (row.version, row.state) == (2, HoursState.REGISTERED)


def test_lender_and_borrower_each_see_their_turn(cast: Cast, pia: Client) -> None:
    roos = sign_in(make_planner(cast.rijnzicht, "Roos"))
    row = make_hours(make_worked(cast.joke, cast.vlinder))
    path = reverse("planner:shift_hours", args=[row.pk])
    assert "van Rijnzicht" in text_of(pia.get(reverse("planner:hours")))
    assert "Wacht op De Linde." in text_of(roos.get(path))
    assert "hours_approve" not in roos.get(path).content.decode()
    pia.post(reverse("planner:hours_approve", args=[row.pk]), {"version": "1"})
    assert "uitgeleend aan De Linde" in text_of(roos.get(reverse("planner:hours")))
    assert "Wacht op Rijnzicht." in text_of(pia.get(path))
    roos.post(reverse("planner:hours_approve", args=[row.pk]), {"version": "1"})
    row.refresh_from_db()
    assert row.state == HoursState.APPROVED


def test_a_long_list_costs_no_more_than_a_short_one(
    pia: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        day = LAST_WEEK + timedelta(days=number)
        make_hours(make_worked(cast.niels, cast.vlinder, day=day, start="23:00", end="06:00"))
    with django_assert_max_num_queries(12):
        pia.get(reverse("planner:hours"))
