"""Making, changing, publishing and cancelling shifts at the desk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment, RosterPeriod
from rondstroom.rooms.rosters.states import AssignmentState

NEW, SERIES = reverse("planner:shift_new"), reverse("planner:series")
PUBLISH, PUBLISH_ROSTER = reverse("planner:publish"), reverse("planner:publish_roster")


def filled(cast: Cast, **changes: Any) -> dict[str, Any]:
    """Give a form filled in for a night on Monday."""
    form = {
        "team": cast.vlinder.pk,
        "day": MONDAY.isoformat(),
        "starts": "23:00",
        "ends": "07:15",
        "break_minutes": 30,
        "function": make_function("VIG").pk,
        "skills": [make_skill("medicatie").pk],
        "places": 2,
        "sign_up": "instant",
        "reason": "ziekte",
        "remarks": "Sleutel bij de receptie",
    }
    return {name: value for name, value in (form | changes).items() if value is not None}


def test_a_new_shift_runs_into_the_next_day(pia: Client, cast: Cast) -> None:
    answer = pia.post(NEW, {**filled(cast), "publish": "yes"})
    shift = Shift.objects.get()
    assert answer["Location"] == reverse("planner:shift", args=[shift.pk])
    night = period(MONDAY, "23:00", "07:15")
    assert (shift.starts_at, shift.ends_at) == (night.starts_at, night.ends_at)
    assert (shift.state, shift.places, shift.sign_up) == ("published", 2, "instant")
    assert [skill.code for skill in shift.skills.all()] == ["medicatie"]


def test_a_new_shift_may_stay_a_draft(pia: Client, cast: Cast) -> None:
    pia.post(NEW, {**filled(cast), "draft": "yes"})
    assert Shift.objects.get().state == "draft"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"ends": "03:00", "break_minutes": 240},
            "De pauze duurt even lang als de dienst of langer.",
        ),
        ({"places": 0}, "Aantal plaatsen"),
        ({"day": "31-11-2026"}, "Dag"),
        ({"function": "directeur"}, "Functie"),
        ({"starts": None}, "Van"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    changes: dict[str, Any], told: str, pia: Client, cast: Cast
) -> None:
    answer = pia.post(NEW, filled(cast, **changes))
    text = text_of(answer)
    assert "Kijk dit na" in text
    assert told in text
    assert "Sleutel bij de receptie" in text
    assert Shift.objects.count() == 0


def test_the_team_of_another_organisation_cannot_be_chosen(pia: Client, cast: Cast) -> None:
    assert pia.post(NEW, filled(cast, team=cast.wijkteam.pk)).status_code == 404
    assert Shift.objects.count() == 0


def test_sending_a_form_twice_makes_one_shift(pia: Client, cast: Cast) -> None:
    form = {**filled(cast), "mark": pia.get(NEW).context["form"]["mark"].value(), "draft": "yes"}
    first, second = pia.post(NEW, form), pia.post(NEW, form)
    assert first["Location"] == second["Location"]
    assert Shift.objects.count() == 1


def test_sending_a_series_twice_makes_it_once(pia: Client, cast: Cast) -> None:
    form = filled(cast, weekdays=[0, 1], until="2026-11-29", mark="0123456789abcdef")
    pia.post(SERIES, {**form, "draft": "yes"})
    assert said(pia.post(SERIES, {**form, "draft": "yes"})).startswith("Deze reeks was al gemaakt")
    assert Shift.objects.count() == 2


def test_a_series_shows_its_days_before_it_is_made(pia: Client, cast: Cast) -> None:
    form = filled(cast, weekdays=[5, 6], until="2027-01-03", preview="yes")
    text = text_of(pia.post(SERIES, form))
    assert "12 diensten" in text
    assert "za 28 nov, 23:00 – zo 07:15" in text
    assert Shift.objects.count() == 0


def test_a_series_says_which_night_the_clock_changes(pia: Client, cast: Cast) -> None:
    spring = filled(cast, weekdays=[5], day="2027-03-20", until="2027-04-03", preview="yes")
    text = text_of(pia.post(SERIES, spring))
    assert "za 27 mrt 2027, 23:00 – zo 07:15 de klok gaat vooruit" in text
    assert text.count("de klok gaat") == 1
    autumn = filled(cast, weekdays=[5], day="2027-10-30", until="2027-10-30", preview="yes")
    assert "de klok gaat terug: deze dienst duurt een uur langer" in text_of(
        pia.post(SERIES, autumn)
    )


def test_a_series_is_made_as_it_was_shown(pia: Client, cast: Cast) -> None:
    form = filled(cast, weekdays=[0, 2], until=(MONDAY + timedelta(days=13)).isoformat())
    answer = pia.post(SERIES, {**form, "draft": "yes"})
    assert answer.status_code == 302
    assert said(answer) == "4 diensten zijn gemaakt."
    assert set(Shift.objects.values_list("state", flat=True)) == {"draft"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"until": "2026-11-01"}, "De laatste dag ligt vóór de eerste."),
        ({"until": "2029-11-01"}, "Een reeks duurt ten hoogste een jaar."),
        ({"until": MONDAY.isoformat(), "weekdays": [4]}, "Geen van deze dagen"),
        ({"weekdays": None}, "Op deze dagen van de week"),
    ],
)
def test_a_series_without_days_is_refused(
    changes: dict[str, Any], told: str, pia: Client, cast: Cast
) -> None:
    form = filled(cast, **({"weekdays": [0], "until": "2026-12-31"} | changes))
    assert told in text_of(pia.post(SERIES, form))
    assert Shift.objects.count() == 0


def test_a_shift_is_changed_and_the_form_shows_what_it_was(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, remarks="Neem een jas mee")
    address = reverse("planner:shift_edit", args=[shift.pk])
    assert "Neem een jas mee" in text_of(pia.get(address))
    pia.post(address, filled(cast, places=3))
    shift.refresh_from_db()
    assert shift.places == 3
    assert Entry.objects.filter(event="demand.shift.changed").count() == 1


def test_publishing_shows_what_opens_up(pia: Client, cast: Cast) -> None:
    drafts = [
        make_shift(cast.vlinder, state="draft", sign_up="instant", places=2),
        make_night_shift(cast.vlinder, state="draft"),
    ]
    text = text_of(pia.get(PUBLISH, {"shift": [shift.pk for shift in drafts]}))
    assert "2 diensten gaan open. Dat zijn 3 plaatsen." in text
    assert "1 kan direct geboekt worden" in text
    assert "1 gaat op aanvraag" in text


def test_all_drafts_of_a_week_are_published_at_once_and_taken_back(pia: Client, cast: Cast) -> None:
    drafts = [make_shift(cast.vlinder, state="draft", day=MONDAY + timedelta(n)) for n in (0, 2)]
    make_shift(cast.vlinder, state="draft", day=MONDAY + timedelta(days=7))
    shown = pia.get(PUBLISH, {"team": cast.vlinder.pk, "day": MONDAY.isoformat()})
    assert [shift.pk for shift in shown.context["drafts"]] == [shift.pk for shift in drafts]
    answer = pia.post(PUBLISH, {"shift": [shift.pk for shift in drafts]})
    assert said(answer) == "2 diensten staan open."
    assert Shift.objects.filter(state="published").count() == 2
    assert "Ongedaan gemaakt" in said(pia.post(reverse("planner:undo")))
    assert Shift.objects.filter(state="published").count() == 0


def test_a_draft_that_began_cannot_be_published(pia: Client, cast: Cast) -> None:
    past = make_shift(cast.vlinder, state="draft", day=date(2026, 11, 20))
    assert "1 dienst is al begonnen" in text_of(pia.get(PUBLISH, {"shift": past.pk}))
    assert "al begonnen" in text_of(pia.post(PUBLISH, {"shift": past.pk}))
    past.refresh_from_db()
    assert past.state == "draft"


def test_publishing_twice_does_nothing_twice(pia: Client, cast: Cast) -> None:
    draft = make_shift(cast.vlinder, state="draft")
    pia.post(PUBLISH, {"shift": draft.pk})
    assert "Geen concepten" in text_of(pia.post(PUBLISH, {"shift": draft.pk}))
    assert Entry.objects.filter(event="demand.shift.published").count() == 1


def test_cancelling_tells_whom_it_touches_and_asks_why(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    matching.sign_up(worker=cast.fatima, shift=shift, by=cast.fatima.account, at=NOW)
    address = reverse("planner:shift_cancel", args=[shift.pk])
    text = text_of(pia.get(address))
    assert "Niels verliest deze dienst" in text
    assert "1 aanvraag vervalt" in text
    assert "Schrijf op waarom" in text_of(pia.post(address, {"reason": "  "}))
    assert said(pia.post(address, {"reason": "kamer gesloten"})) == "De dienst is vervallen."
    shift.refresh_from_db()
    assert shift.state == "cancelled"
    assert not Assignment.objects.exclude(state="cancelled").exists()
    assert "al vervallen" in text_of(pia.post(address, {"reason": "nog eens"}))


def test_an_open_shift_goes_back_to_draft(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    address = reverse("planner:withdraw", args=[shift.pk])
    assert said(pia.post(address)) == "De dienst is weer een concept."
    assert "staat niet open" in said(pia.post(address))


def test_a_roster_is_published_after_the_law_was_shown(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    planned = AssignmentState.PLANNED
    made = rosters.assign(worker=cast.niels, shift=shift, state=planned, **signed())
    where = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    text = text_of(pia.get(PUBLISH_ROSTER, where))
    assert "Geen enkele regel wordt overtreden." in text
    assert "1 concept wordt vast." in text
    assert said(pia.post(PUBLISH_ROSTER, where)) == "Het rooster is gepubliceerd."
    made.refresh_from_db()
    assert made.state == "confirmed"
    period_made = RosterPeriod.objects.get()
    assert (period_made.starts_on, period_made.ends_on) == (MONDAY, MONDAY + timedelta(days=6))


def test_a_roster_that_breaks_the_law_is_not_published(pia: Client, cast: Cast) -> None:
    for n in range(8):
        night = make_night_shift(cast.vlinder, day=MONDAY - timedelta(days=7 - n))
        rosters.assign(worker=cast.niels, shift=night, override_reason="nood", **signed())
    Assignment.objects.update(state="planned", reasons=[])
    where = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    text = text_of(pia.get(PUBLISH_ROSTER, where))
    assert "mag niet" in text
    assert "Los eerst op wat niet mag." in text
    assert "overtreedt de Arbeidstijdenwet" in text_of(pia.post(PUBLISH_ROSTER, where))
    assert not RosterPeriod.objects.exists()
