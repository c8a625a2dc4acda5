"""Vacancies over the API: read, with how many wait, and never with who."""

from __future__ import annotations

import json
from datetime import timedelta

from api.asking import System, system_of
from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import MONDAY
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.people.states import DayPart, EngagementForm


def test_all_of_a_vacancy_is_told_and_nobody_named(cast: Cast, linde: System) -> None:
    made = make_vacancy(
        cast.vlinder,
        source_key="V1",
        pattern=[(4, DayPart.NIGHT)],
        ends_on=MONDAY + timedelta(days=60),
        remarks="Klein team",
    )
    actions.apply_for_vacancy(
        worker=cast.niels, vacancy=made, form=EngagementForm.PERMANENT, words="graag", **signed()
    )
    answer = linde.get(f"/vacancies/{made.pk}")
    assert answer.status == 200
    told = {name: answer.body[name] for name in ("function", "minutes_per_week", "state")}
    assert told == {"function": "VIG", "minutes_per_week": 960, "state": "open"}
    assert answer.body["pattern"] == [{"weekday": 4, "part": "night"}]
    assert (answer.body["starts_on"], answer.body["ends_on"]) == ("2026-11-30", "2027-01-22")
    assert answer.body["forms"] == ["permanent", "temporary"]
    assert (answer.body["places"], answer.body["filled"], answer.body["waiting"]) == (1, 0, 1)
    assert not {"Niels", "graag"} & set(json.dumps(answer.body).split('"'))
    assert queries.applications_per_vacancy([made.pk]) == {made.pk: 1}


def test_the_list_can_be_narrowed(cast: Cast, linde: System) -> None:
    first, second = make_vacancy(cast.vlinder, source_key="V1"), make_vacancy(cast.vlinder)
    demand.withdraw_vacancy(vacancy=second, reason="stopt", **signed())
    everything = linde.get("/vacancies").body["items"]
    assert [one["id"] for one in everything] == [first.pk, second.pk]
    assert [one["id"] for one in linde.get("/vacancies?state=open").body["items"]] == [first.pk]
    found = linde.get("/vacancies?source_key=V1").body["items"]
    assert [one["id"] for one in found] == [first.pk]
    page = linde.get("/vacancies?limit=1").body
    after = linde.get(f"/vacancies?limit=1&cursor={page['next']}").body
    assert [one["id"] for one in (*page["items"], *after["items"])] == [first.pk, second.pk]
    assert linde.get("/vacancies?state=onzin").status == 422


def test_there_is_no_right_to_write(cast: Cast) -> None:
    reader = system_of(cast.de_linde, ["vacancies:read"])
    assert reader.get("/vacancies").status == 200
    assert reader.post("/vacancies", {}).status == 405
