"""The demand of a team at the desk: laid down, taken over, rolled out after a look."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.skills import make_function
from people import Cast
from rondstroom.rooms.demand.models import DemandPattern, Shift
from rondstroom.rooms.rosters import actions as rosters
from rooms.demand.test_patterns import set_demand, slot

PAGE, ROLL = reverse("planner:pattern"), reverse("planner:roll_out")
DAYS = {"first": MONDAY.isoformat(), "last": (MONDAY + timedelta(days=6)).isoformat()}


def filled(cast: Cast, **more: Any) -> dict[str, Any]:
    """Give the form with one line: two carers by day on Monday and Thursday."""
    return {
        "team": cast.vlinder.pk,
        "starts_on": MONDAY.isoformat(),
        "cycle_weeks": 1,
        "form-TOTAL_FORMS": 2,
        "form-INITIAL_FORMS": 0,
        "form-0-days": ["0", "3"],
        "form-0-start": "07:00",
        "form-0-end": "15:30",
        "form-0-function": make_function("VIG").pk,
        "form-0-places": 2,
        "form-0-break_minutes": 30,
        "form-1-places": 1,
        "form-1-break_minutes": 30,
        **more,
    }


def rows(page: Any) -> list[dict[str, Any]]:
    """Give the lines that the form proposes."""
    return [one.initial for one in page.context["needs"].initial_forms]


def test_a_version_is_laid_down_and_rolled_out(pia: Client, cast: Cast) -> None:
    answer = pia.post(PAGE, filled(cast), follow=True)
    assert "Versie 1 van PG Vlinder ligt vast." in text_of(answer)
    assert len(DemandPattern.objects.get().slots) == 2
    page = pia.get(ROLL, {"team": cast.vlinder.pk, **DAYS})
    assert "Komt erbij, als concept (2)" in text_of(page)
    assert not Shift.objects.exists()
    told = {"team": cast.vlinder.pk, "seen": page.context["mark"], **DAYS}
    assert said(pia.post(ROLL, told)) == "2 diensten zijn aangepast."
    assert Shift.objects.filter(state="draft", places=2).count() == 2
    assert "intussen veranderd" in text_of(pia.post(ROLL, told))
    assert "Er hoeft niets te veranderen" in text_of(pia.get(ROLL, told))


def test_the_form_shows_what_holds_one_line_per_kind_of_work(pia: Client, cast: Cast) -> None:
    set_demand(cast, slot(0), slot(4), slot(5, "23:00", "07:15"), starts_on=MONDAY)
    page = pia.get(PAGE, {"team": cast.vlinder.pk})
    assert [(one["days"], one["start"]) for one in rows(page)] == [
        ([0, 4], "07:00"),
        ([5], "23:00"),
    ]
    assert "Versie 1, vanaf ma 23 nov" in text_of(page)


def test_a_line_that_is_not_needed_any_more_goes(pia: Client, cast: Cast) -> None:
    pia.post(PAGE, filled(cast, **{"form-INITIAL_FORMS": 1, "form-0-DELETE": "on"}))
    assert DemandPattern.objects.get().slots == []


def test_a_real_week_or_another_team_can_be_taken_over(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder, places=4)
    week = pia.get(PAGE, {"team": cast.vlinder.pk, "week": MONDAY.isoformat()})
    assert [(one["days"], one["places"]) for one in rows(week)] == [([0], 4)]
    set_demand(cast, slot(2, places=7))
    copied = pia.get(PAGE, {"team": cast.vlinder.pk, "copy": cast.vlinder.pk})
    assert [one["places"] for one in rows(copied)] == [7]
    assert pia.get(PAGE, {"copy": cast.wijkteam.pk}).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"form-0-start": ""}, "Een van de regels klopt nog niet"),
        ({"ends_on": "2026-01-01"}, "De laatste dag ligt voor de eerste"),
        ({"form-0-break_minutes": "240", "form-0-end": "08:00"}, "De pauze past niet"),
    ],
)
def test_what_cannot_be_is_said(wrong: dict[str, str], words: str, pia: Client, cast: Cast) -> None:
    assert words in text_of(pia.post(PAGE, filled(cast, **wrong)))
    assert not DemandPattern.objects.exists()


def test_what_people_are_on_is_left_to_the_planner(pia: Client, cast: Cast) -> None:
    set_demand(cast, slot(0, "23:00", "07:15"))
    told = {"team": cast.vlinder.pk, **DAYS}
    pia.post(ROLL, {**told, "seen": pia.get(ROLL, told).context["mark"]})
    rosters.assign(worker=cast.niels, shift=Shift.objects.get(), **signed())
    set_demand(cast)
    text = text_of(pia.get(ROLL, told))
    assert "Blijft staan: hier beslis jij over (1)" in text
    assert "1 collega staat erop" in text


def test_days_that_cannot_be_read_are_said(pia: Client, cast: Cast) -> None:
    page = pia.get(ROLL, {"team": cast.vlinder.pk, "first": "morgen", "last": "2026-12-31"})
    assert "morgen is geen dag." in text_of(page)
    assert page.status_code == 200


def test_rolling_out_can_be_undone_from_the_next_page(pia: Client, cast: Cast) -> None:
    set_demand(cast, slot(0), slot(4), starts_on=MONDAY)
    page = pia.get(ROLL, {"team": cast.vlinder.pk, **DAYS})
    pia.post(ROLL, {"team": cast.vlinder.pk, "seen": page.context["mark"], **DAYS})
    assert Shift.objects.filter(state="draft").count() == 2
    assert "Ongedaan gemaakt: 2 diensten zijn aangepast." in said(pia.post("/planner/undo/"))
    assert not Shift.objects.exclude(state="cancelled").exists()


def test_an_undo_of_rolling_out_says_when_it_cannot_be(pia: Client, cast: Cast) -> None:
    set_demand(cast, slot(0), starts_on=MONDAY)
    page = pia.get(ROLL, {"team": cast.vlinder.pk, **DAYS})
    pia.post(ROLL, {"team": cast.vlinder.pk, "seen": page.context["mark"], **DAYS})
    rosters.assign(worker=cast.niels, shift=Shift.objects.get(), override_reason="x", **signed())
    assert "Ongedaan maken kan niet meer" in said(pia.post("/planner/undo/"))
    assert Shift.objects.get().state == "draft"
